package discord

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// gateway is what Discord says of its gateway to this bot.
type gateway struct {
	URL    string `json:"url"`
	Limits struct {
		Total          int   `json:"total"`
		Remaining      int   `json:"remaining"`
		ResetAfter     int64 `json:"reset_after"` // milliseconds
		MaxConcurrency int   `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

// resetAfter is when Discord allows new sessions again.
func (g gateway) resetAfter() time.Duration {
	return time.Duration(g.Limits.ResetAfter) * time.Millisecond
}

// budget keeps IDENTIFYs, all shards of the process together, within Discord's limits: so many in a day, beyond which
// Discord resets the bot's token, and one in five seconds for each rate limit key, of which there are MaxConcurrency.
type budget struct {
	day  *rate.Limiter
	keys []*rate.Limiter
	// whole is what day becomes once reset is over, when nothing is used up yet.
	whole allowed
	reset time.Time
	mu    sync.Mutex
}

// allowed is a number of IDENTIFYs in a time.
type allowed struct {
	number int
	in     time.Duration
}

// limit returns nine tenths of a as a rate and a burst: one tenth at once and the others over the time.
func (a allowed) limit() (rate.Limit, int) {
	return rate.Limit(float64(a.number) * .8 / a.in.Seconds()), max(1, a.number/10)
}

// newBudget returns a budget under which no 24 hours have more than nine tenths of what Discord allows. Until Discord
// counts anew, it is nine tenths of what earlier and other processes have left.
func newBudget(g gateway, every time.Duration) *budget {
	total := g.Limits.Total
	if total < 10 {
		total = 1000 // what every bot has at least
	}
	b := &budget{whole: allowed{total, 24 * time.Hour}}
	now := b.whole
	if left := g.Limits.Remaining; left > 0 && left < total {
		in := cmp.Or(g.resetAfter(), b.whole.in)
		now, b.reset = allowed{left, in}, time.Now().Add(in)
	}
	b.day = rate.NewLimiter(now.limit())
	for range max(g.Limits.MaxConcurrency, 1) {
		b.keys = append(b.keys, rate.NewLimiter(rate.Every(every), 1))
	}
	return b
}

// renew makes the budget whole once Discord counts anew.
func (b *budget) renew(now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.reset.IsZero() || now.Before(b.reset) {
		return
	}
	b.reset = time.Time{}
	limit, burst := b.whole.limit()
	b.day.SetLimitAt(now, limit)
	b.day.SetBurstAt(now, burst)
}

// wait takes a place for an IDENTIFY of shard, waiting for it within ctx.
func (b *budget) wait(ctx context.Context, shard int, log *slog.Logger) error {
	b.renew(time.Now())
	if tokens := b.day.Tokens(); tokens < 1 {
		log.Warn("too many sessions were begun today; waiting for the next", "budget", fmt.Sprintf("%.0f a day", float64(b.day.Limit())*24*60*60))
	}
	if err := b.day.Wait(ctx); err != nil {
		return err
	}
	return b.keys[shard%len(b.keys)].Wait(ctx)
}
