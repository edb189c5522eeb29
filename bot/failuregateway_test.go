package bot_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pullquote/bot"
	"pullquote/bot/discord"
	"pullquote/bot/discordtest"
)

// outage is something that goes wrong with the gateway, and how the bot comes back.
type outage struct {
	name string
	// begin begins it. What lasts goes on until until is true, if it is not nil, and then end ends it.
	begin func(*world)
	until func(*world) bool
	end   func(*world)
	// log is what the operator reads.
	log []string
	// identifies is true where the session is lost, and with it what was said meanwhile.
	identifies bool
}

var outages = []outage{
	{name: "reconnect", begin: func(w *world) { w.Reconnect() }, log: []string{"level=INFO", "asks to reconnect"}},
	{name: "drop", begin: func(w *world) { w.DropGateway() }, log: []string{"level=WARN", "broke off"}},
	{name: "invalid session", begin: func(w *world) { w.InvalidateSession(false) }, log: []string{"level=INFO", "has ended the session"}, identifies: true},
	{name: "invalid session that can be resumed", begin: func(w *world) { w.InvalidateSession(true) },
		log: []string{"level=INFO", "does not take the session now"}},
	{name: "unknown error", begin: func(w *world) { w.CloseGateway(4000) }, log: []string{"level=WARN", "code 4000"}},
	{name: "wrong sequence number", begin: func(w *world) { w.CloseGateway(4007) }, log: []string{"level=WARN", "code 4007"}, identifies: true},
	{name: "too many frames", begin: func(w *world) { w.CloseGateway(4008) }, log: []string{"level=WARN", "code 4008"}},
	{name: "timed out", begin: func(w *world) { w.CloseGateway(4009) }, log: []string{"level=WARN", "code 4009"}, identifies: true},
	{
		name:  "resume met by reconnect",
		begin: func(w *world) { w.OnResume(discordtest.ReconnectFirst); w.Reconnect() },
		until: func(w *world) bool { return w.Resumes() >= 2 },
		end:   func(w *world) { w.OnResume(discordtest.Accept) },
		log:   []string{"level=INFO", "asks to reconnect"},
	},
	{
		name:  "resume met by an invalid session",
		begin: func(w *world) { w.OnResume(discordtest.InvalidSession); w.DropGateway() },
		log:   []string{"level=INFO", "has ended the session"}, identifies: true,
	},
	{
		name:  "refused for a while",
		begin: func(w *world) { w.OnResume(discordtest.RefuseWith(4000)); w.DropGateway() },
		until: func(w *world) bool { return w.Resumes() >= 2 },
		end:   func(w *world) { w.OnResume(discordtest.Accept) },
		log:   []string{"level=WARN", "code 4000"},
	},
}

// TestGatewayOutage loses the gateway in every way there is: what is asked during it is answered once, as long as
// Discord keeps the session, and what is asked later always.
func TestGatewayOutage(t *testing.T) {
	t.Parallel()
	var worlds []*world
	var meanwhile []*discordtest.Message
	for _, o := range outages {
		w := newWorld(t)
		w.logs("commands")
		o.begin(w)
		worlds = append(worlds, w)
		if o.until != nil {
			w.must(w.WaitFor(w.ctx, func() bool { return o.until(w) }))
		}
		meanwhile = append(meanwhile, w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?"))
		if o.end != nil {
			o.end(w)
		}
	}
	for n, o := range outages {
		w := worlds[n]
		w.logs(append(o.log, "not connected to Discord's gateway")...)
		w.must(w.WaitFor(w.ctx, func() bool { return w.Connections() == 1 && (w.Identifies() > 1) == o.identifies }))
		if !o.identifies {
			contains(t, w.answer(meanwhile[n]), "more than 3,000")
		}
		contains(t, w.ask("How many people were arrested?"), "more than 3,000")
	}
	stopAll(worlds)
	for n, o := range outages {
		if got := len(worlds[n].answersTo(meanwhile[n])); got > 1 {
			t.Errorf("%s: a question during the outage was answered %d times", o.name, got)
		}
		if got := worlds[n].Identifies(); (got == 2) != o.identifies || got > 2 {
			t.Errorf("%s: identified %d times", o.name, got)
		}
	}
}

// stopAll ends the bots of several worlds at the same time.
func stopAll(worlds []*world) {
	var stops sync.WaitGroup
	for _, w := range worlds {
		stops.Go(func() { _ = w.stop() }) // the end of the test looks at the error
	}
	stops.Wait()
}

// TestFrozenGateway freezes the gateway without closing it.
func TestFrozenGateway(t *testing.T) {
	t.Parallel()
	w := prepare(t, func(w *world, _ *bot.Options) { w.HeartbeatInterval = time.Second })
	w.must(w.bot.SetPatience(2 * time.Second))
	w.start()
	w.logs("commands")
	w.Freeze(true)
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	w.logs("not connected to Discord's gateway", "silent for 2s")
	if got := w.page("/readyz"); !strings.Contains(got, "shard 0 is not connected") {
		t.Errorf("/readyz says %q", got)
	}
	w.Freeze(false)
	contains(t, w.answer(m), "more than 3,000")
	if n := w.Identifies(); n != 1 {
		t.Errorf("identified %d times, want 1", n)
	}
}

// TestReplay delivers what was answered already a second time.
func TestReplay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	w.answer(m)
	w.SendRaw("MESSAGE_CREATE", m.JSON)
	i := w.ada.Command(w.channel, "about", nil)
	w.wait(i)
	w.SendRaw("INTERACTION_CREATE", rawCommand(w, i))
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
	w.must(w.stop())
	if n := len(w.answersTo(m)); n != 1 {
		t.Errorf("%d answers to a message that was delivered twice, want 1", n)
	}
	if n := len(w.attempts("POST", routeCallback, i.ID)); n != 1 {
		t.Errorf("%d responses to an interaction that was delivered twice, want 1", n)
	}
	if lines := append(w.lines("id="+m.ID), w.lines("id="+i.ID)...); len(lines) != 2 {
		t.Errorf("the log has %q, want one line each", lines)
	}
}

