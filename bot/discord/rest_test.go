package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

// none allows no mentions, as every message of the bot does.
func none() *discordgo.MessageAllowedMentions { return &discordgo.MessageAllowedMentions{} }

func message(text string) *discordgo.MessageSend {
	return &discordgo.MessageSend{Content: text, AllowedMentions: none()}
}

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

func TestSendThroughFaults(t *testing.T) {
	tests := []struct {
		name     string
		fault    discordtest.Fault
		requests int
		status   int // of the error, -1 for none
	}{
		{"none", discordtest.Fault{Skip: 1}, 1, -1},
		{"502 twice", discordtest.Fault{Status: 502, Times: 2}, 3, -1},
		{"500", discordtest.Fault{Status: 500}, 2, -1},
		{"503", discordtest.Fault{Status: 503}, 2, -1},
		{"504", discordtest.Fault{Status: 504}, 2, -1},
		{"502 for ever", discordtest.Fault{Status: 502, Times: -1}, maxAttempts, 502},
		{"cut", discordtest.Fault{Drop: true}, 2, -1},
		{"cut for ever", discordtest.Fault{Drop: true, Times: -1}, maxAttempts, 0},
		{"done, answer cut", discordtest.Fault{Drop: true, Done: true}, 2, -1},
		{"done, answered 502 twice", discordtest.Fault{Status: 502, Done: true, Times: 2}, 3, -1},
		{"own limit", discordtest.Fault{Status: 429, Scope: "user", RetryAfter: 10 * time.Millisecond}, 2, -1},
		{"shared limit", discordtest.Fault{Status: 429, Scope: "shared", RetryAfter: 10 * time.Millisecond}, 2, -1},
		{"global limit", discordtest.Fault{Status: 429, Scope: "global", RetryAfter: 10 * time.Millisecond}, 2, -1},
		{"limit for too long", discordtest.Fault{Status: 429, RetryAfter: time.Hour}, 1, 429},
		{"bad request", discordtest.Fault{Status: 400, Code: 50035, Message: "Invalid Form Body"}, 1, 400},
		{"unknown channel", discordtest.Fault{Status: 404, Code: 10003, Message: "Unknown Channel"}, 1, 404},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			c, _ := newClient(t, r.Server)
			tt.fault.Route = routeMessages
			r.Inject(tt.fault)
			err := c.Send(within(t), r.channel.ID, message("hello"))
			if (err == nil) != (tt.status == -1) || err != nil && (StatusCode(err) != tt.status || ErrorCode(err) != tt.fault.Code) {
				t.Errorf("Send: %v, want status %d and code %d", err, tt.status, tt.fault.Code)
			}
			if n := countRequests(r.Server, routeMessages); n != tt.requests {
				t.Errorf("%d requests, want %d", n, tt.requests)
			}
			if n := len(r.channel.Messages()); err == nil && n != 1 || n > 1 {
				t.Errorf("%d messages in the channel, want one", n)
			}
		})
	}
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

func TestDeniedChannelIsRemembered(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	r.channel.Deny(discordgo.PermissionSendMessages)
	first := c.Send(within(t), r.channel.ID, message("hello"))
	if StatusCode(first) != http.StatusForbidden || ErrorCode(first) != 50013 || errors.Is(first, ErrRefusedBefore) {
		t.Errorf("Send: %v, want 403 (50013)", first)
	}
	second := c.Send(within(t), r.channel.ID, message("hello"))
	if StatusCode(second) != http.StatusForbidden || ErrorCode(second) != 50013 || !errors.Is(second, ErrRefusedBefore) {
		t.Errorf("Send again: %v, want 403 (50013) by memory", second)
	}
	if n := countRequests(r.Server, routeMessages); n != 1 {
		t.Errorf("%d requests, want 1", n)
	}
}

func TestTooManyInvalidRequestsStopAll(t *testing.T) {
	t.Parallel()
	a := newAsked(t)
	a.guard = newGuard(3)
	a.Inject(discordtest.Fault{Route: routeMessages, Status: 403, Code: 50001, Times: -1})
	for _, channel := range []string{"1", "2", "3"} {
		if err := a.Send(within(t), channel, message("hello")); StatusCode(err) != http.StatusForbidden {
			t.Fatalf("Send: %v, want 403", err)
		}
	}
	if err := a.Send(within(t), "4", message("hello")); !errors.Is(err, ErrTooManyInvalid) {
		t.Errorf("Send after three refusals: %v, want %v", err, ErrTooManyInvalid)
	}
	if n := countRequests(a.Server, routeMessages); n != 3 {
		t.Errorf("%d requests, want 3", n)
	}
	if err := a.Respond(within(t), a.interaction, response("still")); err != nil {
		t.Errorf("Respond: %v, want none: who asks gets an answer", err)
	}
}

