package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// TestLostAcknowledgement loses Discord's answer to the word that an answer will take a while: it arrives all the same.
func TestLostAcknowledgement(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t)
	w.Inject(discordtest.Fault{Method: "POST", Route: routeCallback, Done: true, Hang: true})
	i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": arrested})
	w.deferred(i)
	release()
	contains(t, w.wait(i), "**about 4,404**")
	w.logs("id="+i.ID, "level=INFO", "outcome=answered")
}

// TestDeadInteraction tells Discord once, not at every step, that it does not know an interaction.
func TestDeadInteraction(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Inject(discordtest.Fault{Method: "POST", Route: routeCallback, Status: 404, Code: 10062, Times: -1})
	i := w.mod.Command(w.channel, "corpus reload", nil)
	w.logs("id="+i.ID, "level=WARN", "10062")
	if n := len(w.attempts("POST", routeCallback, i.Token)); n != 1 {
		t.Errorf("%d attempts, want 1", n)
	}
}

// TestNoticeAfterAPublicPromise has a notice for the asker alone ready only after Discord was told that an answer for
// everybody will take a while.
func TestNoticeAfterAPublicPromise(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t)
	i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": " ?! "})
	w.deferred(i)
	release()
	w.must(i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool { return len(i.Followups()) == 1 }))
	m := i.Followups()[0]
	contains(t, m, "Ask me something in words")
	if !m.Ephemeral() || i.Message() != nil {
		t.Errorf("only the asker sees it: %t; the promise is %v, want nothing", m.Ephemeral(), i.Message())
	}
}

// TestFailingDelete tells who wants an answer deleted that Discord does not do it.
func TestFailingDelete(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ask(arrested)
	w.Inject(discordtest.Fault{Method: "DELETE", Route: routeOriginal, Status: 403, Code: 50013})
	i := w.ada.Press(m, "Delete")
	w.must(i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool { return len(i.Followups()) == 1 }))
	contains(t, i.Followups()[0], "could not be deleted")
	w.logs("id="+i.ID, `"not sent: deleted"`)
}

// TestTooManyPresses presses buttons faster than anybody reads.
func TestTooManyPresses(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(_ *world, o *bot.Options) { o.Limits.UserPerMinute = 1 })
	m := w.ask(arrested)
	for range 3 {
		contains(t, w.wait(w.ada.Press(m, "Context")), "In context")
	}
	contains(t, w.wait(w.ada.Press(m, "Context")), "That was quick.")
	contains(t, w.wait(w.mod.Press(m, "Context")), "In context")
}

// TestMissingPermission says which permission the bot lacks in a channel.
func TestMissingPermission(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.channel.Deny(discordtest.SendMessages)
	m := w.ada.Say(w.channel, w.Bot.Mention()+" "+arrested)
	w.logs("id="+m.ID, "level=WARN", "mend=", "Send Messages")
}

// TestCommandsAgain fails to register the commands at first.
func TestCommandsAgain(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.bot.SetAgain(time.Millisecond)
	w.Inject(discordtest.Fault{Method: "PUT", Status: 403, Code: 50001})
	w.start()
	w.logs("level=ERROR", "could not be registered")
	w.logs("level=INFO", "commands registered")
	if len(w.Commands()) == 0 {
		t.Error("no commands are registered")
	}
}

// TestManyQuotes has more quotes than the state of one button can hold: every one can be reached.
func TestManyQuotes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	fsys := fstest.MapFS{}
	for i := range 24 {
		fsys[fmt.Sprintf("%02d.txt", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "The storm took %d boats.\n", 100+i)}
	}
	w.files.set(fsys)
	w.reload()
	m := w.ask("How many boats did the storm take?")
	all := ""
	for _, page := range w.pages(m) {
		all += page.Content
	}
	for i := range 24 {
		if !strings.Contains(all, fmt.Sprintf("%d boats", 100+i)) && !strings.Contains(all, fmt.Sprintf("%d** boats", 100+i)) {
			t.Errorf("%d boats cannot be reached with %s", 100+i, labels(m))
		}
	}
	if !strings.Contains(labels(m), "Context 1–") {
		t.Errorf("buttons %q", labels(m))
	}
}
