package phrases

import (
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	for _, tt := range []struct {
		year  int
		month time.Month
		day   int
		want  [5]string // English, German, Spanish, French, Russian
	}{
		{2022, 1, 7, [5]string{"7 Jan 2022", "7. Jan. 2022", "7 ene 2022", "7 janv. 2022", "7 янв. 2022"}},
		{2022, 5, 31, [5]string{"31 May 2022", "31. Mai 2022", "31 may 2022", "31 mai 2022", "31 мая 2022"}},
		{2022, 5, 0, [5]string{"May 2022", "Mai 2022", "may 2022", "mai 2022", "май 2022"}},
		{1998, 0, 0, [5]string{"1998", "1998", "1998", "1998", "1998"}},
		{1998, 13, 1, [5]string{"1998", "1998", "1998", "1998", "1998"}},
	} {
		for _, l := range Languages() {
			if got := l.Phrases().Dates.Date(tt.year, tt.month, tt.day); got != tt.want[l] {
				t.Errorf("%v: %d-%d-%d is %q, want %q", l, tt.year, tt.month, tt.day, got, tt.want[l])
			}
		}
	}
}

func TestTime(t *testing.T) {
	east := time.FixedZone("east", 3600)
	at := time.Date(2026, 11, 22, 0, 6, 59, 0, east)
	for l, want := range map[Language]string{English: "21 Nov 2026, 23:06 UTC", Russian: "21 нояб. 2026, 23:06 UTC"} {
		if got := l.Phrases().Dates.Time(at); got != want {
			t.Errorf("%v: %q, want %q", l, got, want)
		}
	}
}

func TestDuration(t *testing.T) {
	for _, tt := range []struct {
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
	} {
		if got := English.Phrases().Dates.Duration(tt.in); got != tt.want {
			t.Errorf("%v is %q, want %q", tt.in, got, tt.want)
		}
	}
}