// rawCommand is the command /about as the gateway sends it.
func rawCommand(w *world, i *discordtest.Interaction) []byte {
	return fmt.Appendf(nil, `{"id":%q,"application_id":%q,"type":2,"token":%q,"version":1,"channel_id":%q,`+
		`"user":{"id":%q,"username":"ada"},"data":{"id":"1","name":"about","type":1}}`,
		i.ID, w.ApplicationID, i.Token, i.Channel.ID, i.User.ID)
}

// TestShards asks in servers of several shards, and after all connections were lost.
func TestShards(t *testing.T) {
	t.Parallel()
	w := prepare(t, func(w *world, o *bot.Options) {
		w.Shards, w.MaxConcurrency = 3, 3
		o.Shards = discord.Shards{Count: 3}
	})
	rooms := []*discordtest.Channel{w.channel}
	for _, name := range []string{"second", "third"} {
		rooms = append(rooms, w.AddGuild(name).AddChannel("general"))
	}
	w.start()
	for range 2 {
		for _, room := range rooms {
			contains(t, w.answer(w.ada.Say(room, w.Bot.Mention()+" How many people were arrested?")), "more than 3,000")
		}
		w.DropGateway()
	}
	w.must(w.WaitConnected(w.ctx))
	if n := w.Identifies(); n != 3 {
		t.Errorf("identified %d times, want 3", n)
	}
	for shard := range 3 {
		w.logs(fmt.Sprintf("shard=%d", shard), "resumed=true")
	}
	w.ask("How many people were arrested?")
}

// TestUndecodableEvents sends events that cannot be read: they are named in the log and do no harm.
func TestUndecodableEvents(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, e := range []struct{ name, data string }{
		{"MESSAGE_CREATE", `{"id":"1","channel_id":"2","author":7}`},
		{"MESSAGE_CREATE", `null`},
		{"MESSAGE_CREATE", `[]`},
		{"INTERACTION_CREATE", `{"id":"1","type":2,"data":"?","user":{"id":"3"}}`},
		{"INTERACTION_CREATE", `{"id":"1","type":99,"user":{"id":"3"},"data":{}}`},
		{"INTERACTION_CREATE", `{"id":"1","type":3,"token":"t","data":{"component_type":77,"custom_id":"1c"},"user":{"id":"3"}}`},
		{"INTERACTION_CREATE", `{}`},
		{"READY", `{"user":null}`},
		{"SOMETHING_NEW", `{"a":[1,2,{"b":null}]}`},
	} {
		w.SendRaw(e.name, []byte(e.data))
	}
	w.logs("level=WARN", "cannot be decoded", "MESSAGE_CREATE")
	w.logs("level=WARN", "cannot be decoded", "INTERACTION_CREATE")
	contains(t, w.ask("How many people were arrested?"), "more than 3,000")
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
}

// TestFrameThatIsNoJSON sends a frame that is none of the protocol's.
func TestFrameThatIsNoJSON(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.logs("commands")
	w.SendRaw("", []byte("{half"))
	contains(t, w.ask("How many people were arrested?"), "more than 3,000")
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
}
