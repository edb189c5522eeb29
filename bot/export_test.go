package bot

import (
	"context"
	"time"

	"pullquote/bot/discord"
	"pullquote/bot/message"
	"pullquote/retrieval"
)

// SetHandler makes the requests of a route be answered with what f returns, as text without a quote. It must be called
// before Run.
func (b *Bot) SetHandler(name string, f func() string) {
	r := b.routes[name]
	r.handle = func(context.Context, *request) (response, error) {
		return response{Reply: message.Reply{Content: f()}, private: r.private, outcome: "set by a test"}, nil
	}
	b.routes[name] = r
}

// SetPatience makes the bot give up a gateway that was silent for d. It must be called before Run.
func (b *Bot) SetPatience(d time.Duration) (err error) {
	o := b.options
	b.client, err = discord.New(discord.Config{Token: o.Token, API: o.API, Shards: o.Shards, Log: o.Log, Observe: b.metrics, Patience: d})
	return err
}

// SetAgain changes after how long the commands are registered again if that failed. It must be called before Run.
func (b *Bot) SetAgain(d time.Duration) { b.again = d }

// SetNotices changes how many members are told at once that their request is not worked on. It must be called before
// any is.
func (b *Bot) SetNotices(n int) { b.mostNotices = n }

// BeforeRead has f called before the corpus is read for a reload or a check; its error is that of the reading. It must be
// called before Run.
func (b *Bot) BeforeRead(f func(context.Context) error) {
	read := b.reloads.read
	b.reloads.read = func(ctx context.Context, progress func(done, all int)) (*retrieval.Update, error) {
		if err := f(ctx); err != nil {
			return nil, err
		}
		return read(ctx, progress)
	}
}

// SetDrain changes how long requests under way may take to finish when the bot is to stop. It must be called before Run.
func (b *Bot) SetDrain(d time.Duration) { b.drain = d }
