package discord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

func TestRunDeliversEventsInOrder(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, log := newClient(t, r.Server)
	up := make(ups, 2)
	c.config.Observe = up
	got := newEvents()
	running := run(t, c, got)
	got.want(t, "ready bot")
	up.want(t, true)
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
	up.want(t, false)
	if strings.Contains(log.String(), r.Token) {
		t.Errorf("the token is in the log:\n%s", log)
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

// servers is a Handler that passes on the servers' names and languages.
type servers struct{ events }

func (s servers) Guild(g *discordgo.Guild) { s.events <- g.Name + " speaks " + g.PreferredLocale }

func TestServersAreDelivered(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	berlin := srv.AddGuild("Berlin")
	berlin.Locale = "de"
	c, _ := newClient(t, srv)
	got := servers{newEvents()}
	run(t, c, got)
	got.want(t, "ready bot", "Berlin speaks de")
	srv.AddGuild("Boston")
	got.want(t, "Boston speaks en-US")
	srv.SendRaw("GUILD_UPDATE", json.RawMessage(`{"id":"`+berlin.ID+`","name":"Berlin","preferred_locale":"fr"}`))
	got.want(t, "Berlin speaks fr")
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
	for _, want := range []string{"not this one", "MESSAGE_CREATE", "events_test.go"} {
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
		{"GUILD_UPDATE", `{"preferred_locale":"de"}`},
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
