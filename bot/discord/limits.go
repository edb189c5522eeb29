package discord

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxBuckets bounds how many rate limits are remembered.
const maxBuckets = 1000

// limits keeps requests within Discord's rate limits: 50 requests a second for the bot, and one limit for each route
// and channel, which Discord tells in the headers of its answers.
type limits struct {
	all *rate.Limiter

	mu      sync.Mutex
	buckets map[string]*bucket
	blocked time.Time // until when a global 429 stops all
}

// newLimits returns limits under which no second has more than 50 requests: 10 at once and 40 a second.
func newLimits() *limits {
	return &limits{all: rate.NewLimiter(40, 10), buckets: map[string]*bucket{}}
}

// bucket is one rate limit: so many requests in a window that begins with the first of them.
type bucket struct {
	limit, remaining int
	reset            time.Time // when the window ends
	window           time.Duration
}

// wait takes a place for one request under key, waiting for it within ctx. It fails at once when the wait would outlast
// ctx or be above longest.
func (l *limits) wait(ctx context.Context, key string, longest time.Duration) error {
	for {
		wait := l.take(key, time.Now())
		if wait <= 0 {
			break
		}
		if err := pause(ctx, wait, longest); err != nil {
			return err
		}
	}
	return l.all.Wait(ctx)
}

// take takes a place under key and returns zero, or returns how long there is none.
func (l *limits) take(key string, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if wait := l.blocked.Sub(now); wait > 0 {
		return wait
	}
	b, known := l.buckets[key]
	if !known {
		return 0
	}
	if !now.Before(b.reset) {
		b.remaining, b.reset = b.limit, now.Add(b.window)
	}
	if b.remaining <= 0 {
		return b.reset.Sub(now)
	}
	b.remaining--
	return 0
}

// learn takes over what the answer to a request under key says.
func (l *limits) learn(key string, a answer, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if a.status == http.StatusTooManyRequests {
		l.exceeded(key, a, now)
		return
	}
	limit, err1 := strconv.Atoi(a.header.Get("X-RateLimit-Limit"))
	remaining, err2 := strconv.Atoi(a.header.Get("X-RateLimit-Remaining"))
	window, err3 := seconds(a.header.Get("X-RateLimit-Reset-After"))
	if err1 != nil || err2 != nil || err3 != nil || limit < 1 {
		return
	}
	b := l.bucket(key, now)
	// Answers of one window may overtake each other, and requests under way are not in the number yet.
	if now.Before(b.reset) {
		remaining = min(remaining, b.remaining)
	}
	b.limit, b.remaining = limit, remaining
	b.window, b.reset = max(window, b.window), now.Add(window)
}

// exceeded closes the bucket, or all of them, for as long as a 429 says.
func (l *limits) exceeded(key string, a answer, now time.Time) {
	until := now.Add(retryAfter(a))
	if isGlobal(a) {
		l.blocked = until
		return
	}
	b := l.bucket(key, now)
	b.limit = max(b.limit, 1)
	b.remaining, b.reset = 0, until
}

// bucket returns the bucket of key, a new one if there is none. When there are too many, those whose window is over go,
// and if that does not do, all.
func (l *limits) bucket(key string, now time.Time) *bucket {
	if b, ok := l.buckets[key]; ok {
		return b
	}
	if len(l.buckets) >= maxBuckets {
		for k, b := range l.buckets {
			if !now.Before(b.reset) {
				delete(l.buckets, k)
			}
		}
	}
	if len(l.buckets) >= maxBuckets {
		clear(l.buckets)
	}
	b := &bucket{}
	l.buckets[key] = b
	return b
}

// retryAfter returns how long a 429 asks to wait. The body is exact, the header in whole seconds; an answer that has
// neither gets a second.
func retryAfter(a answer) time.Duration {
	var said struct {
		RetryAfter json.Number `json:"retry_after"`
	}
	_ = json.Unmarshal(a.body, &said) // what is not JSON has no number
	for _, text := range []string{said.RetryAfter.String(), a.header.Get("Retry-After")} {
		if wait, err := seconds(text); err == nil {
			return wait
		}
	}
	return time.Second
}

// isGlobal says whether a 429 is about all requests of the bot.
func isGlobal(a answer) bool {
	return a.header.Get("X-RateLimit-Global") == "true" || a.header.Get("X-RateLimit-Scope") == "global"
}

// seconds parses a decimal number of seconds, from 0 to a day.
func seconds(text string) (time.Duration, error) {
	s, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, err
	}
	// A comparison that is false for NaN.
	if !(s >= 0) {
		return 0, strconv.ErrRange
	}
	return time.Duration(min(s, 24*60*60) * float64(time.Second)), nil
}
