package bot

import (
	"context"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// drainTime is how long requests that are under way may take to finish once the bot is to stop.
const drainTime = 10 * time.Second

// Run connects to Discord and answers until the context ends; then it takes nothing new, finishes what is under way
// within 10 s, and returns nil. It returns earlier when the connection cannot be kept: the error is one line that says
// what is wrong and what to do. It can be called once.
func (b *Bot) Run(ctx context.Context) error {
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	wire, hangUp := context.WithCancel(work)
	defer hangUp()
	var workers sync.WaitGroup
	for range b.options.Limits.Workers {
		workers.Go(func() { b.work(work) })
	}
	ended := make(chan error, 1)
	go func() { ended <- b.client.Run(wire, events{b, work}) }()

	var err error
	select {
	case err = <-ended:
		ended = nil
	case <-ctx.Done():
		b.log.Info("stopping", "finish within", b.drain.String())
	}
	b.gate.close()
	b.reloads.stop()
	if !b.gate.wait(b.drain) {
		b.log.Warn("stopped before every request was answered", "unanswered", b.gate.count())
	}
	if ended != nil {
		hangUp()
		err = <-ended
	}
	stop()
	workers.Wait()
	b.sends.Wait()
	return err
}

// events receives what happens in Discord.
type events struct {
	*Bot
	work context.Context
}

// Ready learns who the bot is and sees to its commands.
func (e events) Ready(r *discordgo.Ready) {
	if r.User == nil || r.Application == nil {
		e.log.Error("Discord's first message lacks the bot's user or application")
		return
	}
	first := e.self.Swap(&r.User.ID) == nil
	if first && e.gate.enter() {
		go func() {
			defer e.gate.leave()
			e.syncCommands(e.work, r.Application.ID)
		}()
	}
}

func (e events) Interaction(i *discordgo.InteractionCreate) {
	if r := fromInteraction(i.Interaction); r != nil {
		e.accept(e.work, r)
	}
}

func (e events) Message(m *discordgo.MessageCreate) {
	self := e.self.Load()
	if self == nil {
		return
	}
	if r := fromMessage(m.Message, *self); r != nil {
		e.accept(e.work, r)
	}
}
