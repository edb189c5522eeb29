package discord

import (
	"net/http"
	"sync"
	"time"
)

const (
	// invalidLimit is how many requests Discord may refuse in 10 minutes before the client stops: half of what gets an
	// address banned.
	invalidLimit  = 5000
	invalidWindow = 10 * time.Minute

	// deniedLimit bounds how many channels are remembered that take no messages, for deniedFor each.
	deniedLimit = 1000
	deniedFor   = 10 * time.Minute
)

// guard counts the requests that Discord refused as invalid: 401, 403 and 429, but not a 429 that other bots caused.
type guard struct {
	limit int

	mu   sync.Mutex
	when []time.Time // the last limit refusals, as a ring once it is full
	next int         // where in the ring the oldest stands
}

func newGuard(limit int) *guard { return &guard{limit: limit} }

// count takes note of an answer.
func (g *guard) count(a answer, now time.Time) {
	if !isInvalid(a) {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.when) < g.limit {
		g.when = append(g.when, now)
		return
	}
	g.when[g.next] = now
	g.next = (g.next + 1) % g.limit
}

// full says whether the limit has been reached in the last 10 minutes.
func (g *guard) full(now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.when) == g.limit && now.Sub(g.when[g.next]) < invalidWindow
}

func isInvalid(a answer) bool {
	switch a.status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return true
	case http.StatusTooManyRequests:
		return a.header.Get("X-RateLimit-Scope") != "shared"
	}
	return false
}

// denials remember the channels that answered a message with 403, and Discord's code for it.
type denials struct {
	limit int

	mu       sync.Mutex
	channels map[string]denial
}

type denial struct {
	code int
	when time.Time
}

func newDenials(limit int) *denials { return &denials{limit: limit, channels: map[string]denial{}} }

// note remembers that channel answered with code. When too many channels are remembered, the oldest goes.
func (d *denials) note(channel string, code int, now time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.channels[channel] = denial{code, now}
	if len(d.channels) <= d.limit {
		return
	}
	oldest := channel
	for id, denied := range d.channels {
		if denied.when.Before(d.channels[oldest].when) {
			oldest = id
		}
	}
	delete(d.channels, oldest)
}

// lately returns the code with which channel answered in the last 10 minutes.
func (d *denials) lately(channel string, now time.Time) (code int, denied bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	found, ok := d.channels[channel]
	if ok && now.Sub(found.when) >= deniedFor {
		delete(d.channels, channel)
		ok = false
	}
	return found.code, ok
}
