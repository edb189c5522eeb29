package bot_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

// member adds somebody whose client speaks a locale.
func (w *world) member(name, locale string) *discordtest.User {
	u := w.AddUser(name)
	u.Locale = locale
	return u
}

// askAs asks with /ask and returns the answer.
func (w *world) askAs(u *discordtest.User, question string) *discordtest.Message {
	w.t.Helper()
	return w.wait(u.Command(w.channel, "ask", discordtest.Options{"question": question}))
}

// lacks checks that a message's text holds none of the words.
func lacks(t *testing.T, m *discordtest.Message, words ...string) {
	t.Helper()
	for _, word := range words {
		if strings.Contains(m.Content, word) {
			t.Errorf("the message holds %q:\n%s", word, m.Content)
		}
	}
}

// Two members of one server are each answered in the language of their client.
func TestEachReaderInTheirLanguage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, tt := range []struct {
		locale, status, footer, buttons, missing, notAsked string
	}{
		{"de", "\nQuellen nennen verschiedene Zahlen · 4 von 5 Quellen\n", "-# 5 Dokumente durchsucht · ", "Zusammenhang, Mehr (n), Hilfreich, Nicht hilfreich, Löschen", "Ich habe in den Dokumenten nichts gefunden",
			"Das sieht nicht nach einer Frage zu den Dokumenten aus.\nBitte etwas"},
		{"ru", "\nИсточники называют разные цифры · 4 из 5 источников\n", "-# поиск в 5 документах · ", "Контекст, Ещё (n), Полезно, Бесполезно, Удалить", "В документах не нашлось ничего",
			"Это не похоже на вопрос о документах.\nСпросите"},
		{"fr", "\nPlusieurs sources donnent des chiffres différents · 4 sources sur 5\n", "-# 5 documents consultés · ", "Contexte, Plus (n), Utile, Pas utile, Supprimer", "Je n’ai rien trouvé dans les documents",
			"Cela ne ressemble pas à une question sur les documents.\nDemandez"},
		{"es-ES", "\nVarias fuentes dan cifras distintas · 4 de 5 fuentes\n", "-# 5 documentos consultados · ", "Contexto, Más (n), Útil, No útil, Borrar", "No he encontrado en los documentos nada",
			"Eso no parece una pregunta sobre los documentos.\nPregúntame"},
		{"es-419", "\nVarias fuentes dan cifras distintas · 4 de 5 fuentes\n", "-# 5 documentos consultados · ", "Contexto, Más (n), Útil, No útil, Borrar", "No he encontrado en los documentos nada",
			"Eso no parece una pregunta sobre los documentos.\nPregúntame"},
		{"en-GB", "\nSources give different figures · 4 of 5 sources\n", "-# searched 5 documents · ", "Context, More (n), Helpful, Not helpful, Delete", "I found nothing in the corpus",
			"That does not look like a question about the documents.\nAsk me"},
		{"ja", "\nSources give different figures · 4 of 5 sources\n", "-# searched 5 documents · ", "Context, More (n), Helpful, Not helpful, Delete", "I found nothing in the corpus",
			"That does not look like a question about the documents.\nAsk me"},
	} {
		u := w.member("reader-"+tt.locale, tt.locale)
		m := w.askAs(u, arrested)
		contains(t, m, "**"+arrested+"**", tt.status, tt.footer, "**more than 3,000**")
		if got := anyNumber(labels(m)); got != tt.buttons {
			t.Errorf("%s: buttons %q, want %q", tt.locale, got, tt.buttons)
		}
		contains(t, w.askAs(u, "Which football club won the cup?"), tt.missing)
		contains(t, w.askAs(u, "hello"), tt.notAsked)
	}
}

