package bot_test

import (
	"testing"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
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
		w := newWorld(t, func(w *world, _ *bot.Options) { w.ResponseTime = 3 * time.Second })
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
