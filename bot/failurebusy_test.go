package bot_test

import (
	"testing"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// TestQueueFull asks a bot whose only worker is busy and whose queue is full: nobody is left without a word, but who
// writes messages is told once in a while only.
func TestQueueFull(t *testing.T) {
	t.Parallel()
	w, release := busyWorld(t, func(_ *world, o *bot.Options) { o.Limits.Queue = 1 })
	const question = "How many people were arrested?"
	waits := w.ada.Command(w.channel, "ask", discordtest.Options{"question": question})
	w.deferred(waits) // and so stands in the queue
	refused := w.ada.Command(w.channel, "ask", discordtest.Options{"question": question})
	m := w.wait(refused)
	contains(t, m, "Too many questions are waiting right now")
	if !m.Ephemeral() {
		t.Error("all of the channel sees the notice")
	}
	told := w.ada.Say(w.channel, w.Bot.Mention()+" "+question)
	contains(t, w.answer(told), "Too many questions are waiting right now")
	again := w.ada.Say(w.channel, w.Bot.Mention()+" "+question)
	other := w.mod.Say(w.channel, w.Bot.Mention()+" "+question)
	contains(t, w.answer(other), "Too many questions are waiting right now")
	if n := len(w.answersTo(again)); n != 0 {
		t.Errorf("%d notices to a member who was just told, want 0", n)
	}
	for _, id := range []string{refused.ID, told.ID, other.ID} {
		w.logs("outcome=busy", "id="+id)
	}
	w.counts(`pullquote_requests_total{outcome="busy",request="ask"}`, 1)
	w.counts(`pullquote_requests_total{outcome="busy",request="mention"}`, 2)
	w.counts(`pullquote_requests_total{outcome="untold: busy",request="mention"}`, 1)
	w.counts("pullquote_queue_length", 1)
	release()
	contains(t, w.wait(waits), "more than 3,000")
}

// TestTooFast asks faster than a member and a server may.
func TestTooFast(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(_ *world, o *bot.Options) { o.Limits.UserPerMinute, o.Limits.ServerPerMinute = 4, 8 })
	const question = "How many people were arrested?"
	contains(t, w.ask(question), "more than 3,000")
	m := w.ask(question)
	contains(t, m, "That was quick. Please ask again in ")
	if !m.Ephemeral() {
		t.Error("all of the channel sees the notice")
	}
	told := w.ada.Say(w.channel, w.Bot.Mention()+" "+question)
	contains(t, w.answer(told), "That was quick")
	silent := w.ada.Say(w.channel, w.Bot.Mention()+" "+question)
	contains(t, w.answer(w.mod.Say(w.channel, w.Bot.Mention()+" "+question)), "more than 3,000")
	// The server has asked twice, as often as it may at once; elsewhere its members may go on when their own time has come.
	eve := w.AddUser("eve")
	early := eve.Say(w.channel, w.Bot.Mention()+" "+question)
	contains(t, w.answer(early), "That was quick")
	contains(t, w.answer(eve.Say(w.AddGuild("elsewhere").AddChannel("general"), w.Bot.Mention()+" "+question)), "more than 3,000")
	if n := len(w.answersTo(silent)); n != 0 {
		t.Errorf("%d notices to a member who was just told, want 0", n)
	}
	w.logs("request=ask", `outcome="too fast"`)
	w.logs("request=mention", `outcome="too fast"`, "id="+told.ID)
	w.logs("request=mention", `outcome="too fast"`, "id="+early.ID)
	w.counts(`pullquote_requests_total{outcome="too fast",request="ask"}`, 1)
	w.counts(`pullquote_requests_total{outcome="too fast",request="mention"}`, 2)
	w.counts(`pullquote_requests_total{outcome="untold: too fast",request="mention"}`, 1)
	contains(t, w.wait(w.ada.Command(w.channel, "about", nil)), "What this bot does")
}

// TestBusyChannel asks the only worker of a bot while Discord lets another answer wait for the rate of its channel: one
// channel does not hold up the others.
func TestBusyChannel(t *testing.T) {
	t.Parallel()
	w := prepare(t, func(_ *world, o *bot.Options) { o.Limits.Workers = 1 })
	w.bot.SetDrain(100 * time.Millisecond)
	w.start()
	w.logs("commands")
	w.LimitRate(routeMessages, 1, 40*time.Second)
	const question = "How many people were arrested?"
	w.mention(question)
	waits := w.ada.Say(w.channel, w.Bot.Mention()+" "+question)
	i := w.ada.Command(w.channel, "ask", discordtest.Options{"question": question})
	contains(t, w.wait(i), "more than 3,000")
	contains(t, w.answer(w.ada.Say(w.guild.AddChannel("quiet"), w.Bot.Mention()+" "+question)), "more than 3,000")
	if i.Deferred() {
		t.Error("the answer to a command had to wait for the rate of a channel")
	}
	if n := len(w.answersTo(waits)); n != 0 {
		t.Errorf("%d answers beyond the rate of the channel, want 0", n)
	}
	w.must(w.stop())
	w.logs("level=WARN", "stopped before every request was answered", "unanswered=1")
	w.logs("id="+waits.ID, "not sent", "canceled")
}