// A message carries no locale. It is answered in the language of its writer's last interaction, else in the server's,
// and where neither is known in English.
func TestLanguageOfMentions(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.guild.Locale = "fr"
	w.restart()
	karl, lena := w.member("karl", "de"), w.member("lena", "ru")
	say := func(u *discordtest.User, c *discordtest.Channel) *discordtest.Message {
		t.Helper()
		return w.answer(u.Say(c, w.Bot.Mention()+" "+arrested))
	}
	contains(t, say(karl, w.channel), "Plusieurs sources donnent des chiffres différents")
	contains(t, say(karl, w.DM(karl)), "Sources give different figures")
	w.wait(karl.Command(w.channel, "sources", nil))
	contains(t, say(karl, w.channel), "Quellen nennen verschiedene Zahlen")
	contains(t, say(karl, w.DM(karl)), "Quellen nennen verschiedene Zahlen")
	contains(t, w.answer(karl.Say(w.channel, w.Bot.Mention())), "Bitte etwas in Worten fragen")
	contains(t, say(lena, w.channel), "Plusieurs sources donnent des chiffres différents")
	karl.Locale = "en-US"
	w.wait(karl.Command(w.channel, "sources", nil))
	contains(t, say(karl, w.channel), "Sources give different figures")

	// Servers that the bot joins, and that change, are learnt of too.
	madrid := w.AddGuild("Madrid")
	plaza := madrid.AddChannel("plaza")
	contains(t, say(lena, plaza), "Sources give different figures")
	w.SendRaw("GUILD_UPDATE", json.RawMessage(`{"id":"`+madrid.ID+`","name":"Madrid","preferred_locale":"es-ES"}`))
	contains(t, say(lena, plaza), "Varias fuentes dan cifras distintas")
}

// Who presses a button of somebody else's answer is told in their own language; the answer stays as it is.
func TestPressOfAnotherLanguage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	karl, lena := w.member("karl", "de"), w.member("lena", "ru")
	m := w.askAs(karl, arrested)
	before := m.Content
	context := w.wait(lena.Press(m, "Zusammenhang"))
	contains(t, context, "**"+arrested+"**", "В контексте · 1 из 4", "цитаты сверены с источниками")
	lacks(t, context, "Im Zusammenhang", "Zitate")
	if labels(context) != "Вперёд" || !context.Ephemeral() {
		t.Errorf("buttons %q, only the reader sees it: %t", labels(context), context.Ephemeral())
	}
	contains(t, w.wait(lena.Press(m, labelled(m, "Mehr"))), "Другие отрывки")
	contains(t, w.wait(lena.Press(m, "Hilfreich")), "Засчитано как полезный ответ.")
	contains(t, w.wait(lena.Press(m, "Löschen")), "Удалить этот ответ может только")
	contains(t, w.wait(karl.Press(m, "Hilfreich")), "Als hilfreich gezählt.")
	for _, now := range w.channel.Messages() {
		if now.ID == m.ID && (now.Content != before || labels(now) != labels(m)) {
			t.Errorf("the answer reads\n%s\nwith the buttons %s, it was\n%s", now.Content, labels(now), before)
		}
	}
}

// What takes the place of a message is in the language of that message, whatever the reader's client speaks by then.
func TestPagesKeepTheirLanguage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	karl := w.member("karl", "de")
	answer := w.askAs(karl, arrested)
	page := w.wait(karl.Press(answer, "Zusammenhang"))
	karl.Locale = "fr"
	page = w.wait(karl.Press(page, "Weiter"))
	contains(t, page, "Im Zusammenhang · 2 von 4")
	if got := labels(page); got != "Zurück, Weiter" {
		t.Errorf("buttons %q", got)
	}
	contains(t, w.wait(karl.Press(answer, "Zusammenhang")), "En contexte · 1 sur 4")
	w.files.set(many(23))
	w.reload()
	list := w.wait(karl.Command(w.channel, "sources", nil))
	contains(t, list, "**23 documents**", "page 1 sur 3")
	karl.Locale = "ru"
	list = w.wait(karl.Press(list, "Suivante"))
	contains(t, list, "**23 documents**", "page 2 sur 3")
	contains(t, w.wait(karl.Press(list, "Précédente")), "page 1 sur 3")
}

