package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

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

func TestRunDeliversEventsInOrder(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, log := newClient(t, r.Server)
	got := newEvents()
	running := run(t, c, got)
	got.want(t, "ready bot")
	var want []string
	for i := range 300 { // more than the queue holds
		want = append(want, r.say(fmt.Sprint(i)))
	}
	r.ada.Command(r.channel, "ask", discordtest.Options{"question": "how many?"})
	got.want(t, append(want, "interaction ask")...)
	if h := c.Health(); len(h) != 1 || !h[0].Connected || h[0].Heard.IsZero() {
		t.Errorf("Health = %+v, want one connected shard that was heard", h)
	}
	running.cancel()
	if err := running.wait(t); err != nil {
		t.Errorf("Run: %v, want nil", err)
	}
	if h := c.Health(); h[0].Connected {
		t.Errorf("after Run: Health = %+v, want not connected", h)
	}
	if strings.Contains(log.String(), r.Token) {
		t.Errorf("the token is in the log:\n%s", log)
	}
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
		disturb func(*discordtest.Server)
	}{
		{"reconnect", (*discordtest.Server).Reconnect},
		{"drop", (*discordtest.Server).DropGateway},
		{"invalid but resumable", func(s *discordtest.Server) { s.InvalidateSession(true) }},
		{"close 4000", func(s *discordtest.Server) { s.CloseGateway(4000) }},
		{"close 4008", func(s *discordtest.Server) { s.CloseGateway(4008) }},
		{"reconnect as the first answer to resume", func(s *discordtest.Server) {
			s.OnResume(discordtest.ReconnectFirst)
			s.Reconnect()
			_ = s.WaitGateway(context.Background(), func() bool { return s.Resumes() >= 2 })
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
			tt.disturb(r.Server)
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
	if err := waitRequests(srv, within(t), routeMe, 3); err != nil { // one at first, one after each failure
		t.Fatal(err)
	}
	srv.OnConnect(discordtest.Accept)
	got.want(t, "ready bot")
}

// waitRequests waits until srv has had n requests for route.
func waitRequests(srv *discordtest.Server, ctx context.Context, route string, n int) error {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		if countRequests(srv, route) >= n {
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return fmt.Errorf("%d requests for %s, want %d", countRequests(srv, route), route, n)
		}
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
	if err := waitRequests(srv, within(t), routeGateway, 1); err != nil {
		t.Fatal(err)
	}
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

func TestSeveralShards(t *testing.T) {
	t.Parallel()
	srv := discordtest.NewUnstartedServer()
	srv.Shards, srv.HeartbeatInterval = 3, 200*time.Millisecond
	srv.Start()
	t.Cleanup(srv.Close)
	c, _ := newClient(t, srv, 0, 1, 2)
	got := newEvents()
	run(t, c, got)
	got.want(t, "ready bot", "ready bot", "ready bot")
	if err := srv.WaitConnected(within(t)); err != nil {
		t.Fatal(err)
	}
	var shards []int
	for _, id := range srv.Identified() {
		shards = append(shards, id.Shard[0])
	}
	if slices.Sort(shards); !slices.Equal(shards, []int{0, 1, 2}) {
		t.Errorf("identified for the shards %v, want 0, 1 and 2", shards)
	}
	ada, want := srv.AddUser("ada"), []string{}
	for i := range 9 {
		guild := srv.AddGuild(fmt.Sprint("guild ", i))
		guild.AddMember(ada, 0)
		text := fmt.Sprint(srv.Bot.Mention(), i)
		ada.Say(guild.AddChannel("general"), text)
		want = append(want, "ada: "+text)
	}
	if seen := got.take(t, len(want)); !slices.Equal(seen, want) {
		t.Errorf("the events are %q, want %q", seen, want)
	}
}

// take waits for n lines and returns them sorted.
func (e events) take(t *testing.T, n int) []string {
	t.Helper()
	ctx := within(t)
	var lines []string
	for range n {
		select {
		case line := <-e:
			lines = append(lines, line)
		case <-ctx.Done():
			t.Fatalf("%d events, want %d: %q", len(lines), n, lines)
		}
	}
	slices.Sort(lines)
	return lines
}

// touchy panics at the first message.
type touchy struct {
	events
	done bool
}

func (h *touchy) Message(m *discordgo.MessageCreate) {
	if !h.done {
		h.done = true
		panic("not this one")
	}
	h.events.Message(m)
}

func TestPanickingHandler(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, log := newClient(t, r.Server)
	h := &touchy{events: newEvents()}
	run(t, c, h)
	h.want(t, "ready bot")
	r.say("one")
	h.want(t, r.say("two"))
	for _, want := range []string{"not this one", "MESSAGE_CREATE", "gateway_test.go"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("%q is not in the log:\n%s", want, log)
		}
	}
}

func TestUndecodableEventsAreDropped(t *testing.T) {
	bad := []struct{ event, data string }{
		{"MESSAGE_CREATE", `{"id":"1","channel_id":"2","author":{"id":"3"},"components":[{"type":9999}]}`},
		{"MESSAGE_CREATE", `{"id":"1","channel_id":"2","author":{"id":3}}`},
		{"MESSAGE_CREATE", `{}`},
		{"MESSAGE_CREATE", `null`},
		{"INTERACTION_CREATE", `{}`},
		{"INTERACTION_CREATE", `{"id":"1","type":2,"token":"t","data":{"name":5},"user":{"id":"3"}}`},
		{"INTERACTION_CREATE", `{"id":"1","type":2,"token":"t","data":{"id":"1","name":"ask","type":1}}`},
		{"INTERACTION_CREATE", `{"id":"1","type":3,"token":"t","data":{"custom_id":"a"},"user":{"id":"3"}}`},
		{"INTERACTION_CREATE", `[]`},
	}
	t.Parallel()
	r := newRoom(t)
	c, log := newClient(t, r.Server)
	got := newEvents()
	run(t, c, got)
	got.want(t, "ready bot")
	for _, b := range bad {
		r.SendRaw(b.event, json.RawMessage(b.data))
	}
	r.SendRaw("NEVER_HEARD_OF", json.RawMessage(`{"a":1}`))
	r.SendRaw("", json.RawMessage("{not JSON"))
	got.want(t, r.say("fine"))
	if n := strings.Count(log.String(), "cannot be decoded"); n != len(bad) {
		t.Errorf("%d events are logged as dropped, want %d:\n%s", n, len(bad), log)
	}
	if strings.Contains(log.String(), "panic") {
		t.Errorf("a handler panicked:\n%s", log)
	}
}
