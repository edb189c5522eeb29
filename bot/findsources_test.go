package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/bot/discordtest"
)

// findSources chooses "Find sources" for a message of another member that says text.
func (w *world) findSources(text string) *discordtest.Message {
	w.t.Helper()
	return w.wait(w.ada.MessageCommand("Find sources", w.mod.Say(w.channel, text)))
}

func TestFindSources(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.findSources("Foreign troops have left the country, they say.")
	contains(t, m, "**Closest passages found**", "Foreign troops are about to leave Kazakhstan")
	if !m.Ephemeral() || !strings.HasPrefix(labels(m), "Context") {
		t.Errorf("only the asker sees it: %t; buttons %q", m.Ephemeral(), labels(m))
	}
	contains(t, w.wait(w.ada.Press(m, "Context")), "In context · 1 of")
}

const (
	nearly   = "Nearly 10,000 people have been arrested by the Kazakh authorities."
	airliner = "Tokayev blamed terrorist bands with help from other countries, and said that rioters had seized five airliners at the airport."
)

// A sentence of the corpus is the first passage quoted, whatever stands around it in the message.
func TestFindSourcesOfASentenceAmongOthers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for name, text := range map[string]string{
		"alone":            nearly,
		"chat after it":    nearly + " Anyway, lunch was excellent and my sister bought a bicycle, who wants to see a film tonight?",
		"chat before it":   "omg did you read this?? my cat slept through all of it lol\n" + nearly,
		"lower case":       nearly + " lol what a week, lunch was great",
		"a long chat":      strings.Repeat("the weather was fine and we had cake on the balcony, ", 20) + "\n\n" + nearly,
		"markup":           "<@1> **" + nearly + "** <:cry:5> see https://example.org/lunch/cake/bicycle :)",
		"parts of it":      "Nearly 10,000 **people** have ||been arrested|| by the `Kazakh` *authorities*.",
		"a block quote":    "> " + nearly + "\nreally?",
		"an answer pasted": "> Nearly 10,000 people have been arrested by the Kazakh authorities\\.\n[1] Katie Curtis · Jan 2022 · ¶1\n-# searched 5 documents · quotes checked against their sources",
		"a quotation":      "They say \"Nearly 10,000 people have been arrested by the Kazakh authorities\" and I do not believe a word.",
		"a quoted part":    "They say “Nearly 10,000 people have been arrested”, and lunch was great, and I believe none of it at all!",
		"a whole one":      "\"" + nearly + "\"",
		"other case":       "NEARLY 10,000 PEOPLE HAVE BEEN ARRESTED BY THE KAZAKH AUTHORITIES",
	} {
		m := w.findSources(text)
		heading := "**Passages that speak of this message**"
		if name == "other case" {
			heading = "**Closest passages found**"
		}
		contains(t, m, heading)
		if quotes := blockQuotes(m.Content); len(quotes) == 0 || !strings.Contains(quotes[0], nearly) {
			t.Errorf("%s: the sentence is not quoted first:\n%s", name, m.Content)
		}
		if got, want := strings.Contains(m.Content, "-# 1 sentence or quotation of the message stands in the corpus word for word"), name != "other case"; got != want {
			t.Errorf("%s: it is said to stand there word for word: %t, want %t:\n%s", name, got, want, m.Content)
		}
	}
}

// Sentences of several documents are all found, and each document is quoted before one is quoted again.
func TestFindSourcesOfSeveralSentences(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.findSources(nearly + " " + airliner + " Lunch was excellent.")
	contains(t, m, "2 sentences or quotations of the message stand in the corpus word for word", "[1] ", "[2] ")
	for i, want := range []string{nearly, airliner} {
		if quotes := blockQuotes(m.Content); len(quotes) <= i || !strings.Contains(quotes[i], want) {
			t.Errorf("quote %d does not hold %q:\n%s", i+1, want, m.Content)
		}
	}
}

func TestFindSourcesOfChatter(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const none = "I found nothing in the corpus that speaks of this message."
	for text, want := range map[string]string{
		"Lunch was excellent.":                         none,
		"Lunch was excellent. My sister bakes cakes!!": none,
		"": "I cannot see any text in that message.",
		"🙂 <@1> <:cry:5> https://example.org/troops": "That message has no words that I could look for.",
	} {
		m := w.findSources(text)
		contains(t, m, want)
		if len(blockQuotes(m.Content)) > 0 || m.Content == none {
			t.Errorf("%q: it quotes something, or does not say what was searched:\n%s", text, m.Content)
		}
	}
}

