package analysis

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// reduce renders tokens as "surface>term", stop words in parentheses.
func reduce(a *Analyzer, text string) string {
	var out []string
	for _, t := range a.Tokens(text) {
		surface := text[t.Start:t.End]
		switch {
		case t.Stop:
			out = append(out, "("+surface+")")
		case surface == t.Term:
			out = append(out, surface)
		default:
			out = append(out, surface+">"+t.Term)
		}
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "", ""},
		{"en", "The dogs were running", "(The) dogs>dog (were) running>run"},
		{"en", "Kazakhstan’s fuel", "Kazakhstan>kazakhstan (s) fuel"},
		{"en", "It's the US, not us", "(It) (s) (the) US>us (not) us"},
		{"en", "the U.S. army, 3,000 men at 4.5 km", "(the) U.S.>us army>armi 3,000>3000 men>man (at) 4.5 km"},
		{"en", "It began; they begin", "(It) began>begin (they) begin"},
		{"en", "80million in G7 states", "80 million (in) G7>g7 states>state"},
		{"en", "go\u00advern\u00adment \u200bzero", "go\u00advern\u00adment>govern zero"},
		{"en", "end 3. Then 4, 5", "end 3 (Then) 4 5"},
		{"de", "Die Häuser der Stadt", "(Die) Häuser>haus (der) Stadt>stadt"},
		{"fr", "L’armée a quitté", "(L) armée>armé (a) quitté>quitt"},
		{"ru", "Протесты начались", "Протесты>протест начались>нача"},
		{"tr", "Istanbul IŞIK", "Istanbul>ıstanbul IŞIK>ışık"},
		{"zh", "反对党说", "反对 对党 党说"},
		{"zh", "人", "人"},
		{"", "Plain words", "Plain>plain words"},
		{"xx", "Plain words", "Plain>plain words"},
		{"en", "ﷺ", "ﷺ>صلىاللهعليهوسلم"},
		{"en", "ﬁle \u00a0 x\ufffd", "ﬁle>file (x)"},
	} {
		if got := reduce(For(tt.lang), tt.text); got != tt.want {
			t.Errorf("%s %q:\n got %s\nwant %s", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestIrregularFormsShareATerm(t *testing.T) {
	a := For("en")
	for _, pair := range []string{"began begins", "sent sending", "left leaving", "shot shooting", "fought fights", "led leads", "people person", "children child"} {
		toks := a.Tokens(pair)
		if toks[0].Term != toks[1].Term {
			t.Errorf("%s: terms %q and %q differ", pair, toks[0].Term, toks[1].Term)
		}
	}
}

func TestEveryLanguageHasQuestionWords(t *testing.T) {
	for code := range languages {
		if len(fieldSet(questions[code])) == 0 && code != "da" && code != "fi" && code != "hu" && code != "no" && code != "sv" && code != "ta" {
			t.Errorf("%s: no question words", code)
		}
	}
	if !For("en").IsForm("How") || !For("en").IsForm("the") || For("en").IsForm("protest") || For("en").IsForm("US") {
		t.Error("en: how and the are words of form, protest and US are not")
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "The U.S. sent 3,000 men.", "a.b.c.d", "1,2,3,", "反对党说x", "İI", "ﷺ", "\xff\xfe", "и́"} {
		f.Add(s, "en")
	}
	f.Add("Straße", "de")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		end := 0
		for _, tok := range For(lang).Tokens(text) {
			if tok.Len() <= 0 || tok.End > len(text) || tok.Start < end && utf8.RuneCountInString(text[tok.Start:tok.End]) > 2 {
				t.Fatalf("%q: token %v after %d", text, tok.Span, end)
			}
			if !utf8.ValidString(text[tok.Start:tok.End]) || tok.Term == "" && !tok.Stop {
				t.Fatalf("%q: token %v %q", text, tok.Span, tok.Term)
			}
			if strings.ContainsAny(tok.Term, " \t\n") {
				t.Fatalf("%q: term %q has white space", text, tok.Term)
			}
			end = tok.End
		}
	})
}
