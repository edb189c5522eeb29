package bot_test

import (
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

func TestCheckQuotes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, c := range []struct{ message, want string }{
		{"They wrote “Nearly 10,000 people have been arrested by the Kazakh authorities.”, really?", "word for word"},
		{"They wrote \"nearly 10,000 people have been arrested — by the Kazakh authorities\"", "not found in the 5 documents"},
		{"„NEARLY 10,000 PEOPLE HAVE BEEN ARRESTED by the Kazakh authorities“", "differences"},
		{"I heard \"nobody was ever arrested anywhere\"", "not found in the 5 documents"},
		{"Kyiv Independent: \"Nearly 10,000 people have been arrested\"", "found word for word, but in another source than the message names"},
		{"“Nearly 10,000 people have been arrested” is “so” “very sad”", "\n-# 2 quotations are too short to check\n"},
		{"Nothing quoted here.", "quot"},
	} {
		m := w.wait(w.ada.MessageCommand("Check quotes", w.mod.Say(w.channel, c.message)))
		contains(t, m, c.want)
		if !m.Ephemeral() {
			t.Errorf("everybody sees the check of %q", c.message)
		}
	}
	m := w.wait(w.ada.MessageCommand("Check quotes", w.mod.Say(w.channel, "")))
	contains(t, m, "I cannot see any text in that message.")
}

// The bot's own answers can be checked, too, after a restart and a reload.
func TestCheckOwnQuotes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ask(arrested)
	checked := w.wait(w.ada.MessageCommand("Check quotes", m))
	contains(t, checked, "**4 quotations checked**", "word for word")
	if strings.Contains(checked.Content, "not found") {
		t.Errorf("an own quote is not found:\n%s", checked.Content)
	}
}

func TestAbout(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.wait(w.ada.Command(w.channel, "about", nil))
	contains(t, m, "5 documents", w.library.Snapshot().ID(), "test")
	if !m.Ephemeral() {
		t.Error("everybody sees it")
	}
}

func TestSources(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.wait(w.ada.Command(w.channel, "sources", nil))
	contains(t, m, "**5 documents**", "Kyiv Independent")
	if !m.Ephemeral() || labels(m) != "" {
		t.Errorf("only the asker sees it: %t; buttons %q", m.Ephemeral(), labels(m))
	}
}

func TestSourcesPaged(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.files.set(many(23))
	w.reload()
	m := w.wait(w.ada.Command(w.channel, "sources", nil))
	contains(t, m, "**23 documents**", "Report 01")
	if labels(m) != "Next, Last" {
		t.Errorf("buttons of the first page %q", labels(m))
	}
	contains(t, w.wait(w.ada.Press(m, "Last")), "Report 23")
	m = w.wait(w.ada.Press(w.wait(w.ada.Press(m, "First")), "Next"))
	m = w.wait(w.ada.Press(m, "Next"))
	contains(t, m, "Report 23")
	if labels(m) != "First, Previous" {
		t.Errorf("buttons of the last page %q", labels(m))
	}
	w.files.set(many(3))
	w.reload()
	contains(t, w.wait(w.ada.Press(m, "Previous")), "**3 documents**")
}

// Everything works in direct messages with the bot except what moderators do.
func TestInPrivate(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dm := w.DM(w.ada)
	m := w.wait(w.ada.Command(dm, "ask", discordtest.Options{"question": arrested}))
	contains(t, m, "**about 4,404**")
	w.must(w.ada.Press(m, "Delete").WaitFor(w.ctx, func(*discordtest.Interaction) bool { return m.Deleted() }))
	contains(t, w.wait(w.mod.Command(w.DM(w.mod), "corpus status", nil)), "Only moderators can do this")
}