// What comes close without saying what the message says is labelled so.
func TestFindSourcesOfAMention(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.findSources("I heard that trains run again. My train was late today, people were angry.")
	contains(t, m, "**Closest passages found**", "Trains and flights run again")
	if strings.Contains(m.Content, "speak of this message") {
		t.Errorf("it is said to speak of the message:\n%s", m.Content)
	}
}

// Of a long message it is said how much was looked for, and nothing is claimed of the rest.
func TestFindSourcesOfALongMessage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var chat strings.Builder
	for i := range 20 {
		fmt.Fprintf(&chat, "We baked %d cakes and ate them on the balcony. ", i)
	}
	const part = "-# the message is long: of its %d sentences the 8 longest were looked for"
	m := w.findSources(chat.String() + "The troops.")
	contains(t, m, "I found nothing in the corpus that speaks of what was looked for.", fmt.Sprintf(part, 21))
	if strings.Contains(m.Content, "this message") {
		t.Errorf("something is said of all of the message:\n%s", m.Content)
	}
	m = w.findSources(chat.String() + nearly)
	contains(t, m, "1 sentence or quotation of the message stands in the corpus word for word", fmt.Sprintf(part, 21), "Nearly 10,000 people")
	w.findSources(strings.Repeat("the weather and the trains and the harbour and ", 40) + "the troops")
	w.findSources(strings.Repeat("港", 2000))
}

// Of the bot's own messages those passages are shown that they quote, also after a restart and where a source has changed.
func TestFindSourcesOfOwnAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	answer := w.ask(arrested)
	w.must(w.stop())
	w.restart()
	m := w.wait(w.ada.MessageCommand("Find sources", answer))
	contains(t, m, "What this message of mine quotes:\n> ")
	if got, want := blockQuotes(m.Content), blockQuotes(answer.Content); !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("it shows %q, want %q", got, want)
	}
	none := w.ask("Who won the chess championship of Mars?")
	contains(t, w.wait(w.ada.MessageCommand("Find sources", none)), "That message is one of mine, and it quotes nothing.")
	w.files.set(many(3))
	w.reload()
	gone := w.wait(w.ada.MessageCommand("Find sources", answer))
	contains(t, gone, "left the corpus since this answer")
	if len(blockQuotes(gone.Content)) > 0 {
		t.Errorf("it quotes what is gone:\n%s", gone.Content)
	}
}

// What the bot shows around a quote has no buttons that name it; its block quotes are looked for.
func TestFindSourcesOfOwnContext(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	shown := w.wait(w.ada.Press(w.ask(arrested), "Context"))
	m := w.wait(w.ada.MessageCommand("Find sources", shown))
	contains(t, m, "**Passages that speak of this message**", "of the message stand")
}

func TestFindSourcesInOtherLanguages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	texts := map[string]string{
		"de.txt": "Die Feuerwehr rettete in der Nacht zwölf Menschen aus dem brennenden Haus. Die Ursache des Brandes ist noch unbekannt.",
		"fr.txt": "Les pompiers ont sauvé douze personnes de la maison en feu. La cause de l'incendie reste inconnue.",
		"ru.txt": "Пожарные спасли двенадцать человек из горящего дома. Причина пожара пока неизвестна.",
		"zh.txt": "消防队当夜从着火的房子里救出了十二个人。火灾的原因目前还不清楚。",
		"ar.txt": "أنقذ رجال الإطفاء اثني عشر شخصا من البيت المحترق. سبب الحريق لا يزال مجهولا.",
	}
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text + "\n")}
	}
	w.files.set(fsys)
	w.reload()
	for name, chat := range map[string]string{
		"de.txt": "%s Übrigens war das Mittagessen gut, oder?", "fr.txt": "%s Sinon, le repas était bon ?", "ru.txt": "%s Кстати, обед был вкусный!",
		"zh.txt": "%s对了，今天的午饭很好吃！", "ar.txt": "%s وكان الغداء لذيذا اليوم!",
	} {
		sentence, _, _ := strings.Cut(texts[name], ". ")
		sentence, _, _ = strings.Cut(sentence, "。")
		stop := "."
		if name == "zh.txt" {
			stop = "。"
		}
		m := w.findSources(fmt.Sprintf(chat, sentence+stop))
		contains(t, m, "1 sentence or quotation of the message stands in the corpus word for word")
		if quotes := blockQuotes(m.Content); len(quotes) == 0 || !strings.Contains(quotes[0], sentence) {
			t.Errorf("%s: not quoted first:\n%s", name, m.Content)
		}
	}
}
