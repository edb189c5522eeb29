package retrieval

import (
	"context"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pullquote/corpus"
)

// babel is a small corpus in several languages, with near-copies, figures and documents that are little more than a
// title.
var babel = map[string]string{
	"bridge.md": "---\ntitle: The bridge of Varn\npublished: 2019-05-02\n---\n\n# The bridge\n\nMore than 1,200 people crossed the new bridge on 1 May 2019. " +
		"It cost $ 3.5 million, of which 40 per cent was paid by the U.S. firm Holt & Daughters.\n\nHe said it was \"safe\". They disagreed.\n",
	"bridge-copy.md": "---\ntitle: Varn bridge opens\npublished: 2019-05-03\n---\n\nMore than 1,200 people crossed the new bridge on 1 May 2019. " +
		"It cost $ 3.5 million, of which 40 per cent was paid by the U.S. firm Holt & Daughters.\n\nHe said it was \"safe\". They disagreed. Twelve did not.\n",
	"doubt.md":  "---\ntitle: Doubts\n---\n\nAbout 900 persons walked over the bridge, between 20 and 30 of them twice; five to seven fell and 3 were hurt.\n",
	"title.md":  "---\ntitle: How do I renew my library card?\n---\n\nVisit the desk.\n",
	"empty.md":  "---\ntitle: Nothing here\n---\n\n# Nothing here\n",
	"de.md":     "---\nlang: de\n---\n\nÜber die neue Brücke gingen 1.200 Menschen. Sie kostete 3,5 Millionen Euro.\n",
	"fr.md":     "---\nlang: fr\n---\n\nLe pont a coûté 3,5 millions d'euros. Environ 900 personnes l’ont traversé.\n",
	"ru.md":     "---\nlang: ru\n---\n\nМост построили в 2019 году. По нему прошли двадцать человек.\n",
	"zh.md":     "---\nlang: zh\n---\n\n新桥于2019年开放。有三千人走过。\n",
	"tr.md":     "---\nlang: tr\n---\n\nIstanbul'da yeni köprü 2019 yılında açıldı. İki bin kişi geçti.\n",
	"plain.txt": "zq zq zq. Zq!\n\nA table of 5 % and 6 % · 7",
}

