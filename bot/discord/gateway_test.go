package discord

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pullquote/bot/discordtest"
)

// room is a server with a channel and somebody in it. What she says mentions the bot, so that its text is delivered.
type room struct {
	*discordtest.Server
	channel *discordtest.Channel
	ada     *discordtest.User
}

func newRoom(t *testing.T) room {
	t.Helper()
	srv := newServer(t)
	guild := srv.AddGuild("Reading room")
	r := room{srv, guild.AddChannel("general"), srv.AddUser("ada")}
	guild.AddMember(r.ada, 0)
	return r
}

func (r room) say(text string) string {
	text = r.Bot.Mention() + " " + text
	r.ada.Say(r.channel, text)
	return "ada: " + text
}

func TestIdentify(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	c, _ := newClient(t, srv)
	run(t, c, silent{})
	connected(t, srv, func() bool { return srv.Connections() == 1 })
	id := srv.Identified()[0]
	if want := int(intents); id.Intents != want || id.Compress {
		t.Errorf("identified with intents %d and compression %v, want %d and none", id.Intents, id.Compress, want)
	}
}

func TestResumesAndReplaysWhatWasMissed(t *testing.T) {
	tests := []struct {
		name    string
		disturb func(*testing.T, *discordtest.Server)
	}{
		{"reconnect", func(_ *testing.T, s *discordtest.Server) { s.Reconnect() }},
		{"drop", func(_ *testing.T, s *discordtest.Server) { s.DropGateway() }},
		{"invalid but resumable", func(_ *testing.T, s *discordtest.Server) { s.InvalidateSession(true) }},
		{"close 4000", func(_ *testing.T, s *discordtest.Server) { s.CloseGateway(4000) }},
		{"close 4008", func(_ *testing.T, s *discordtest.Server) { s.CloseGateway(4008) }},
		{"reconnect as the first answer to resume", func(t *testing.T, s *discordtest.Server) {
			s.OnResume(discordtest.ReconnectFirst)
			s.Reconnect()
			connected(t, s, func() bool { return s.Resumes() >= 2 })
			s.OnResume(discordtest.Accept)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			c, _ := newClient(t, r.Server)
			got := newEvents()
			run(t, c, got)
			got.want(t, "ready bot")
			got.want(t, r.say("one"))
			tt.disturb(t, r.Server)
			missed := r.say("two")
			connected(t, r.Server, func() bool { return r.Resumes() >= 1 && r.Connections() == 1 })
			got.want(t, missed)
			got.want(t, r.say("three"))
			if r.Identifies() != 1 {
				t.Errorf("identified %d times, want once", r.Identifies())
			}
		})
	}
}

func TestIdentifiesAgainWhenTheSessionIsOver(t *testing.T) {
	tests := []struct {
		name    string
		disturb func(*discordtest.Server)
	}{
		{"invalid session", func(s *discordtest.Server) { s.InvalidateSession(false) }},
		{"invalid session in answer to resume", func(s *discordtest.Server) {
			s.OnResume(discordtest.InvalidSession)
			s.DropGateway()
		}},
		{"close 4007", func(s *discordtest.Server) { s.CloseGateway(4007) }},
		{"close 4009", func(s *discordtest.Server) { s.CloseGateway(4009) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			c, _ := newClient(t, r.Server)
			got := newEvents()
			run(t, c, got)
			got.want(t, "ready bot")
			tt.disturb(r.Server)
			got.want(t, "ready bot")
			got.want(t, r.say("again"))
			if r.Identifies() != 2 {
				t.Errorf("identified %d times, want twice", r.Identifies())
			}
		})
	}
}

func TestFrozenGatewayIsLeftAndResumed(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, log := newClient(t, r.Server)
	c.timing.patience = 500 * time.Millisecond
	got := newEvents()
	run(t, c, got)
	got.want(t, "ready bot")
	r.Freeze(true)
	missed := r.say("anybody?")
	connected(t, r.Server, func() bool { return r.Connections() == 0 })
	r.Freeze(false)
	got.want(t, missed)
	got.want(t, r.say("again"))
	if r.Identifies() != 1 || r.Resumes() < 1 {
		t.Errorf("identified %d times and resumed %d times, want once and at least once", r.Identifies(), r.Resumes())
	}
	if want := "silent for 500ms"; !strings.Contains(log.String(), want) {
		t.Errorf("the log does not say %q:\n%s", want, log)
	}
}

func TestSilentGateway(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	srv.OnConnect(discordtest.Silence)
	c, _ := newClient(t, srv)
	c.timing.answer = 100 * time.Millisecond
	got := newEvents()
	run(t, c, got)
	waitRequests(t, srv, routeMe, 3) // one at first, one after each failure
	srv.OnConnect(discordtest.Accept)
	got.want(t, "ready bot")
}

// waitRequests waits until srv has had n requests for route.
func waitRequests(t *testing.T, srv *discordtest.Server, route string, n int) {
	t.Helper()
	if err := srv.WaitFor(within(t), func() bool { return countRequests(srv, route) >= n }); err != nil {
		t.Fatalf("%d requests for %s, want %d: %v", countRequests(srv, route), route, n, err)
	}
}

func countRequests(srv *discordtest.Server, route string) (n int) {
	for _, r := range srv.Requests() {
		if r.Route == route {
			n++
		}
	}
	return n
}

func TestRunEndsWhileTheGatewayIsSilent(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	srv.OnConnect(discordtest.Silence)
	c, _ := newClient(t, srv)
	c.timing.answer, c.timing.open = time.Hour, time.Hour
	running := run(t, c, silent{})
	waitRequests(t, srv, routeGateway, 1)
	running.cancel()
	if err := running.wait(t); err != nil {
		t.Errorf("Run: %v, want nil", err)
	}
}

func TestFatalCloseCodes(t *testing.T) {
	codes := map[int]string{
		4004: "DISCORD_TOKEN is not accepted", 4010: "shard 0 of 1", 4011: "raise the number of shards", 4012: "update the program",
		4013: "update the program", 4014: "not allowed",
	}
	moments := []struct {
		name    string
		first   func(*discordtest.Server, int)
		disturb func(*discordtest.Server, int)
	}{
		{"at first", func(s *discordtest.Server, code int) { s.OnConnect(discordtest.RefuseWith(code)) }, nil},
		{"at resume", nil, func(s *discordtest.Server, code int) {
			s.OnResume(discordtest.RefuseWith(code))
			s.DropGateway()
		}},
		{"while connected", nil, (*discordtest.Server).CloseGateway},
	}
	for _, m := range moments {
		for code, want := range codes {
			t.Run(fmt.Sprintf("%s/%d", m.name, code), func(t *testing.T) {
				t.Parallel()
				srv := newServer(t)
				if m.first != nil {
					m.first(srv, code)
				}
				c, _ := newClient(t, srv)
				got := newEvents()
				running := run(t, c, got)
				if m.disturb != nil {
					got.want(t, "ready bot")
					m.disturb(srv, code)
				}
				if err := running.wait(t); err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("Run: %v, want an error with %q", err, want)
				}
			})
		}
	}
}
