package bot

import (
	"context"
	"log/slog"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
)

// status says what is served and how the last reload went.
func (b *Bot) status(_ context.Context, r *request) (response, error) {
	l := b.options.Library
	status := message.Status{Snapshot: l.Snapshot(), RolledBack: l.IsRolledBack(), Last: b.reloads.last(), Running: b.reloads.progress()}
	return response{Reply: r.in().RenderStatus(status), outcome: "shown"}, nil
}

// reload reads the corpus anew and serves it, showing how far it has come.
func (b *Bot) reload(ctx context.Context, r *request) (response, error) {
	b.log.Info("reload asked for", "user", r.user, "guild", r.guild)
	report, err := b.reloads.reload(ctx, progressOf(r))
	if err != nil {
		return notice("running already", r.language.Phrases().Reload.Progress.Already), nil
	}
	b.record(report)
	report.Checked = r.payload
	return response{Reply: r.in().RenderReload(report), outcome: outcomeOf(report)}, nil
}

// record logs and counts a reload, and gathers what is looked up in what it has brought.
func (b *Bot) record(r message.Reload) {
	b.running.Go(b.gather)
	outcome := outcomeOf(r)
	b.metrics.reloads.WithLabelValues(outcome).Inc()
	attrs := []any{"outcome", outcome, "took", r.Took.Round(time.Millisecond).String(), "before", r.Before.ID(), "by_itself", r.ByItself}
	if r.After != nil {
		attrs = append(attrs, "after", r.After.ID(), "documents", len(r.After.Documents()))
	}
	level := slog.LevelInfo
	if r.Failure != message.NoFailure {
		level = slog.LevelWarn
		attrs = append(attrs, "failure", r.Failure.String())
	}
	b.log.Log(context.Background(), level, "reload", attrs...)
}

func outcomeOf(r message.Reload) string {
	switch {
	case r.Failure != message.NoFailure:
		return "failed"
	case r.RolledBack:
		return "rolled back"
	case r.Before.ID() == r.After.ID():
		return "nothing changed"
	}
	return "reloaded"
}

// check says what a reload would do.
func (b *Bot) check(ctx context.Context, r *request) (response, error) {
	report, err := b.reloads.check(ctx, progressOf(r))
	if err != nil {
		return notice("running already", r.language.Phrases().Reload.Progress.Already), nil
	}
	resp := response{Reply: r.in().RenderCheck(report), outcome: outcomeOf(report)}
	if resp.outcome == "reloaded" {
		resp.outcome = "would change"
		resp.rows = rowsOf(button(r.language.Phrases().Labels.Reload, discordgo.PrimaryButton, verbReload, report.After.ID()))
	}
	return resp, nil
}

// progressOf returns a function that shows who made the request how far it has come, for as long as Discord lets it.
func progressOf(r *request) func(message.Progress) {
	last := false
	return func(p message.Progress) {
		if last {
			return
		}
		if last = time.Since(r.received) > lastProgress; last {
			p.Stage = message.StillReading
		}
		r.interim(response{Reply: r.in().RenderProgress(p)})
	}
}

// lastProgress is when the progress of a reload is shown for the last time, shortly before it cannot be shown any more.
const lastProgress = tokenLives - 30*time.Second
