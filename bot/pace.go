package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// tellAgain is how long a member who writes too fast is not told so again.
const tellAgain = 10 * time.Second

// mostPaced is how many members and servers are remembered; beyond it, those who would be let through anyway are
// forgotten.
const mostPaced = 20_000

// pace keeps members and servers from asking faster than they may.
type pace struct {
	mu     sync.Mutex
	limits Limits
	// users and servers ask questions, pressers do all else.
	users, servers, pressers map[string]*rate.Limiter
	told                     map[string]time.Time
	now                      func() time.Time
}

// pressesPerQuestion is how many buttons a member may press, or sources look up, for each question that the member may
// ask: a page turned costs little, and a name typed looks for sources at every letter.
const pressesPerQuestion = 12

func newPace(l Limits) *pace {
	return &pace{
		limits: l, now: time.Now,
		users: map[string]*rate.Limiter{}, servers: map[string]*rate.Limiter{}, pressers: map[string]*rate.Limiter{},
		told: map[string]time.Time{},
	}
}

// take counts a question of a member in a server, "" for none, and returns 0; or it counts nothing and returns how
// long the member has to wait.
func (p *pace) take(user, server string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	mine := reserve(p.users, user, p.limits.UserPerMinute, now)
	wait := mine.DelayFrom(now)
	if server != "" {
		ours := reserve(p.servers, server, p.limits.ServerPerMinute, now)
		if wait = max(wait, ours.DelayFrom(now)); wait > 0 {
			ours.CancelAt(now)
		}
	}
	if wait > 0 {
		mine.CancelAt(now)
		return max(wait, time.Second)
	}
	return 0
}

// press counts something that is no question and reports whether the member may do it now.
func (p *pace) press(user string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	r := reserve(p.pressers, user, pressesPerQuestion*p.limits.UserPerMinute, now)
	if r.DelayFrom(now) > 0 {
		r.CancelAt(now)
		return false
	}
	return true
}

// reserve takes a token from the bucket of a member or server, which holds a quarter of a minute's.
func reserve(buckets map[string]*rate.Limiter, id string, perMinute int, now time.Time) *rate.Reservation {
	b := buckets[id]
	if b == nil {
		forget(buckets, now)
		b = rate.NewLimiter(rate.Limit(float64(perMinute)/60), max(1, perMinute/4))
		buckets[id] = b
	}
	return b.ReserveN(now, 1)
}

// forget drops full buckets once there are many: a new one is as good.
func forget(buckets map[string]*rate.Limiter, now time.Time) {
	if len(buckets) < mostPaced {
		return
	}
	for id, b := range buckets {
		if b.TokensAt(now) >= float64(b.Burst()) {
			delete(buckets, id)
		}
	}
}

// mayTell reports whether a member may be told something now about a message that is not answered, and counts that as
// told. what is the member and the reason.
func (p *pace) mayTell(what string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if now.Sub(p.told[what]) < tellAgain {
		return false
	}
	if len(p.told) >= mostPaced {
		for u, at := range p.told {
			if now.Sub(at) >= tellAgain {
				delete(p.told, u)
			}
		}
	}
	p.told[what] = now
	return true
}
