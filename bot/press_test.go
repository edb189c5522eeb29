package bot_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/bot/discordtest"
)

func TestContext(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.wait(w.ada.Press(w.ask(arrested), "Context"))
	contains(t, m, "**"+arrested+"**", "In context · 1 of 4", "**By the time the report appeared, more than 3,000 people had been arrested\\.**", "Tokayev spoke of bandits")
	if !m.Ephemeral() || labels(m) != "Next" {
		t.Errorf("only the reader sees it: %t; buttons %q, want Next", m.Ephemeral(), labels(m))
	}
	for at, want := range []string{"2 of 4", "3 of 4", "4 of 4"} {
		next := w.ada.Press(m, "Next")
		m = w.wait(next)
		contains(t, m, want)
		if at == 2 && labels(m) != "Previous" {
			t.Errorf("buttons of the last page %q, want Previous", labels(m))
		}
	}
	contains(t, w.wait(w.ada.Press(m, "Previous")), "3 of 4")
}

func TestMore(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.ask(arrested)
	m := w.wait(w.ada.Press(first, labelled(first, "More")))
	contains(t, m, "**"+arrested+"**", "More excerpts", "> ", "[2] ", "quotes checked against their sources")
	if !m.Ephemeral() || !strings.Contains(labels(m), "Context") {
		t.Errorf("only the reader sees it: %t; buttons %q", m.Ephemeral(), labels(m))
	}
	contains(t, w.wait(w.ada.Press(m, "Context")), "In context")
}

// Buttons keep their state in themselves: a bot that starts anew knows what they are about.
func TestButtonsAfterARestart(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ask(arrested)
	w.must(w.stop())
	w.restart()
	contains(t, w.wait(w.ada.Press(m, "Context")), "In context · 1 of 4")
	contains(t, w.wait(w.ada.Press(m, labelled(m, "More"))), "More excerpts")
}

// When the documents change, buttons say so and show nothing else than what was quoted.
func TestButtonsAfterAReload(t *testing.T) {
	t.Parallel()
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	w := newWorld(t)
	w.files.set(fstest.MapFS{
		"harbour.txt": text("The storm took 12 boats out of the harbour on Monday night.\n"),
		"gazette.txt": text("The Gazette counted 14 boats that the storm took out of the harbour.\n"),
	})
	w.reload()
	m := w.ask("How many boats did the storm take?")
	contains(t, m, "12", "14")
	w.files.set(fstest.MapFS{"harbour.txt": text("The storm took 13 boats out of the harbour, says the harbour master now.\n")})
	w.reload()
	all := ""
	for page := w.wait(w.ada.Press(m, "Context")); ; page = w.wait(w.ada.Press(page, "Next")) {
		all += page.Content
		if !strings.Contains(labels(page), "Next") {
			break
		}
	}
	for _, want := range []string{"changed since this answer", "left the corpus"} {
		if !strings.Contains(all, want) {
			t.Errorf("the contexts lack %q:\n%s", want, all)
		}
	}
	if strings.Contains(all, "> ") {
		t.Errorf("something is quoted that was not:\n%s", all)
	}
}

func TestVotes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ask(arrested)
	for _, c := range []struct {
		user        *discordtest.User
		label, want string
	}{
		{w.ada, "Helpful", "Counted as helpful."},
		{w.ada, "Helpful", "You said so already"},
		{w.mod, "Helpful", "Counted as helpful."},
		{w.ada, "Not helpful", "Counted as not helpful."},
	} {
		notice := w.wait(c.user.Press(m, c.label))
		contains(t, notice, c.want)
		if !notice.Ephemeral() {
			t.Errorf("everybody sees %q", notice.Content)
		}
	}
	for _, want := range []string{`pullquote_votes{outcome="answered",vote="helpful"} 1`, `pullquote_votes{outcome="answered",vote="not helpful"} 1`} {
		if got := w.page("/metrics"); !strings.Contains(got, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
}

func TestDelete(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	bob, janitor := w.AddUser("bob"), w.AddUser("janitor")
	w.guild.AddMember(janitor, discordtest.ManageMessages)
	m := w.ask(arrested)
	i := bob.Press(m, "Delete")
	contains(t, w.wait(i), "Only the person who asked, or a moderator, can delete")
	if m.Deleted() {
		t.Fatal("somebody else deleted the answer")
	}
	for _, user := range []*discordtest.User{w.ada, w.mod, janitor} {
		m := w.mention(arrested)
		w.must(user.Press(m, "Delete").WaitFor(w.ctx, func(*discordtest.Interaction) bool { return m.Deleted() }))
	}
}

// A button of another version, or of nobody, is not an error.
func TestUnknownButton(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.ask(arrested)
	for _, id := range []string{"9zzz", "1", "1c", "1c!!!!", "1p0", "1px", "1s-", "1h", "1hanswered", "1z"} {
		notice := w.wait(w.ada.Forge(m, id))
		contains(t, notice, "of another version of me")
	}
}

// A question that found no answer can be put into the moderators' channel, once, where the server has one.
func TestPassOn(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	desk := w.guild.AddChannel("desk")
	w.options.QuestionChannels = map[string]string{w.guild.ID: desk.ID}
	w.restart()
	if strings.Contains(labels(w.ask(arrested)), "Ask the moderators") {
		t.Error("an answer has the button")
	}
	m := w.mention("Which **football** club won the cup, @everyone?")
	contains(t, w.wait(w.ada.Press(m, "Ask the moderators")), "Passed on to the moderators.")
	contains(t, w.wait(w.mod.Press(m, "Ask the moderators")), "passed on to the moderators already")
	notes := desk.Messages()
	if len(notes) != 1 {
		t.Fatalf("%d messages in the moderators' channel, want 1", len(notes))
	}
	contains(t, notes[0], "A member asked what the documents do not answer:", `**Which \*\*football\*\* club won the cup, \@everyone?**`,
		"https://discord.com/channels/"+w.guild.ID+"/"+w.channel.ID+"/"+m.ID)
	if notes[0].MentionsEveryone {
		t.Error("the note pings everybody")
	}
	private := w.wait(w.ada.Command(w.channel, "ask", discordtest.Options{"question": "Which football club won the cup?", "private": true}))
	w.wait(w.ada.Press(private, "Ask the moderators"))
	if note := desk.Messages()[1]; strings.Contains(note.Content, "https://") {
		t.Errorf("the note leads to what only one member sees:\n%s", note.Content)
	}
	desk.Deny(discordtest.SendMessages)
	m = w.mention("Which tennis club won the cup?")
	contains(t, w.wait(w.ada.Press(m, "Ask the moderators")), "I could not write to the moderators' channel.")
	elsewhere := w.AddGuild("Elsewhere").AddChannel("general")
	n := w.answer(w.ada.Say(elsewhere, w.Bot.Mention()+" Which football club won the cup?"))
	if strings.Contains(labels(n), "Ask the moderators") {
		t.Error("a server without a channel has the button")
	}
}
