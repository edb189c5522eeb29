package discordtest

import (
	"fmt"
	"hash/fnv"
	"net/http"
	"strconv"
	"time"
)

// rateLimit allows a number of requests in a window of time, for each channel, guild and webhook of its own.
type rateLimit struct {
	n       int
	per     time.Duration
	windows map[string]*window // by the route's major parameter
}

type window struct {
	left  int
	until time.Time
}

// LimitRate limits a route, whatever the method, to n requests in each window of time, separately for each channel, guild
// and webhook. Its answers have Discord's X-RateLimit headers; what is beyond the limit is answered by 429.
func (s *Server) LimitRate(route string, n int, per time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits[route] = &rateLimit{n: n, per: per, windows: map[string]*window{}}
}

// spend counts a call and returns the headers that its answer needs, or the refusal. s.mu is held.
func (s *Server) spend(c *call) (http.Header, *answer) {
	l := s.limits[c.Route]
	if l == nil {
		return nil, nil
	}
	now := s.Now()
	w := l.window(majorParameter(c), now)
	if w.left == 0 {
		a := tooMany(w.until.Sub(now), "user")
		l.describe(a.header, c, w, now)
		return nil, a
	}
	w.left--
	h := http.Header{}
	l.describe(h, c, w, now)
	return h, nil
}

// window returns the window that a request at the time now falls into.
func (l *rateLimit) window(major string, now time.Time) *window {
	w := l.windows[major]
	if w == nil || !now.Before(w.until) {
		w = &window{left: l.n, until: now.Add(l.per)}
		l.windows[major] = w
	}
	return w
}

// describe writes the headers that tell a client how much it has left.
func (l *rateLimit) describe(h http.Header, c *call, w *window, now time.Time) {
	h.Set("X-RateLimit-Limit", strconv.Itoa(l.n))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(w.left))
	h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", float64(w.until.UnixMilli())/1000))
	h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", w.until.Sub(now).Seconds()))
	sum := fnv.New64a()
	sum.Write([]byte(c.Route))
	h.Set("X-RateLimit-Bucket", strconv.FormatUint(sum.Sum64(), 16))
}

// majorParameter returns what a rate limit is counted for.
func majorParameter(c *call) string {
	for _, name := range []string{"channel_id", "guild_id", "webhook_token", "interaction_token"} {
		if v := c.params[name]; v != "" {
			return v
		}
	}
	return ""
}
