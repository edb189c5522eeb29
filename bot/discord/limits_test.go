package discord

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"
)

// limited returns an answer with the headers of a rate limit.
func limited(limit, remaining int, resetAfter string) answer {
	h := http.Header{}
	h.Set("X-RateLimit-Limit", fmt.Sprint(limit))
	h.Set("X-RateLimit-Remaining", fmt.Sprint(remaining))
	h.Set("X-RateLimit-Reset-After", resetAfter)
	return answer{status: http.StatusOK, header: h}
}

// exceeded returns a 429.
func exceeded(scope, body string) answer {
	h := http.Header{}
	h.Set("X-RateLimit-Scope", scope)
	return answer{status: http.StatusTooManyRequests, header: h, body: []byte(body)}
}

func TestLimitsKeepToWhatDiscordSays(t *testing.T) {
	l, start := newLimits(), time.Unix(1000, 0)
	at := func(d time.Duration) time.Time { return start.Add(d) }
	wantTake := func(key string, when, want time.Duration) {
		t.Helper()
		if got := l.take(key, at(when)); got != want {
			t.Errorf("take(%q) at %v = %v, want %v", key, when, got, want)
		}
	}
	wantTake("a", 0, 0) // nothing is known yet
	l.learn("a", limited(3, 2, "2.5"), at(0))
	wantTake("a", 0, 0)
	wantTake("a", time.Second, 0)
	wantTake("a", time.Second, 1500*time.Millisecond) // the window's three are used up
	wantTake("b", time.Second, 0)                     // another channel has its own
	// A late answer to the second request does not give places back.
	l.learn("a", limited(3, 1, "1.5"), at(time.Second))
	wantTake("a", time.Second, 1500*time.Millisecond)
	// The next window has three again, also before its first answer.
	for range 3 {
		wantTake("a", 3*time.Second, 0)
	}
	wantTake("a", 3*time.Second, 2500*time.Millisecond)
}

func TestLimitsAfterExceeding(t *testing.T) {
	l, start := newLimits(), time.Unix(1000, 0)
	l.learn("a", exceeded("user", `{"retry_after": 2.25}`), start)
	if got := l.take("a", start); got != 2250*time.Millisecond {
		t.Errorf("after a 429 of 2.25 s: wait %v, want 2.25s", got)
	}
	if got := l.take("b", start); got != 0 {
		t.Errorf("after a 429 of another bucket: wait %v, want none", got)
	}
	l.learn("a", exceeded("global", `{"retry_after": 4, "global": true}`), start)
	if got := l.take("b", start); got != 4*time.Second {
		t.Errorf("after a global 429 of 4 s: wait %v, want 4s", got)
	}
}

func TestLimitsIgnoreHeadersThatMakeNoSense(t *testing.T) {
	l, now := newLimits(), time.Unix(1000, 0)
	for _, a := range []answer{
		{status: 200, header: http.Header{}}, limited(0, 0, "1"), limited(1, 0, ""), limited(1, 0, "NaN"), limited(1, 0, "-3"), limited(1, 0, "soon"),
	} {
		l.learn("a", a, now)
		if got := l.take("a", now); got != 0 {
			t.Errorf("after the headers %v: wait %v, want none", a.header, got)
		}
	}
}

func TestLimitsAreBounded(t *testing.T) {
	l, now := newLimits(), time.Unix(1000, 0)
	for i := range 3 * maxBuckets {
		l.learn(fmt.Sprint(i), limited(5, 4, "1"), now.Add(time.Duration(i)*time.Millisecond))
		if len(l.buckets) > maxBuckets {
			t.Fatalf("after %d buckets %d are kept, want at most %d", i+1, len(l.buckets), maxBuckets)
		}
	}
}

func TestLimitsFailAtOnceWhenTheWaitWouldOutlast(t *testing.T) {
	l := newLimits()
	l.learn("a", exceeded("user", `{"retry_after": 600}`), time.Now())
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := l.wait(ctx, "a", time.Hour); err == nil {
		t.Error("a wait of 10 minutes within one minute succeeded")
	}
	if err := l.wait(context.Background(), "a", time.Minute); err == nil {
		t.Error("a wait of 10 minutes succeeded though one minute is the longest")
	}
}

func TestNoSecondHasMoreThanFiftyRequests(t *testing.T) {
	l, now := newLimits(), time.Now()
	sent := 0
	for step := range 1000 {
		for l.all.AllowN(now.Add(time.Duration(step)*time.Millisecond), 1) {
			sent++
		}
	}
	if sent > 50 {
		t.Errorf("%d requests in the first second, want at most 50", sent)
	}
}

func TestRetryAfter(t *testing.T) {
	tests := []struct {
		header, body string
		want         time.Duration
	}{
		{"", "", time.Second},
		{"3", "", 3 * time.Second},
		{"3", `{"retry_after": 2.5}`, 2500 * time.Millisecond},
		{"", `{"retry_after": 0.25}`, 250 * time.Millisecond},
		{"x", `{"retry_after": -1}`, time.Second},
		{"1e300", "<html>", 24 * time.Hour},
	}
	for _, tt := range tests {
		a := answer{status: 429, header: http.Header{"Retry-After": {tt.header}}, body: []byte(tt.body)}
		if got := retryAfter(a); got != tt.want {
			t.Errorf("retryAfter(header %q, body %q) = %v, want %v", tt.header, tt.body, got, tt.want)
		}
	}
}

func FuzzSeconds(f *testing.F) {
	for _, s := range []string{"", "0", "1.5", "-1", "NaN", "Inf", "1e400", "0x1p3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := seconds(text); err == nil && (d < 0 || d > 24*time.Hour) {
			t.Errorf("seconds(%q) = %v, want 0 to 24h", text, d)
		}
	})
}
