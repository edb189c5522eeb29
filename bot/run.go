package bot

import (
	"context"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/phrases"
)

// drainTime is how long requests that are under way may take to finish once the bot is to stop.
const drainTime = 10 * time.Second

// Run connects to Discord and answers until the context ends; then it takes nothing new, finishes what is under way
// within 10 s, and returns nil. It returns earlier when the connection cannot be kept: the error is one line that says
// what is wrong and what to do. While Discord cannot be reached it says so in the log and tries again. It can be called
// once.
func (b *Bot) Run(ctx context.Context) error {
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	wire, hangUp := context.WithCancel(work)
	defer hangUp()
	long, cutShort := context.WithCancel(work)
	defer cutShort()
	for range b.options.Limits.Workers {
		b.running.Go(func() { b.work(work) })
	}
	b.running.Go(func() { b.keepUp(long) })
	ended := make(chan error, 1)
	go func() { ended <- b.client.Run(wire, events{b, work, long}) }()

	var err error
	select {
	case err = <-ended:
		ended = nil
	case <-ctx.Done():
		b.log.Info("stopping", "finish within", b.drain.String())
	}
	cutShort()
	b.finish()
	if ended != nil {
		hangUp()
		err = <-ended
	}
	stop()
	b.running.Wait()
	return err
}

// finish lets nothing more in and waits for what is under way, last for those who are told that they came too late.
func (b *Bot) finish() {
	until := time.Now().Add(b.drain)
	b.gate.close()
	if !b.gate.wait(b.drain) {
		b.log.Warn("stopped before every request was answered", "unanswered", b.gate.count())
	}
	b.notices.close()
	b.notices.wait(time.Until(until))
}

// events receives what happens in Discord. Its methods are called by package discord, which has no context for them:
// work ends when the bot has stopped, long as soon as it is to stop.
type events struct {
	*Bot
	work, long context.Context
}

// Ready learns who the bot is and sees to its commands.
func (e events) Ready(r *discordgo.Ready) {
	if r.User == nil || r.Application == nil {
		e.log.Error("Discord's first message lacks the bot's user or application")
		return
	}
	if first := e.self.Swap(&r.User.ID) == nil; first {
		e.running.Go(func() { e.keepCommands(e.work, e.long, r.Application.ID) })
	}
}

func (e events) Interaction(i *discordgo.InteractionCreate) {
	if r := fromInteraction(i.Interaction); r != nil {
		e.languages.learn(i.Interaction, r.user)
		e.languages.fill(r)
		e.accept(e.work, e.long, r)
	}
}

// Guild learns a server's language.
func (e events) Guild(g *discordgo.Guild) {
	if g.PreferredLocale != "" {
		e.languages.servers.put(g.ID, phrases.OfLocale(g.PreferredLocale))
	}
}

func (e events) Message(m *discordgo.MessageCreate) {
	self := e.self.Load()
	if self == nil {
		return
	}
	if r := fromMessage(m.Message, *self); r != nil {
		e.languages.fill(r)
		e.accept(e.work, e.long, r)
	}
}
