package discord

import (
	"context"
	"log/slog"
	"testing"
	"time"
)

// allowance returns a gateway's answer with these limits.
func allowance(total, remaining, concurrency int) (g gateway) {
	g.Limits.Total, g.Limits.Remaining, g.Limits.MaxConcurrency = total, remaining, concurrency
	return g
}

func TestBudgetStaysBelowWhatDiscordAllows(t *testing.T) {
	for _, total := range []int{0, 10, 1000, 2000} {
		b, now := newBudget(allowance(total, total, 1), time.Second), time.Now()
		begun := 0
		for minute := range 24 * 60 {
			for b.day.AllowN(now.Add(time.Duration(minute)*time.Minute), 1) {
				begun++
			}
		}
		allowed := total
		if total == 0 {
			allowed = 1000
		}
		if begun >= allowed || begun < allowed/2 {
			t.Errorf("of %d a day: %d sessions begun, want fewer but at least half", allowed, begun)
		}
	}
}

func TestBudgetHeedsWhatOthersHaveUsed(t *testing.T) {
	b := newBudget(allowance(1000, 7, 1), time.Second)
	if tokens := b.day.Tokens(); tokens > 8 {
		t.Errorf("with 7 sessions left, %v may begin at once", tokens)
	}
}

// Until Discord counts anew, no more sessions may begin than it has left, however long that takes.
func TestBudgetLastsUntilTheReset(t *testing.T) {
	g := allowance(1000, 150, 1)
	g.Limits.ResetAfter = (20 * time.Hour).Milliseconds()
	b, now := newBudget(g, time.Second), time.Now()
	begun := 0
	for minute := range 20 * 60 {
		at := now.Add(time.Duration(minute) * time.Minute)
		for b.renew(at); b.day.AllowN(at, 1); begun++ {
		}
	}
	if begun > 150 || begun < 100 {
		t.Errorf("%d sessions begun of 150 that were left", begun)
	}
	later := now.Add(21 * time.Hour)
	b.renew(later)
	for hour := range 24 {
		for at := later.Add(time.Duration(hour) * time.Hour); b.day.AllowN(at, 1); begun++ {
		}
	}
	if begun < 600 || begun > 1050 {
		t.Errorf("%d sessions begun a day after the reset", begun)
	}
}

func TestBudgetSeparatesRateLimitKeys(t *testing.T) {
	b := newBudget(allowance(1000, 1000, 2), time.Hour)
	ctx, log := within(t), slog.New(slog.DiscardHandler)
	for shard := range 2 {
		if err := b.wait(ctx, shard, log); err != nil {
			t.Errorf("shard %d: %v, want its own place", shard, err)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	defer cancel()
	if err := b.wait(ctx, 2, log); err == nil {
		t.Error("shard 2 has the place that shard 0 took")
	}
}
