package bot

import (
	"context"
	"fmt"
	"slices"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/retrieval"
)

// versions shows the earlier snapshots that are kept, with a button for each.
func (b *Bot) versions(_ context.Context, r *request) (response, error) {
	l := b.options.Library
	kept := l.Versions()
	kept = kept[:min(len(kept), inRow)]
	var buttons []discordgo.MessageComponent
	for _, v := range kept {
		label := r.language.Phrases().Labels.RollBack.With(v.Snapshot)
		buttons = append(buttons, button(label, discordgo.SecondaryButton, verbRollBack, payloadOf(v)))
	}
	shown := r.in().RenderVersions(message.Versions{Current: l.Snapshot(), Filed: l.IsFiled(), Kept: kept})
	return response{Reply: shown, rows: rowsOf(buttons...), outcome: "shown"}, nil
}

// payloadOf names a snapshot by its number and its id: in another folder the number may be another's.
func payloadOf(v retrieval.Version) string { return fmt.Sprintf("%d %s", v.Number, v.Snapshot) }

// rollBack returns to the snapshot that the pressed button names.
func (b *Bot) rollBack(ctx context.Context, r *request) (response, error) {
	b.log.Info("return to an earlier snapshot asked for", "user", r.user, "guild", r.guild, "snapshot", r.payload)
	report, err := b.reloads.rollBack(ctx, r.payload)
	if err != nil {
		return notice("running already", r.language.Phrases().Reload.Progress.Already), nil
	}
	b.record(report)
	return response{Reply: r.in().RenderRollBack(report, b.options.Watch > 0), outcome: outcomeOf(report)}, nil
}

// rollBack makes the library answer from the earlier snapshot that a payload names. It fails only when a reload runs; why
// the return failed is in its report.
func (r *reloads) rollBack(ctx context.Context, payload string) (message.Reload, error) {
	if err := r.begin(); err != nil {
		return message.Reload{}, err
	}
	defer r.end()
	a := r.newAttempt()
	a.RolledBack = true
	a.fail(r.guard(func() error {
		kept := r.library.Versions()
		at := slices.IndexFunc(kept, func(v retrieval.Version) bool { return payloadOf(v) == payload })
		if at < 0 {
			return fmt.Errorf("%w: %s", retrieval.ErrNotKept, payload)
		}
		return r.library.RollBack(ctx, kept[at].Number)
	}))
	a.After = r.library.Snapshot()
	return a.done(r.log), nil
}