func FuzzAsk(f *testing.F) {
	for _, q := range [][2]string{
		{"", ""}, {"???", "And?"}, {"How many people crossed the bridge?", ""}, {"the of and", "How much did it cost?"},
		{"When was it opened?", "Where is the bridge of Varn?\x00Varn\x00"}, {"Wie viele Menschen gingen über die Brücke?", ""},
		{"Combien a coûté le pont ?", ""}, {"Сколько человек прошли по мосту?", ""}, {"有多少人走过新桥?", ""},
		{"WHO PAID THE U.S. FIRM", "\xff\xfe"}, {"bridge bridge bridge Brücke pont \xff köprü zq", "\x00\x00\x00"},
		{strings.Repeat("bridge cost 2019 ", 40), ""}, {"How do I renew my library card?", ""}, {"ﷺ İI ﬁ", ""},
	} {
		f.Add(q[0], q[1])
	}
	l := open(f, babel)
	f.Fuzz(func(t *testing.T, text, history string) {
		q := Question{Text: text, History: strings.Split(history, "\x00")}
		a, err := l.Ask(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		checkAnswer(t, l.Snapshot(), a)
		again, err := l.Ask(context.Background(), q)
		if err != nil || !reflect.DeepEqual(a, again) {
			t.Fatalf("asked twice, answers differ: %v\n%+v\n%+v", err, a, again)
		}
	})
}

// checkAnswer checks what every answer promises, whatever was asked.
func checkAnswer(t testing.TB, s *corpus.Snapshot, a Answer) {
	t.Helper()
	if !(a.Confidence >= 0 && a.Confidence <= 1) {
		t.Errorf("confidence %g", a.Confidence)
	}
	if (a.Outcome == NotFound) != (len(a.Groups) == 0) {
		t.Errorf("outcome %s with %d groups", a.Outcome, len(a.Groups))
	}
	if _, err := json.Marshal(struct {
		Explanation Explanation
		Confidence  float64
	}{a.Explanation, a.Confidence}); err != nil {
		t.Errorf("not JSON: %v", err)
	}
	for i, src := range a.Sources {
		if src.Number != i+1 {
			t.Errorf("source %d has number %d", i, src.Number)
		}
	}
	for _, d := range a.Silent {
		if slices.ContainsFunc(a.Sources, func(src Source) bool { return src.Document == d }) {
			t.Errorf("%s is quoted and silent", d.ID())
		}
	}
	if a.Witnesses < len(a.Sources) || a.Witnesses > a.Searched {
		t.Errorf("%d witnesses, %d sources of %d documents", a.Witnesses, len(a.Sources), a.Searched)
	}
	if len(a.Silent) > a.Searched {
		t.Errorf("%d silent documents of %d", len(a.Silent), a.Searched)
	}
	for _, r := range a.Retrieved {
		if math.IsNaN(r.Score) || math.IsInf(r.Score, 0) {
			t.Errorf("retrieved score %g", r.Score)
		}
	}
	first, aside := 0, false
	for _, g := range a.Groups {
		if len(g.Excerpts) == 0 || aside && !g.Aside {
			t.Errorf("group %+v is empty or stands behind what is aside", g)
		}
		aside = g.Aside
		for _, e := range g.Excerpts {
			if e.Source < 1 || e.Source > len(a.Sources) || e.Source > first+1 {
				t.Fatalf("source %d of %d after %d", e.Source, len(a.Sources), first)
			}
			first = max(first, e.Source)
			checkExcerpt(t, a.Sources[e.Source-1].Document, e)
		}
	}
}

func checkExcerpt(t testing.TB, d *corpus.Document, e Excerpt) {
	t.Helper()
	span := e.Quote.Span()
	if q := e.Quote.Document(); q != d {
		t.Errorf("quote of %s under source %s", q.ID(), d.ID())
	}
	if text := e.Quote.Document().Text(); e.Quote.Text() == "" || text[span.Start:span.End] != e.Quote.Text() {
		t.Errorf("quote %q is not what stands at %v", e.Quote.Text(), span)
	}
	end := span.Start
	for _, m := range e.Matches {
		if m.Len() <= 0 || m.Start < end || m.End > span.End {
			t.Errorf("match %v after %d in quote %v", m, end, span)
		}
		end = m.End
	}
	if e.Value != nil && (e.Value.Len() <= 0 || !span.Contains(e.Value.Span)) {
		t.Errorf("value %v outside quote %v", e.Value.Span, span)
	}
	if !(e.Score >= 0 && e.Score <= 1) {
		t.Errorf("score %g", e.Score)
	}
}

func TestLongQuestionIsAnsweredInBoundedTime(t *testing.T) {
	l := open(t, babel)
	for _, text := range []string{
		strings.Repeat("how many people crossed the bridge at what cost ", 2100), strings.Repeat("a", 100_000),
		strings.Repeat("有多少人", 33_000), strings.Repeat("Who? ", 20_000), strings.Repeat("what is ", 12_500), strings.Repeat("\xff1,", 33_000),
	} {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		start := time.Now()
		a, err := l.Ask(ctx, Question{Text: text, History: []string{text, text}})
		cancel()
		if err != nil {
			t.Fatalf("%.20q: %v", text, err)
		}
		checkAnswer(t, l.Snapshot(), a)
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%.20q took %v", text, took)
		}
	}
}

// TestLongSentenceIsReadInBoundedTime asks documents that are one sentence, of lists and tables without stops.
func TestLongSentenceIsReadInBoundedTime(t *testing.T) {
	for _, tt := range []struct{ part, question string }{
		{"Ann Bell met Carl Dorn near Varn and Eve Falk saw ", "Who met Carl Dorn?"},
		{"Ann Bell lived in Varn near Ostland and Carl Dorn ", "Where did Ann Bell live?"},
		{"12 people were hurt and 13 were not in 2019, ", "How many people were hurt?"},
		{"on 5 May 2019 and 6 June 2020 the ferry left, ", "When did the ferry leave?"},
		{"football and tennis and rowing ", "What sport is played, football or tennis?"},
		{"held a lantern ", "How many people were arrested?"},
		{"the Harbour Pilots' Union (HPU) and ", "What is the HPU?"},
		{"x -", "What is x?"},
	} {
		start := time.Now()
		l := open(t, map[string]string{"long.md": strings.Repeat(tt.part, 500_000/len(tt.part)), "short.md": "The ferry left at nine."})
		checkAnswer(t, l.Snapshot(), ask(t, l, tt.question))
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%q took %v", tt.part, took)
		}
	}
}
