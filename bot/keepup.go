package bot

import (
	"context"
	"errors"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// keepUp reloads the corpus without being asked: when the bot starts, if it has changed since it was read, and with
// [Options].Watch whenever it changes. It returns when the context ends.
func (b *Bot) keepUp(ctx context.Context) {
	b.gather()
	for range 2 { // what has changed, and then what turns out to be damaged of what has not
		stale, err := b.options.Library.Stale(ctx)
		if errors.Is(err, retrieval.ErrNoSource) || ctx.Err() != nil {
			return
		}
		if err != nil {
			b.warnUnseen(err)
		}
		if err != nil || !stale {
			break
		}
		b.reloadByItself(ctx, "the corpus has changed, or its snapshot is damaged")
	}
	if b.options.Watch > 0 {
		o := corpus.WatchOptions{Every: b.options.Watch, Failed: b.warnUnseen}
		b.options.Library.Watch(ctx, o, func() { b.reloadByItself(ctx, "the corpus has changed") })
	}
}

// gather makes the directory of the snapshot that serves, before anybody waits for it, and lets go of the one before.
func (b *Bot) gather() {
	_ = b.reloads.guard(func() error { // it logs a panic, and who looks something up meets it again
		b.directories.now()
		return nil
	})
}

func (b *Bot) warnUnseen(err error) {
	b.log.Warn("it cannot be seen whether the corpus has changed; what was read before serves on", "err", err)
}

// reloadByItself reloads the corpus for a reason. While another reload runs it does nothing: that sees the change, or the
// next look does.
func (b *Bot) reloadByItself(ctx context.Context, why string) {
	b.log.Info(why + "; reading the changes")
	if report, err := b.reloads.reload(ctx, nil); err == nil {
		b.record(report)
	}
}
