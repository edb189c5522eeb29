package discord

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

// asked is a room in which ada has just used a command.
type asked struct {
	room
	*Client
	interaction *discordgo.Interaction
	seen        *discordtest.Interaction
}

// newAsked uses a command and receives its interaction over the gateway.
func newAsked(t *testing.T) asked {
	t.Helper()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	h := &catcher{events: newEvents(), caught: make(chan *discordgo.Interaction, 1)}
	run(t, c, h)
	h.want(t, "ready bot")
	a := asked{room: r, Client: c, seen: r.ada.Command(r.channel, "ask", discordtest.Options{"question": "how many?"})}
	select {
	case a.interaction = <-h.caught:
	case <-within(t).Done():
		t.Fatal("no interaction")
	}
	return a
}

// catcher keeps interactions.
type catcher struct {
	events
	caught chan *discordgo.Interaction
}

func (c *catcher) Interaction(i *discordgo.InteractionCreate) { c.caught <- i.Interaction }

// response is a first response.
func response(text string) *discordgo.InteractionResponse {
	return &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{Content: text, AllowedMentions: none()},
	}
}

func edit(text string) *discordgo.WebhookEdit {
	return &discordgo.WebhookEdit{Content: &text, AllowedMentions: none()}
}

func followup(text string) *discordgo.WebhookParams {
	return &discordgo.WebhookParams{Content: text, AllowedMentions: none()}
}

func TestRespondAndWhatFollows(t *testing.T) {
	t.Parallel()
	a := newAsked(t)
	ctx := within(t)
	lost := func(method, route string) {
		a.Inject(discordtest.Fault{Method: method, Route: route, Status: 502, Done: true})
	}
	steps := []struct {
		name string
		do   func() error
	}{
		{"respond", func() error { lost("POST", routeCallback); return a.Respond(ctx, a.interaction, response("first")) }},
		{"edit", func() error { lost("PATCH", routeOriginal); return a.Edit(ctx, a.interaction, edit("second")) }},
		{"followup", func() error { return a.Followup(ctx, a.interaction, followup("more")) }},
		{"delete", func() error { lost("DELETE", routeOriginal); return a.DeleteOriginal(ctx, a.interaction) }},
	}
	for _, s := range steps[:3] {
		if err := s.do(); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
	}
	m := a.seen.Message()
	if m.Content != "second" || len(a.seen.Followups()) != 1 {
		t.Errorf("the response is %q with %d followups, want %q and 1", m.Content, len(a.seen.Followups()), "second")
	}
	if m.Flags&int(discordgo.MessageFlagsSuppressEmbeds) == 0 {
		t.Errorf("the flags of the edited message are %d, want previews of links off", m.Flags)
	}
	if err := steps[3].do(); err != nil || !m.Deleted() {
		t.Errorf("delete: %v, deleted: %v, want the message gone", err, m.Deleted())
	}
	for _, r := range a.Requests() {
		if strings.Contains(r.Path, a.interaction.Token) && r.Header.Get("Authorization") != "" {
			t.Errorf("%s %s carries the bot's token, which it does not need", r.Method, r.Route)
		}
	}
}

func TestSecondResponseIsAnError(t *testing.T) {
	t.Parallel()
	a := newAsked(t)
	if err := a.Respond(within(t), a.interaction, response("first")); err != nil {
		t.Fatal(err)
	}
	err := a.Respond(within(t), a.interaction, response("second"))
	if ErrorCode(err) != codeAlreadyAcknowledged || countRequests(a.Server, routeCallback) != 2 {
		t.Errorf("the second response: %v in %d requests, want code %d and 2", err, countRequests(a.Server, routeCallback), codeAlreadyAcknowledged)
	}
	unknown := *a.interaction
	unknown.ID = "1"
	err = a.Respond(within(t), &unknown, response("nobody"))
	if ErrorCode(err) != 10062 || countRequests(a.Server, routeCallback) != 3 {
		t.Errorf("a response to nothing: %v in %d requests, want code 10062 and 3", err, countRequests(a.Server, routeCallback))
	}
}

func TestFollowupIsNotRepeatedBlindly(t *testing.T) {
	tests := []struct {
		name            string
		fault           discordtest.Fault
		requests, posts int
	}{
		{"done, answer cut", discordtest.Fault{Drop: true, Done: true}, 1, 1},
		{"done, answered 502", discordtest.Fault{Status: 502, Done: true}, 1, 1},
		{"limited", discordtest.Fault{Status: 429, RetryAfter: 10 * time.Millisecond}, 2, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := newAsked(t)
			if err := a.Respond(within(t), a.interaction, response("first")); err != nil {
				t.Fatal(err)
			}
			tt.fault.Route = routeFollowup
			a.Inject(tt.fault)
			err := a.Followup(within(t), a.interaction, followup("more"))
			if (err == nil) != (tt.requests == 2) {
				t.Errorf("Followup: %v, want an error: %v", err, tt.requests != 2)
			}
			if n, posts := countRequests(a.Server, routeFollowup), len(a.seen.Followups()); n != tt.requests || posts != tt.posts {
				t.Errorf("%d requests and %d messages, want %d and %d", n, posts, tt.requests, tt.posts)
			}
		})
	}
}

func TestErrorsNeverHaveTokens(t *testing.T) {
	t.Parallel()
	a := newAsked(t)
	short, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	for _, f := range []discordtest.Fault{
		{Drop: true, Times: -1}, {Status: 404, Code: 10062, Message: "Unknown interaction"}, {Status: 500, Times: -1},
		{Status: 400, Message: "bad token " + a.interaction.Token + " of " + a.Token, Code: 50027}, {Hang: true},
	} {
		a.ClearFaults()
		f.Route = routeOriginal
		a.Inject(f)
		err := a.Edit(short, a.interaction, edit("second"))
		if err == nil {
			t.Errorf("with %+v: no error", f)
			continue
		}
		for e := err; e != nil; e = errors.Unwrap(e) {
			if text := e.Error(); strings.Contains(text, a.interaction.Token) || strings.Contains(text, a.Token) {
				t.Errorf("with %+v: a token is in the error: %v", f, e)
			}
		}
	}
}
