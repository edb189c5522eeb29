package discord

import (
	"fmt"
	"net/http"
	"testing"
	"time"
)

func TestGuardCountsInASlidingWindow(t *testing.T) {
	g, start := newGuard(3), time.Unix(1000, 0)
	invalid := answer{status: http.StatusForbidden}
	wantFull := func(when time.Duration, want bool) {
		t.Helper()
		if got := g.full(start.Add(when)); got != want {
			t.Errorf("full at %v = %v, want %v", when, got, want)
		}
	}
	wantFull(0, false)
	g.count(invalid, start)
	g.count(invalid, start.Add(time.Minute))
	wantFull(time.Minute, false)
	g.count(invalid, start.Add(2*time.Minute))
	wantFull(2*time.Minute, true)
	wantFull(invalidWindow-1, true)
	wantFull(invalidWindow, false) // the first is 10 minutes old
	g.count(invalid, start.Add(invalidWindow))
	wantFull(invalidWindow, true)
	wantFull(invalidWindow+time.Minute, false)
}

func TestIsInvalid(t *testing.T) {
	tests := []struct {
		status int
		scope  string
		want   bool
	}{{200, "", false}, {400, "", false}, {404, "", false}, {502, "", false}, {401, "", true}, {403, "", true}, {429, "", true},
		{429, "user", true}, {429, "global", true}, {429, "shared", false}}
	for _, tt := range tests {
		a := answer{status: tt.status, header: http.Header{"X-Ratelimit-Scope": {tt.scope}}}
		if got := isInvalid(a); got != tt.want {
			t.Errorf("isInvalid(%d, scope %q) = %v, want %v", tt.status, tt.scope, got, tt.want)
		}
	}
}

func TestDenialsAreForgottenInTime(t *testing.T) {
	d, now := newDenials(10), time.Unix(1000, 0)
	d.note("1", 50013, now)
	if code, denied := d.lately("1", now.Add(deniedFor-1)); !denied || code != 50013 {
		t.Errorf("just before the end: %d, %v, want 50013, true", code, denied)
	}
	if _, denied := d.lately("1", now.Add(deniedFor)); denied {
		t.Error("the channel is still denied after 10 minutes")
	}
	if _, denied := d.lately("2", now); denied {
		t.Error("a channel that never denied anything is denied")
	}
}

func TestDenialsAreBounded(t *testing.T) {
	d, now := newDenials(10), time.Unix(1000, 0)
	for i := range 25 {
		d.note(fmt.Sprint(i), 50013, now.Add(time.Duration(i)*time.Second))
	}
	if len(d.channels) != 10 {
		t.Errorf("%d channels are kept, want 10", len(d.channels))
	}
	if _, denied := d.lately("24", now.Add(time.Minute)); !denied {
		t.Error("the latest denial is forgotten")
	}
	if _, denied := d.lately("14", now.Add(time.Minute)); denied {
		t.Error("an old denial is kept in place of a later one")
	}
}
