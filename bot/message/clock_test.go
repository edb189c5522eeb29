package message

import (
	"testing"
	"time"
)

func TestTimeText(t *testing.T) {
	east := time.FixedZone("east", 3600)
	if got, want := timeText(time.Date(2026, 11, 22, 0, 6, 59, 0, east)), "21 Nov 2026, 23:06 UTC"; got != want {
		t.Errorf("timeText = %q, want %q", got, want)
	}
}

func TestDurationText(t *testing.T) {
	tests := []struct {
		in   time.Duration
		want string
	}{
		{0, "0 ms"},
		{999*time.Millisecond + 400*time.Microsecond, "999 ms"},
		{999*time.Millisecond + 600*time.Microsecond, "1.0 s"},
		{1240 * time.Millisecond, "1.2 s"},
		{59*time.Second + 940*time.Millisecond, "59.9 s"},
		{59*time.Second + 950*time.Millisecond, "1 min 0 s"},
		{125 * time.Second, "2 min 5 s"},
		{3 * time.Hour, "180 min 0 s"},
	}
	for _, test := range tests {
		if got := durationText(test.in); got != test.want {
			t.Errorf("durationText(%v) = %q, want %q", test.in, got, test.want)
		}
	}
}
