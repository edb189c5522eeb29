package bot_test

import (
	"strings"
	"testing"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
	"pullquote/retrieval"
)

// mishap is a fault in Discord's answer to the first response to an interaction, and what comes of it.
type mishap struct {
	name  string
	fault discordtest.Fault
	// attempts is how often the response is sent, answered whether the member sees it.
	attempts int
	answered bool
	// log is what the operator reads in the line about the request.
	log []string
}

var limited = discordtest.Fault{Status: 429, RetryAfter: 20 * time.Millisecond}

func scoped(f discordtest.Fault, scope string) discordtest.Fault {
	f.Scope = scope
	return f
}

func times(n int, f discordtest.Fault) discordtest.Fault {
	f.Times = n
	return f
}

var mishaps = []mishap{
	{"rate of the user", scoped(limited, "user"), 2, true, []string{"level=INFO", "outcome=answered"}},
	{"shared rate", scoped(limited, "shared"), 2, true, []string{"level=INFO", "outcome=answered"}},
	{"global rate", scoped(limited, "global"), 2, true, []string{"level=INFO", "outcome=answered"}},
	{"a long wait", discordtest.Fault{Status: 429, RetryAfter: time.Minute}, 1, false, []string{"level=ERROR", "429", "would take longer"}},
	{"bad gateway once", discordtest.Fault{Status: 502}, 2, true, []string{"level=INFO", "outcome=answered"}},
	{"bad gateway thrice", times(3, discordtest.Fault{Status: 502}), 4, true, []string{"level=INFO", "outcome=answered"}},
	{"lost answer", discordtest.Fault{Status: 502, Done: true}, 2, true, []string{"level=INFO", "outcome=answered"}},
	{"lost connection", discordtest.Fault{Drop: true}, 2, true, []string{"level=INFO", "outcome=answered"}},
	{"lost connection and answer", discordtest.Fault{Drop: true, Done: true}, 2, true, []string{"level=INFO", "outcome=answered"}},
	{"slow, but in time", discordtest.Fault{Delay: time.Second}, 1, true, []string{"level=INFO", "outcome=answered"}},
	{"too old", discordtest.Fault{Status: 404, Code: 10062}, 1, false, []string{"level=WARN", `"not sent: answered"`, "10062"}},
	{"answered by another", discordtest.Fault{Status: 400, Code: 40060}, 1, false, []string{"level=WARN", `"not sent: answered"`, "40060"}},
	{"forbidden", discordtest.Fault{Status: 403, Code: 50013}, 1, false, []string{"level=WARN", `"not sent: answered"`, "50013"}},
	{"refused late", discordtest.Fault{Status: 404, Code: 10062, Delay: 1600 * time.Millisecond}, 1, false, []string{"level=WARN", "10062"}},
}

// TestFirstResponse asks while the first response meets a fault: the answer is seen once or, where Discord does not take
// it, the member sees Discord's own notice, the operator one line, and nothing is promised that will not come.
func TestFirstResponse(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var asked []*discordtest.Interaction
	for _, c := range mishaps {
		c.fault.Method, c.fault.Route = "POST", routeCallback
		w.Inject(c.fault)
		i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": "How many people were arrested?"})
		asked = append(asked, i)
		w.logs(append(c.log, "id="+i.ID)...)
		if c.answered {
			contains(t, w.wait(i), "more than 3,000")
		}
	}
	w.must(w.stop())
	for n, c := range mishaps {
		i := asked[n]
		if i.Acknowledged() != c.answered || i.Deferred() {
			t.Errorf("%s: acknowledged %v, want %v; deferred %v", c.name, i.Acknowledged(), c.answered, i.Deferred())
		}
		if n := len(w.attempts("POST", routeCallback, i.ID)); n != c.attempts {
			t.Errorf("%s: %d attempts, want %d", c.name, n, c.attempts)
		}
		if lines := w.lines("id=" + i.ID); len(lines) != 1 {
			t.Errorf("%s: the log has %q, want one line", c.name, lines)
		}
	}
	w.counts(`pullquote_requests_total{outcome="answered",request="ask"}`, 9)
	w.counts(`pullquote_requests_total{outcome="not sent: answered",request="ask"}`, 5)
	w.counts(`pullquote_discord_requests_total{method="POST",route="`+routeCallback+`",status="429"}`, 4)
}

// TestFirstResponseFailsForEver asks while Discord fails until it is too late.
func TestFirstResponseFailsForEver(t *testing.T) {
	t.Parallel()
	faults := []discordtest.Fault{{Status: 502}, {Delay: 3500 * time.Millisecond}, {Hang: true}}
	var worlds []*world
	var asked []*discordtest.Interaction
	for _, f := range faults {
		w := newWorld(t)
		f.Method, f.Route, f.Times = "POST", routeCallback, -1
		w.Inject(f)
		worlds = append(worlds, w)
		asked = append(asked, w.ada.Command(w.channel, "ask", discordtest.Options{"question": "How many people were arrested?"}))
	}
	for n, w := range worlds {
		w.logs("id="+asked[n].ID, "level=ERROR", `"not sent: answered"`, routeCallback)
	}
	stopAll(worlds)
	for n, i := range asked {
		if i.Acknowledged() {
			t.Errorf("%+v: the interaction was acknowledged", faults[n])
		}
		if lines := worlds[n].lines("id=" + i.ID); len(lines) != 1 {
			t.Errorf("%+v: the log has %q, want one line", faults[n], lines)
		}
	}
}