func TestRateLimitOfAChannelIsKept(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	r.LimitRate(routeMessages, 2, 100*time.Millisecond)
	for range 6 {
		if err := c.Send(within(t), r.channel.ID, message("hello")); err != nil {
			t.Fatal(err)
		}
	}
	if n := countRequests(r.Server, routeMessages); n != 6 {
		t.Errorf("%d requests for 6 messages, want none refused", n)
	}
}

func TestGlobalLimitStopsOtherRoutesToo(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	r.Inject(discordtest.Fault{Route: routeMessages, Status: 429, Scope: "global", RetryAfter: time.Hour})
	if err := c.Send(within(t), r.channel.ID, message("hello")); StatusCode(err) != http.StatusTooManyRequests {
		t.Fatalf("Send: %v, want 429", err)
	}
	if _, err := c.SyncCommands(within(t), r.ApplicationID, nil); err == nil || countRequests(r.Server, routeCommands) != 0 {
		t.Errorf("SyncCommands: %v after %d requests, want an error and none", err, countRequests(r.Server, routeCommands))
	}
}

func TestContextEndsWaits(t *testing.T) {
	tests := []struct {
		name  string
		fault discordtest.Fault
	}{
		{"no answer", discordtest.Fault{Hang: true, Times: -1}},
		{"limited", discordtest.Fault{Status: 429, RetryAfter: 5 * time.Second, Times: -1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			c, _ := newClient(t, r.Server)
			r.Inject(tt.fault)
			ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
			defer cancel()
			if err := c.Send(ctx, r.channel.ID, message("hello")); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("Send: %v, want %v", err, context.DeadlineExceeded)
			}
			if n := countRequests(r.Server, routeMessages); n != 1 {
				t.Errorf("%d requests, want 1", n)
			}
		})
	}
}

func TestFilesGoAlong(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	r.Inject(discordtest.Fault{Route: routeMessages, Status: 502}) // the second attempt has the whole file, too
	m := message("a file")
	m.Files = []*discordgo.File{{Name: "answer.txt", ContentType: "text/plain", Reader: strings.NewReader("all of it")}}
	if err := c.Send(within(t), r.channel.ID, m); err != nil {
		t.Fatal(err)
	}
	got := r.channel.Messages()[0]
	if len(got.Files) != 1 || got.Files[0].Name != "answer.txt" || string(got.Files[0].Data) != "all of it" || got.Content != "a file" {
		t.Errorf("the message is %q with the files %+v, want one file", got.Content, got.Files)
	}
}

// counted is an Observer that keeps what it is told.
type counted struct {
	mu    sync.Mutex
	lines []string
}

func (o *counted) Requested(method, route string, status int, took time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.lines = append(o.lines, method+" "+route+" "+http.StatusText(status))
}

func (o *counted) Connected(shard int, up bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.lines = append(o.lines, fmt.Sprintf("shard %d: %v", shard, up))
}

func TestObserverIsToldOfConnections(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	c, _ := newClient(t, srv)
	o, got := &counted{}, newEvents()
	c.config.Observe = o
	running := run(t, c, got)
	got.want(t, "ready bot")
	srv.CloseGateway(4009)
	got.want(t, "ready bot")
	running.cancel()
	if err := running.wait(t); err != nil {
		t.Fatal(err)
	}
	// A connection counts from when discordgo is done with opening it, a moment after its first event.
	ups, downs := count(o.lines, "shard 0: true"), count(o.lines, "shard 0: false")
	if ups != downs || ups < 1 {
		t.Errorf("told of %q, want as many ends as beginnings", o.lines)
	}
}

func count(lines []string, line string) (n int) {
	for _, l := range lines {
		if l == line {
			n++
		}
	}
	return n
}

func TestObserverIsToldOfEveryAttempt(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	o := &counted{}
	c.config.Observe = o
	r.Inject(discordtest.Fault{Route: routeMessages, Drop: true})
	if err := c.Send(within(t), r.channel.ID, message("hello")); err != nil {
		t.Fatal(err)
	}
	if want := []string{"POST " + routeMessages + " ", "POST " + routeMessages + " OK"}; !slices.Equal(o.lines, want) {
		t.Errorf("told of %q, want %q", o.lines, want)
	}
}
