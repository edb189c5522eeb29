package discord

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/bwmarrin/discordgo"
)

// queued is how many events may wait for the handler before the gateway has to wait too.
const queued = 256

// queue takes the events of one shard to the handler, in order, one after the other, so that reading from the gateway
// does not wait for the handler.
type queue struct {
	done   <-chan struct{}
	events chan *discordgo.Event
	log    *slog.Logger
}

// newQueue returns a queue that delivers until ctx ends.
func newQueue(ctx context.Context, log *slog.Logger) *queue {
	return &queue{done: ctx.Done(), events: make(chan *discordgo.Event, queued), log: log}
}

// add takes an event that the handler wants to see, and ignores others.
func (q *queue) add(e *discordgo.Event) {
	switch e.Type {
	case "READY", "INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE", "GUILD_UPDATE":
	default:
		return
	}
	select {
	case q.events <- e:
	case <-q.done:
	}
}

// deliver gives the events to h until the queue's context ends. What is left then is dropped. It always returns nil.
func (q *queue) deliver(h Handler) error {
	for {
		select {
		case <-q.done:
			return nil
		case e := <-q.events:
			q.handle(h, e)
		}
	}
}

// handle gives one event to h. A panic is logged and goes no further. An event that discordgo could not decode has parts
// missing; it is logged by its type, and h does not see it.
func (q *queue) handle(h Handler, e *discordgo.Event) {
	defer func() {
		if p := recover(); p != nil {
			q.log.Error("panic in an event's handler", "type", e.Type, "panic", redact(fmt.Sprint(p)), "stack", redact(string(debug.Stack())))
		}
	}()
	switch v := e.Struct.(type) {
	case *discordgo.Ready:
		if v.User != nil {
			h.Ready(v)
			return
		}
	case *discordgo.InteractionCreate:
		if isWholeInteraction(v) {
			h.Interaction(v)
			return
		}
	case *discordgo.MessageCreate:
		if v.Message != nil && v.Author != nil {
			h.Message(v)
			return
		}
	case *discordgo.GuildCreate:
		if v.Guild != nil && v.ID != "" {
			h.Guild(v.Guild)
			return
		}
	case *discordgo.GuildUpdate:
		if v.Guild != nil && v.ID != "" {
			h.Guild(v.Guild)
			return
		}
	}
	q.log.Warn("dropped an event that cannot be decoded", "type", e.Type)
}

// isWholeInteraction says whether an interaction has a user, its data, and the message of a component.
func isWholeInteraction(i *discordgo.InteractionCreate) bool {
	if i.Interaction == nil || i.Data == nil {
		return false
	}
	if i.Type == discordgo.InteractionMessageComponent && (i.Message == nil || i.Message.ID == "") {
		return false
	}
	return i.User != nil || i.Member != nil && i.Member.User != nil
}
