package bot_test

import (
	"testing"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// TestPrivateNoticeNeverReplacesAnAnswer has somebody press Delete who may not, while Discord is so slow that nobody
// knows whether it was told to wait: the answer stays as it is.
func TestPrivateNoticeNeverReplacesAnAnswer(t *testing.T) {
	t.Parallel()
	w, occupy := idleWorld(t)
	m := w.ask(arrested)
	release := occupy()
	w.Inject(discordtest.Fault{Method: "POST", Route: routeCallback, Done: true, Hang: true})
	i := w.AddUser("eve").Press(m, "Delete")
	w.deferred(i)
	release()
	w.must(i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool { return len(i.Followups()) == 1 }))
	contains(t, i.Followups()[0], "Only the person who asked")
	if now := m.Latest(); now.Content != m.Content || m.Deleted() {
		t.Errorf("the answer became:\n%s", now.Content)
	}
}

// TestStopWhileRegistering stops while Discord does not answer the question which commands it has.
func TestStopWhileRegistering(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.bot.SetDrain(50 * time.Millisecond)
	w.Inject(discordtest.Fault{Method: "GET", Route: "/applications/{application_id}/commands", Hang: true, Times: -1})
	w.start()
	contains(t, w.ask(arrested), "**about 4,404**")
	w.must(w.stop())
	w.logs("stopped before every request was answered")
}

// TestPassOnToASlowChannel passes questions on to a channel where Discord makes the bot wait: nobody else waits.
func TestPassOnToASlowChannel(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	desk := w.guild.AddChannel("desk")
	w.options.QuestionChannels = map[string]string{w.guild.ID: desk.ID}
	w.options.Limits.Workers = 1
	w.restart()
	m := w.mention("Which football club won the cup?")
	w.Inject(discordtest.Fault{Method: "POST", Route: routeMessages, Hang: true})
	i := w.ada.Press(m, "Ask the moderators")
	contains(t, w.wait(w.ada.Command(w.channel, "about", nil)), "What this bot does")
	contains(t, w.wait(i), "I could not write to the moderators' channel.")
	contains(t, w.wait(w.ada.Press(m, "Ask the moderators")), "already") // it may have arrived
}

// TestUntold leaves those without a word whom there is no room to tell, but promises them nothing either.
func TestUntold(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t, func(_ *world, o *bot.Options) { o.Limits.Queue = 1 })
	w.bot.SetNotices(0)
	w.deferred(w.ada.Command(w.channel, "ask", discordtest.Options{"question": arrested})) // stands in the queue
	untold := w.ada.Command(w.channel, "ask", discordtest.Options{"question": arrested})
	w.logs("id="+untold.ID, "outcome=busy", "told=false")
	other, free := busyWorld(t) // where it takes as long until something is promised
	other.deferred(other.ada.Command(other.channel, "ask", discordtest.Options{"question": arrested}))
	free()
	release()
	if untold.Acknowledged() {
		t.Error("something was promised")
	}
}
