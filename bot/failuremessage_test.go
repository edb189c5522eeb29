package bot_test

import (
	"strings"
	"testing"
	"time"

	"pullquote/bot/discordtest"
)

// TestAnswersToMessages mentions the bot while its answer meets a fault: the answer stands in the channel once.
func TestAnswersToMessages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for name, fault := range map[string]discordtest.Fault{
		"rate of the user":           scoped(limited, "user"),
		"shared rate":                scoped(limited, "shared"),
		"global rate":                scoped(limited, "global"),
		"bad gateway once":           {Status: 502},
		"bad gateway thrice":         {Status: 502, Times: 3},
		"lost answer":                {Status: 502, Done: true},
		"lost answers":               {Status: 502, Done: true, Times: 3},
		"lost connection":            {Drop: true},
		"lost connection and answer": {Drop: true, Done: true},
	} {
		fault.Method, fault.Route = "POST", routeMessages
		w.Inject(fault)
		m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
		w.logs("id="+m.ID, "level=INFO", "outcome=answered")
		answers := w.answersTo(m)
		if len(answers) != 1 || !strings.Contains(answers[0].Content, "more than 3,000") {
			t.Errorf("%s: the answers are %+v, want one", name, answers)
		}
		if lines := w.lines("id=" + m.ID); len(lines) != 1 {
			t.Errorf("%s: the log has %q, want one line", name, lines)
		}
	}
	w.counts(`pullquote_requests_total{outcome="answered",request="mention"}`, 9)
}

// TestMessagesFailForEver mentions the bot while Discord takes no message: it gives up and says so in the log, and works
// on when Discord does.
func TestMessagesFailForEver(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Inject(discordtest.Fault{Method: "POST", Route: routeMessages, Status: 503, Times: -1})
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	w.logs("id="+m.ID, "level=ERROR", `"not sent: answered"`, "503")
	if n := len(w.attempts("POST", routeMessages, m.ID)); n != 5 {
		t.Errorf("%d attempts to send, want 5", n)
	}
	w.counts(`pullquote_requests_total{outcome="not sent: answered",request="mention"}`, 1)
	w.ClearFaults()
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
}

// TestForbiddenChannel mentions the bot where it may not write: it tries once, warns the operator once, and answers in
// other channels.
func TestForbiddenChannel(t *testing.T) {
	t.Parallel()
	for code, forbid := range map[string]func(*world, *discordtest.Channel){
		"50001": func(w *world, _ *discordtest.Channel) {
			w.Inject(discordtest.Fault{Method: "POST", Route: routeMessages, Status: 403, Code: 50001})
		},
		"50013": func(_ *world, c *discordtest.Channel) { c.Deny(discordtest.SendMessages) },
	} {
		w := newWorld(t)
		closed := w.guild.AddChannel("closed")
		forbid(w, closed)
		question := w.Bot.Mention() + " How many people were arrested?"
		w.ada.Say(closed, question)
		w.logs("level=WARN", "channel="+closed.ID, `"not sent: answered"`, "403", code)
		w.ada.Say(closed, question)
		w.ada.Say(closed, question)
		contains(t, w.mention("How many people were arrested?"), "more than 3,000")
		w.must(w.stop())
		if n := len(w.attempts("POST", routeMessages, closed.ID)); n != 1 {
			t.Errorf("%s: %d attempts to send, want 1", code, n)
		}
		if lines := w.lines("channel=" + closed.ID); len(lines) != 1 {
			t.Errorf("%s: the log has %q, want one line", code, lines)
		}
		w.counts(`pullquote_requests_total{outcome="not sent: answered",request="mention"}`, 3)
	}
}

// TestWithoutHistory mentions the bot where it may write and not reply: the answer stands below the question.
func TestWithoutHistory(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.channel.Deny(discordtest.ReadMessageHistory)
	for range 2 {
		m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
		w.logs("id="+m.ID, "level=INFO", "outcome=answered")
		messages := w.channel.Messages()
		last := messages[len(messages)-1]
		contains(t, last, "more than 3,000")
		if last.Author != w.Bot || last.Reference != "" {
			t.Errorf("the last message is %+v, want an answer that refers to nothing", last)
		}
	}
}

// TestDeletedQuestion answers a message that is gone: the answer stands by itself.
func TestDeletedQuestion(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	w.answer(m)
	gone := strings.ReplaceAll(string(m.JSON), m.ID, "1234567890123456")
	w.SendRaw("MESSAGE_CREATE", []byte(gone))
	w.logs("id=1234567890123456", "level=INFO", "outcome=answered")
	messages := w.channel.Messages()
	if last := messages[len(messages)-1]; last.Author != w.Bot || last.Reference != "" {
		t.Errorf("the last message is %+v, want an answer that refers to nothing", last)
	}
}

// TestDirectMessageRefused writes to the bot and takes no messages from it.
func TestDirectMessageRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dm := w.DM(w.ada)
	dm.Deny(discordtest.SendMessages)
	m := w.ada.Say(dm, "How many people were arrested?")
	w.logs("id="+m.ID, "level=WARN", `"not sent: answered"`, "403", "50007")
}

// TestLongWaitForRate mentions the bot while Discord wants a pause of hours: nobody waits for that.
func TestLongWaitForRate(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Inject(discordtest.Fault{Method: "POST", Route: routeMessages, Status: 429, RetryAfter: 2 * time.Hour, Scope: "user"})
	m := w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?")
	w.logs("id="+m.ID, "level=ERROR", `"not sent: answered"`, "429")
}