// TestRefusedMessage asks while Discord finds fault with the answer itself: the member is told that it failed.
func TestRefusedMessage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Inject(discordtest.Fault{Method: "POST", Route: routeCallback, Status: 400, Code: 50035, Message: "Invalid Form Body"})
	m := w.ask("How many people were arrested?")
	contains(t, m, "Something went wrong on my side")
	w.logs("level=ERROR", `"not sent: answered"`, "50035")

	w.Inject(discordtest.Fault{Method: "POST", Route: routeMessages, Status: 400, Code: 50035, Message: "Invalid Form Body"})
	contains(t, w.mention("How many people were arrested?"), "Something went wrong on my side")
	w.logs("level=ERROR", "request=mention", `"not sent: answered"`, "50035")
}

// busyWorld is a world whose only worker is busy until release is called.
func busyWorld(t *testing.T, change ...func(*world, *bot.Options)) (w *world, release func()) {
	t.Helper()
	one := func(_ *world, o *bot.Options) { o.Limits.Workers = 1 }
	w = prepare(t, append([]func(*world, *bot.Options){one}, change...)...)
	release = w.files.hold()
	t.Cleanup(release)
	w.start()
	check := w.mod.Command(w.channel, "corpus check", nil)
	contains(t, w.wait(check), "Reading the corpus")
	return w, release
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
	w.logs("request=\"corpus check\"", "level=INFO")
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
			w := newWorld(t, func(_ *world, o *bot.Options) { o.Limits.Workers = 1 })
			m := w.ask("How many people were arrested?")
			release := w.files.hold()
			t.Cleanup(release)
			contains(t, w.wait(w.mod.Command(w.channel, "corpus check", nil)), "Reading the corpus")
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

// TestPanickingHandler asks for something whose handler panics: the asker gets a number, the operator the stack.
func TestPanickingHandler(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.bot.SetHandler("about", func() string { panic("a slip") })
	w.start()
	i := w.ada.Command(w.channel, "about", nil)
	contains(t, w.wait(i), "Something went wrong on my side", i.ID)
	w.logs("id="+i.ID, "level=ERROR", "outcome=failed", "panic: a slip", "failureinteraction_test.go")
	w.counts(`pullquote_requests_total{outcome="failed",request="about"}`, 1)
	contains(t, w.ask("How many people were arrested?"), "more than 3,000")
}

// TestPanickingLoad reloads a corpus whose reading panics: the old one serves on.
func TestPanickingLoad(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(w *world, o *bot.Options) { o.Load = panicsAfter(1, w.files) })
	before := w.library.Snapshot().ID()
	i := w.mod.Command(w.channel, "corpus reload", nil)
	w.must(i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool {
		m := i.Message()
		return m != nil && strings.Contains(m.Content, "the program made a mistake while reading")
	}))
	w.logs("level=ERROR", "panic in a reload", "a slip")
	w.logs("msg=reload ", "outcome=failed")
	w.counts(`pullquote_reloads_total{outcome="failed"}`, 1)
	if after := w.library.Snapshot().ID(); after != before {
		t.Errorf("snapshot %s serves, want %s as before", after, before)
	}
	contains(t, w.ask("How many people were arrested?"), "more than 3,000")
}

// TestUnverified answers with a quote that is in no source: it is not shown, and the operator is told loudly.
func TestUnverified(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.bot.SetHandler("about", func() string { return "> Nobody was arrested.\n[1] Invented" })
	w.bot.SetHandler("mention", func() string { return "> Nobody was arrested.\n[1] Invented" })
	w.start()
	i := w.ada.Command(w.channel, "about", nil)
	for _, m := range []*discordtest.Message{w.wait(i), w.mention("Who?")} {
		contains(t, m, "did not pass the check against its source")
		if strings.Contains(m.Content, "Nobody") {
			t.Errorf("an invented quote was sent:\n%s", m.Content)
		}
	}
	w.logs("level=ERROR", "does not read as its sources do", "id="+i.ID)
	w.logs("level=ERROR", "msg=request", "id="+i.ID, "not sent")
	w.counts("pullquote_unverified_total", 2)
}

// TestLibraryFails asks a bot whose library cannot answer any more: the asker gets a number, the operator the reason.
func TestLibraryFails(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.must(w.library.Close())
	i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": "How many people were arrested?"})
	contains(t, w.wait(i), "Something went wrong on my side", i.ID)
	w.logs("id="+i.ID, "level=ERROR", "outcome=failed", retrieval.ErrClosed.Error())
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	contains(t, w.answer(m), "Something went wrong on my side", m.ID)
	w.logs("id="+m.ID, "level=ERROR", "outcome=failed", retrieval.ErrClosed.Error())
}
