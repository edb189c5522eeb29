package discord

import (
	"context"
	"fmt"
	"log/slog"
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
}

// newBudget returns a budget under which no 24 hours have more than nine tenths of what Discord allows: one tenth at
// once and eight tenths a day.
func newBudget(g gateway, every time.Duration) *budget {
	total := g.Limits.Total
	if total < 10 {
		total = 1000 // what every bot has at least
	}
	b := &budget{day: rate.NewLimiter(rate.Every(24*time.Hour/time.Duration(total*8/10)), total/10)}
	// What other processes have used up is gone from the beginning.
	if spent := total/10 - g.Limits.Remaining; g.Limits.Remaining > 0 && spent > 0 {
		b.day.AllowN(time.Now(), spent)
	}
	for range max(g.Limits.MaxConcurrency, 1) {
		b.keys = append(b.keys, rate.NewLimiter(rate.Every(every), 1))
	}
	return b
}

// wait takes a place for an IDENTIFY of shard, waiting for it within ctx.
func (b *budget) wait(ctx context.Context, shard int, log *slog.Logger) error {
	if tokens := b.day.Tokens(); tokens < 1 {
		log.Warn("too many sessions were begun today; waiting for the next", "budget", fmt.Sprintf("%.0f a day", float64(b.day.Limit())*24*60*60))
	}
	if err := b.day.Wait(ctx); err != nil {
		return err
	}
	return b.keys[shard%len(b.keys)].Wait(ctx)
}
