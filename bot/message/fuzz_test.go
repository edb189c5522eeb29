package message

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pullquote/bot/phrases"
	"pullquote/corpus"
	"pullquote/retrieval"
)

func FuzzEscape(f *testing.F) {
	for _, s := range nastyTexts {
		f.Add(s)
	}
	f.Add("")
	f.Add(`\`)
	f.Add("\xff\\\xfe*")
	f.Fuzz(func(t *testing.T, s string) {
		escaped := Escape(s)
		if got := Unescape(escaped); got != s {
			t.Errorf("Unescape(Escape(%q)) = %q", s, got)
		}
		if rest := strings.NewReplacer(pairs()...).Replace(escaped); strings.ContainsAny(rest, markup) {
			t.Errorf("Escape(%q) = %q leaves markup in %q", s, escaped, rest)
		}
	})
}

// pairs replaces every escaped character by nothing.
func pairs() []string {
	var out []string
	for _, c := range markup {
		out = append(out, `\`+string(c), "")
	}
	return out
}

// FuzzRender renders an answer that quotes every sentence of two documents made of the fuzzer's text. Render has
// Verify read the message back; what is left to check is what Verify does not know.
func FuzzRender(f *testing.F) {
	for i, s := range nastyTexts {
		f.Add(s, nastyTexts[len(nastyTexts)-1-i], "https://a.example/x?y=1#z", 2, 7, i%2 == 0)
	}
	f.Add(strings.Repeat("word ", 900)+"end. Another one. And *more*.", "5* of 5", "http://b.example/(1)", 0, 40, true)
	f.Fuzz(func(t *testing.T, text, other, link string, from, size int, values bool) {
		if !utf8.ValidString(text) || !utf8.ValidString(other) || !utf8.ValidString(link) || len(text)+len(other) > 20_000 {
			t.Skip()
		}
		a := fuzzAnswer(t, text, other, link, corpus.Span{Start: from, End: from + size}, values)
		in := In(phrases.Languages()[uint(size)%uint(len(phrases.Languages()))])
		reply, err := in.Render(a)
		if err != nil {
			t.Fatalf("Render of %q and %q: %v", text, other, err)
		}
		if n := Units(reply.Content); n > Limit {
			t.Errorf("message has %d units", n)
		}
		if len(reply.Shown)+len(reply.More) != len(excerpts(a)) {
			t.Errorf("shown %d and more %d of %d excerpts", len(reply.Shown), len(reply.More), len(excerpts(a)))
		}
		checkParts(t, a, reply)
		checkQuestion(t, a, reply)
		checkHistory(t, a, reply)
		checkFollowUps(t, in, a, reply)
	})
}

// checkQuestion checks that the question is read back from the message as far as the message shows it.
func checkQuestion(t *testing.T, a retrieval.Answer, reply Reply) {
	t.Helper()
	shown := strings.TrimSpace(strings.TrimSuffix(Unescape(oneLine(a.Question, questionLimit)), ellipsis))
	if got, ok := QuestionIn(reply.Content); got != shown || ok != (shown != "") {
		t.Errorf("QuestionIn(%q) = %q, %v, want %q", reply.Content, got, ok, shown)
	}
}

// checkHistory checks that the earlier questions are read back from the message as far as it names them.
func checkHistory(t *testing.T, a retrieval.Answer, reply Reply) {
	t.Helper()
	var want []string
	if _, ok := QuestionIn(reply.Content); ok {
		for _, escaped := range followed(a.History) {
			want = append(want, strings.TrimSpace(strings.TrimSuffix(Unescape(escaped), ellipsis)))
		}
	}
	if got := HistoryIn(reply.Content); !slices.Equal(got, want) {
		t.Errorf("HistoryIn(%q) = %q, want %q", reply.Content, got, want)
	}
}

// checkFollowUps renders all that can be asked for below an answer. What it shows Verify has read back.
func checkFollowUps(t *testing.T, in In, a retrieval.Answer, reply Reply) {
	t.Helper()
	if _, err := in.RenderPassages(retrieval.Trace{Answer: a, Verbatim: 1}, Reading{Of: 1}); err != nil {
		t.Errorf("RenderPassages: %v", err)
	}
	for rest := reply.Hidden; len(rest) > 0; {
		more, err := in.RenderMore(a.Question, intact(rest))
		if err != nil || len(more.Hidden) >= len(rest) {
			t.Fatalf("RenderMore of %d citations leaves %d: %v", len(rest), len(more.Hidden), err)
		}
		rest = more.Hidden
	}
	for at := range reply.Shown {
		if _, err := in.RenderContext(a.Question, intact(reply.Cited()), at); err != nil {
			t.Errorf("RenderContext of %d: %v", at, err)
		}
	}
}

func fuzzAnswer(t *testing.T, text, other, link string, value corpus.Span, values bool) retrieval.Answer {
	s := snapshotOf(t,
		document{ID: "a", Title: other, Publisher: text, URL: link, Text: text},
		document{ID: "b", Title: text, URL: link + text, Text: other})
	a := retrieval.Answer{Question: text + other, History: []string{other, text}, Outcome: retrieval.Answered, Searched: 2, Disagreement: values, UnknownWords: strings.Fields(other)}
	for _, d := range s.Documents() {
		a.Sources = append(a.Sources, retrieval.Source{Number: len(a.Sources) + 1, Document: d, Copies: s.Documents()})
		for _, p := range d.Passages() {
			q, err := p.Quote(0, p.Len())
			if err != nil {
				t.Fatal(err)
			}
			e := retrieval.Excerpt{Source: len(a.Sources), Quote: q, Matches: []corpus.Span{value}}
			g := retrieval.Group{Excerpts: []retrieval.Excerpt{e}}
			if values {
				g.Value, g.Excerpts[0].Value = "v", &retrieval.Value{Span: value, Kind: "count"}
			}
			a.Groups = append(a.Groups, g)
		}
	}
	return a
}

// checkParts checks that what is shown is the answer's excerpt or a part of it.
func checkParts(t *testing.T, a retrieval.Answer, reply Reply) {
	t.Helper()
	for _, s := range reply.Shown {
		whole := a.Groups[s.Group].Excerpts[s.Place.Excerpt].Quote
		if whole.Document() != s.Quote.Document() || !whole.Span().Contains(s.Quote.Span()) {
			t.Errorf("shown %v is not part of %v", s.Quote.Span(), whole.Span())
		}
	}
}