// A message of the bot's is read back in whatever language it is: a reply asks on from it, and its quotes are known.
func TestMessagesAreReadBackInAnyLanguage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	lena := w.member("lena", "ru")
	first := w.askAs(lena, "How many soldiers did the alliance send?")
	next := w.answer(w.ada.Reply(first, "and from which countries?", true))
	contains(t, next, "\n-# following: How many soldiers did the alliance send?\n")
	third := w.answer(lena.Reply(next, "and when did they leave?", true))
	contains(t, third, "\n-# в продолжение: How many soldiers did the alliance send? | and from which countries?\n")
	fourth := w.answer(w.ada.Reply(third, "how many were there?", true))
	contains(t, fourth, "\n-# following: How many soldiers did the alliance send? | and from which countries? | and when did they leave?\n")
	contains(t, w.wait(w.ada.MessageCommand("Find sources", first)), "What this message of mine quotes:", "2,500")
	contains(t, w.wait(lena.MessageCommand("Find sources", next)), "Что цитирует это моё сообщение:")
	checked := w.wait(w.ada.MessageCommand("Check quotes", first))
	contains(t, checked, "found, word for word")
	lacks(t, checked, "not found", "another source")
	copied := w.mod.Say(w.channel, first.Content)
	lacks(t, w.wait(w.ada.MessageCommand("Find sources", copied)), "the message is long")
}

// Moderators read of one reload each in their own language, and of a member's question in the server's.
func TestModeratorsReadTheirLanguage(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	desk := w.guild.AddChannel("desk")
	w.guild.Locale = "ru"
	w.options.QuestionChannels = map[string]string{w.guild.ID: desk.ID}
	w.restart()
	karl := w.member("karl", "de")
	w.guild.AddMember(karl, discordtest.ManageGuild)
	w.files.set(many(0))
	contains(t, w.report(w.mod.Command(w.channel, "corpus reload", nil)), "**The reload failed.**", "it holds no document that can be read")
	contains(t, w.wait(karl.Command(w.channel, "corpus status", nil)), "Letztes Neuladen, ", "gescheitert, die Dokumente blieben, wie sie waren", "es gibt darin kein Dokument, das sich lesen lässt")

	release := w.files.hold()
	defer release()
	running := w.mod.Command(w.channel, "corpus reload", nil)
	w.must(running.WaitFor(w.ctx, func(i *discordtest.Interaction) bool { return i.Message() != nil }))
	contains(t, w.wait(karl.Command(w.channel, "corpus status", nil)), "Die Dokumente werden eingelesen. Die alten gelten so lange weiter.")
	contains(t, w.wait(karl.Command(w.channel, "corpus reload", nil)), "Die Dokumente werden schon eingelesen")
	release()
	w.report(running)

	m := w.askAs(karl, "Which football club won the cup?")
	contains(t, w.wait(w.ada.Press(m, "Moderation fragen")), "Passed on to the moderators.")
	if notes := desk.Messages(); len(notes) != 1 {
		t.Errorf("%d messages in the moderators' channel, want 1", len(notes))
	} else {
		contains(t, notes[0], "Задан вопрос, на который документы не отвечают:", "**Which football club won the cup?**")
	}
}

// What is refused is refused in the reader's language.
func TestRefusalsInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	karl := w.member("karl", "de")
	contains(t, w.wait(karl.Command(w.channel, "corpus status", nil)), "Das kann nur die Moderation")
	contains(t, w.wait(karl.Forge(w.askAs(karl, arrested), "9zzz")), "gehört zu einer anderen Version von mir")
	contains(t, w.wait(karl.Command(w.channel, "ask", discordtest.Options{"question": arrested, "source": "The Daily Nothing"})), "Keine Quelle heißt so.")
	contains(t, w.wait(karl.MessageCommand("Find sources", w.mod.Say(w.channel, ""))), "Ich sehe in dieser Nachricht keinen Text.")
}
