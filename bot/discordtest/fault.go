package discordtest

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"time"
)

// Fault makes requests fail. Of several that fit a request, the one injected first counts.
type Fault struct {
	// Method and Route choose the requests; "" is any. Route is a template such as "/channels/{channel_id}/messages".
	Method, Route string
	// Skip is how many fitting requests go well before the first that fails.
	Skip int
	// Times is how many requests fail: 0 means one, less than 0 all until ClearFaults.
	Times int
	// Status is the answer's status, 0 for none. Code and Message are Discord's own in the answer's JSON; without them an
	// answer of 500 or more is HTML, as it is where something in front of Discord fails.
	Status  int
	Code    int
	Message string
	// RetryAfter and Scope ("user", "shared" or "global") belong to 429.
	RetryAfter time.Duration
	Scope      string
	// Delay is how long nothing happens at first.
	Delay time.Duration
	// Hang gives no answer until the client gives up or the server closes.
	Hang bool
	// Drop cuts the connection without an answer. Go's HTTP client may repeat a GET by itself then.
	Drop bool
	// Done does what was asked for and fails only then: the answer is lost, the deed is not.
	Done bool
}

// activeFault is an injected fault and how much of it is left.
type activeFault struct {
	Fault
	skip, left int // left is negative for ever
}

// Inject adds a fault.
func (s *Server) Inject(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	left := f.Times
	if left == 0 {
		left = 1
	}
	s.faults = append(s.faults, &activeFault{Fault: f, skip: f.Skip, left: left})
}

// ClearFaults ends all faults. What hangs goes on hanging.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// fault takes the fault that a call meets.
func (s *Server) fault(c *call) (Fault, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.left == 0 || f.Method != "" && f.Method != c.Method || f.Route != "" && f.Route != c.Route {
			continue
		}
		if f.skip > 0 {
			f.skip--
			continue
		}
		if f.left > 0 {
			f.left--
		}
		return f.Fault, true
	}
	return Fault{}, false
}

func (f Fault) fails() bool { return f.Status != 0 || f.Hang || f.Drop }

// delay waits, but not for longer than the client or the server does.
func (s *Server) delay(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	case <-s.done:
	}
}

// fail returns the fault's answer, or never returns normally.
func (s *Server) fail(ctx context.Context, f Fault) *answer {
	if f.Hang {
		select {
		case <-ctx.Done():
		case <-s.done:
		}
	}
	if f.Hang || f.Drop {
		panic(http.ErrAbortHandler)
	}
	if f.Status == http.StatusTooManyRequests {
		return tooMany(f.RetryAfter, f.Scope)
	}
	if f.Status >= 500 && f.Code == 0 && f.Message == "" {
		text := fmt.Sprintf("%d %s", f.Status, http.StatusText(f.Status))
		return &answer{status: f.Status, body: "<html><head><title>" + text + "</title></head></html>"}
	}
	message := f.Message
	if message == "" {
		message = fmt.Sprintf("%d: %s", f.Status, http.StatusText(f.Status))
	}
	return refuse(f.Status, f.Code, message)
}

// tooMany returns the answer to one request too many.
func tooMany(after time.Duration, scope string) *answer {
	if scope == "" {
		scope = "user"
	}
	seconds := after.Seconds()
	h := http.Header{}
	h.Set("Retry-After", strconv.Itoa(int(math.Ceil(seconds))))
	h.Set("X-RateLimit-Scope", scope)
	h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", seconds))
	if scope == "global" {
		h.Set("X-RateLimit-Global", "true")
	}
	return &answer{status: http.StatusTooManyRequests, header: h, body: object{
		"message": "You are being rate limited.", "retry_after": seconds, "global": scope == "global",
	}}
}
