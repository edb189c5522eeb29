package bot_test

import (
	"strings"
	"testing"
	"time"

	"pullquote/bot/discordtest"
)

// stopping begins to stop the bot and returns a channel that gets what Run returned.
func (w *world) stopping() <-chan error {
	stopped := make(chan error, 1)
	go func() { stopped <- w.stop() }()
	return stopped
}

// stopped waits until the bot has stopped, as it should.
func (w *world) stopped(stopped <-chan error) {
	w.t.Helper()
	select {
	case err := <-stopped:
		w.must(err)
	case <-w.ctx.Done():
		w.t.Fatalf("the bot has not stopped; the log is\n%s", w.log)
	}
}

// TestStopFinishes stops the bot while requests are under way: they are answered, and later ones are told that it stops.
func TestStopFinishes(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	begun, goOn := make(chan struct{}), make(chan struct{})
	w.bot.SetHandler("about", func() string { close(begun); <-goOn; return "It is done." })
	w.start()
	w.logs("commands")
	underWay := w.ada.Command(w.channel, "about", nil)
	<-begun
	stopped := w.stopping()
	w.logs("stopping")
	for m := w.ask("How many people were arrested?"); !strings.Contains(m.Content, "I am going offline for now"); {
		m = w.ask("How many people were arrested?") // taken before the gate was closed
	}
	contains(t, w.mention("How many people were arrested?"), "I am going offline for now")
	close(goOn)
	contains(t, w.wait(underWay), "It is done.")
	w.stopped(stopped)
	w.logs("request=ask", "outcome=stopping")
	w.logs("request=mention", "outcome=stopping")
	if lines := w.lines("before every request was answered"); len(lines) > 0 {
		t.Errorf("the log has %q", lines)
	}
}

// TestStopDuringReload stops the bot while it reads the corpus: who asked for that is told, and the old one serves.
func TestStopDuringReload(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	before := w.library.Snapshot().ID()
	t.Cleanup(w.files.hold())
	i := w.mod.Command(w.channel, "corpus reload", nil)
	contains(t, w.wait(i), "Reading the corpus")
	w.stopped(w.stopping())
	contains(t, i.Message(), "the bot was stopped before it was done")
	w.logs("msg=reload ", "outcome=failed", "stopped")
	w.counts(`pullquote_reloads_total{outcome="failed"}`, 1)
	if after := w.library.Snapshot().ID(); after != before {
		t.Errorf("snapshot %s serves, want %s as before", after, before)
	}
}

// TestStopDuringOutage stops the bot while Discord is away.
func TestStopDuringOutage(t *testing.T) {
	t.Parallel()
	for name, away := range map[string]func(*world){
		"silent gateway": func(w *world) {
			w.OnConnect(discordtest.Silence)
			w.DropGateway()
			w.logs("not connected to Discord's gateway")
		},
		"refusing gateway": func(w *world) {
			w.OnConnect(discordtest.RefuseWith(4000))
			w.OnResume(discordtest.RefuseWith(4000))
			w.DropGateway()
			w.must(w.WaitFor(w.ctx, func() bool { return w.Resumes() > 1 }))
		},
		"frozen gateway": func(w *world) { w.Freeze(true) },
		"all requests fail": func(w *world) {
			w.Inject(discordtest.Fault{Status: 502, Times: -1})
			w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
			w.DropGateway()
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.logs("commands")
			away(w)
			w.stopped(w.stopping())
		})
	}
}

// TestStopBeforeConnected stops the bot while it tries to connect for the first time.
func TestStopBeforeConnected(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.Inject(discordtest.Fault{Route: routeMe, Hang: true, Times: -1})
	stop := w.run()
	w.must(stop())
}

// TestStopDuringLongWait stops the bot while Discord makes a message wait for longer than a stop may take: the wait is
// given up, and the operator is told.
func TestStopDuringLongWait(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.bot.SetDrain(100 * time.Millisecond)
	w.start()
	w.logs("commands")
	w.Inject(discordtest.Fault{Method: "POST", Route: routeMessages, Status: 429, RetryAfter: 50 * time.Second, Scope: "user"})
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	w.must(w.WaitFor(w.ctx, func() bool {
		attempts := w.attempts("POST", routeMessages, m.ID)
		return len(attempts) == 1 && attempts[0].Status == 429
	}))
	w.stopped(w.stopping())
	w.logs("level=WARN", "stopped before every request was answered", "unanswered=1")
	w.logs("id="+m.ID, "not sent", "canceled")
}
