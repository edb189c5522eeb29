package bot_test

import (
	"sync"
	"testing"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// busyWorld is a world whose only worker is busy until release is called.
func busyWorld(t *testing.T, change ...func(*world, *bot.Options)) (w *world, release func()) {
	t.Helper()
	w, occupy := idleWorld(t, change...)
	return w, occupy()
}

// idleWorld is a world with one worker, which occupy keeps busy until release is called.
func idleWorld(t *testing.T, change ...func(*world, *bot.Options)) (w *world, occupy func() (release func())) {
	t.Helper()
	one := func(_ *world, o *bot.Options) { o.Limits.Workers = 1 }
	w = prepare(t, append([]func(*world, *bot.Options){one}, change...)...)
	began, held := make(chan struct{}, 1), make(chan struct{})
	release := sync.OnceFunc(func() { close(held) })
	w.bot.SetHandler("about", func() string {
		began <- struct{}{}
		<-held
		return "That took a while."
	})
	t.Cleanup(release)
	w.start()
	return w, func() func() {
		w.mod.Command(w.channel, "about", nil)
		select {
		case <-began:
		case <-w.ctx.Done():
			t.Fatal("the worker does not work")
		}
		return release
	}
}

// deferred waits until Discord was told that the answer will take a while.
func (w *world) deferred(i *discordtest.Interaction) {
	w.t.Helper()
	w.must(i.WaitFor(w.ctx, (*discordtest.Interaction).Deferred))
}

// TestSlowAnswers asks a bot that is too busy to answer in time: it says that it is at work and answers later.
func TestSlowAnswers(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t)
	const question = "How many people were arrested?"
	public := w.ada.Command(w.channel, "ask", discordtest.Options{"question": question})
	private := w.ada.Command(w.channel, "ask", discordtest.Options{"question": question, "private": true})
	listed := w.ada.Command(w.channel, "sources", nil)
	for _, i := range []*discordtest.Interaction{public, private, listed} {
		w.deferred(i)
	}
	release()
	for i, ephemeral := range map[*discordtest.Interaction]bool{public: false, private: true, listed: true} {
		if m := w.wait(i); m.Ephemeral() != ephemeral {
			t.Errorf("%s: ephemeral %v, want %v", i.What, m.Ephemeral(), ephemeral)
		}
		if n := len(i.Followups()); n != 0 {
			t.Errorf("%s: %d messages besides the answer", i.What, n)
		}
	}
	contains(t, w.wait(public), "more than 3,000")
	contains(t, w.wait(private), "more than 3,000")
}

// TestFailingEdits lets the edits of deferred responses meet faults.
func TestFailingEdits(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t)
	i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": "How many people were arrested?"})
	w.deferred(i)
	w.Inject(discordtest.Fault{Method: "PATCH", Route: routeOriginal, Status: 429, RetryAfter: 20 * time.Millisecond})
	w.Inject(discordtest.Fault{Method: "PATCH", Route: routeOriginal, Status: 502})
	w.Inject(discordtest.Fault{Method: "PATCH", Route: routeOriginal, Status: 502, Done: true})
	release()
	w.logs("request=about", "level=INFO")
	w.logs("id="+i.ID, "level=INFO", "outcome=answered")
	contains(t, w.wait(i), "more than 3,000")
}

// TestEditsFailForEver lets all edits of a deferred response fail: the bot gives up, and works on when Discord does.
func TestEditsFailForEver(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t)
	i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": "How many people were arrested?"})
	w.deferred(i)
	w.Inject(discordtest.Fault{Method: "PATCH", Route: routeOriginal, Times: -1, Status: 502})
	release()
	w.logs("id="+i.ID, "level=ERROR", `"not sent: answered"`, "502")
	if n := len(w.attempts("PATCH", routeOriginal, i.Token)); n != 5 {
		t.Errorf("%d attempts to edit, want 5", n)
	}
	contains(t, w.ask("How many people were arrested?"), "more than 3,000")
}

// TestFollowups lets a notice beside a deferred update meet a fault: one that may have arrived is not sent again.
func TestFollowups(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		fault    discordtest.Fault
		attempts int
		shown    bool
		log      []string
	}{
		{"limited", limited, 2, true, []string{"level=INFO", `outcome="not allowed"`}},
		{"lost", discordtest.Fault{Status: 502}, 1, false, []string{"level=ERROR", `"not sent: not allowed"`, "502"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w, occupy := idleWorld(t)
			m := w.ask("How many people were arrested?")
			release := occupy()
			i := w.AddUser("eve").Press(m, "Delete")
			w.deferred(i)
			c.fault.Method, c.fault.Route = "POST", routeFollowup
			w.Inject(c.fault)
			release()
			w.logs(append(c.log, "id="+i.ID)...)
			if shown := len(i.Followups()) == 1; shown != c.shown {
				t.Errorf("shown %v, want %v", shown, c.shown)
			}
			if n := len(w.attempts("POST", routeFollowup, i.Token)); n != c.attempts {
				t.Errorf("%d attempts, want %d", n, c.attempts)
			}
			if m.Deleted() {
				t.Error("somebody else's answer was deleted")
			}
		})
	}
}

// TestReloadOutlivesItsInteraction lets a reload take longer than Discord lets its asker be told: the corpus is served,
// and the log and the status say so.
func TestReloadOutlivesItsInteraction(t *testing.T) {
	t.Parallel()
	c := &clock{}
	w := newWorld(t, func(w *world, _ *bot.Options) { w.Now = c.now })
	release := w.files.hold()
	t.Cleanup(release)
	i := w.mod.Command(w.channel, "corpus reload", nil)
	contains(t, w.wait(i), "Reading the corpus")
	c.advance(16 * time.Minute)
	release()
	w.logs("msg=reload ", "outcome=", "took=")
	w.logs("id="+i.ID, "level=WARN", "not sent", "401")
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), "reload")
	contains(t, i.Message(), "Reading the corpus")
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
}
