package discord

import (
	"context"
	"errors"
	"net/http"
	"strings"
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
