package bot_test

import (
	"strings"
	"testing"

	"pullquote/bot/discordtest"
	"pullquote/retrieval"
)

// TestPanickingHandler asks for something whose handler panics: the asker gets a number, the operator the stack.
func TestPanickingHandler(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.bot.SetHandler("about", func() string { panic("a slip") })
	w.start()
	i := w.ada.Command(w.channel, "about", nil)
	contains(t, w.wait(i), "Something went wrong on my side", i.ID)
	w.logs("id="+i.ID, "level=ERROR", "outcome=failed", "panic: a slip", "failureinside_test.go")
	w.counts(`pullquote_requests_total{outcome="failed",request="about"}`, 1)
	contains(t, w.ask("How many people were arrested?"), "more than 3,000")
}

// TestPanickingLoad reloads a corpus whose reading panics: the old one serves on.
func TestPanickingLoad(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.files.panic("a slip")
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
