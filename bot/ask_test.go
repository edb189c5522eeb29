package bot_test

import (
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

func TestAsk(t *testing.T) {
	w := newWorld(t)
	m := w.ask("How many people were arrested?")
	contains(t, m, "**How many people were arrested?**", "more than 3,000", "4,404")
	if got, want := labels(m), "Context, More (3), Helpful, Not helpful, Delete"; got != want {
		t.Errorf("buttons %q, want %q", got, want)
	}
	for _, label := range []string{"Context", "More (3)", "Helpful", "Helpful", "Not helpful"} {
		m := w.wait(w.ada.Press(m, label))
		t.Logf("%s: %v %s\n%s", label, m.Ephemeral(), labels(m), m.Content)
		if strings.Contains(labels(m), "Next") {
			m := w.wait(w.ada.Press(m, "Next"))
			t.Logf("%s: %v %s\n%s", label, m.Ephemeral(), labels(m), m.Content)
		}
	}
	m = w.wait(w.ada.MessageCommand("Find sources", w.ada.Say(w.channel, "Foreign troops have left the country, they say.")))
	t.Logf("find: %v %s\n%s", m.Ephemeral(), labels(m), m.Content)
	m2 := w.mention("How many people were arrested?")
	t.Logf("mention: %v %s\n%s", m2.Ephemeral(), labels(m2), m2.Content)
	m2 = w.answer(w.ada.Reply(m2, "and killed?", true))
	t.Logf("followup: %v %s\n%s", m2.Ephemeral(), labels(m2), m2.Content)
	m2 = w.mention("")
	t.Logf("help: %v %s\n%s", m2.Ephemeral(), labels(m2), m2.Content)
	i := w.ada.Autocomplete(w.channel, "ask", discordtest.Options{"source": "kyi"}, "source")
	i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool { return i.Choices() != nil })
	t.Log(i.Choices())
	m = w.wait(w.ada.Command(w.channel, "ask", discordtest.Options{"question": "How many people were arrested?", "source": i.Choices()[0].Value, "private": true}))
	t.Logf("source: %v %s\n%s", m.Ephemeral(), labels(m), m.Content)
	m2 = w.mention("How many people were arrested?")
	w.ada.Press(m2, "Delete").WaitFor(w.ctx, func(*discordtest.Interaction) bool { return m2.Deleted() })
	w.stop()
	t.Logf("%s", w.log)
}
