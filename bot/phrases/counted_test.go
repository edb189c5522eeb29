package phrases

import (
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

func TestCounted(t *testing.T) {
	for _, tt := range []struct {
		l    Language
		want map[int]string
	}{
		{English, map[int]string{0: "0 documents", 1: "1 document", 2: "2 documents", 11: "11 documents", 21: "21 documents", 101: "101 documents"}},
		{German, map[int]string{0: "0 Dokumente", 1: "1 Dokument", 2: "2 Dokumente", 21: "21 Dokumente", 101: "101 Dokumente"}},
		{Spanish, map[int]string{0: "0 documentos", 1: "1 documento", 2: "2 documentos", 21: "21 documentos"}},
		{French, map[int]string{0: "0 document", 1: "1 document", 2: "2 documents", 21: "21 documents", 101: "101 documents"}},
		{Russian, map[int]string{0: "0 документов", 1: "1 документ", 2: "2 документа", 4: "4 документа", 5: "5 документов",
			11: "11 документов", 14: "14 документов", 21: "21 документ", 22: "22 документа", 25: "25 документов",
			101: "101 документ", 111: "111 документов", 1000: "1000 документов"}},
	} {
		for n, want := range tt.want {
			if got := tt.l.Phrases().Corpus.Documents.Of(n); got != want {
				t.Errorf("%v: %d documents are %q, want %q", tt.l, n, got, want)
			}
		}
	}
}

// The rules are those of the Unicode CLDR.
func TestPluralForms(t *testing.T) {
	for _, l := range Languages() {
		tag := language.MustParse(l.String())
		own := Counted{forms{l, "one", "few", "many"}}
		for n := range 2000 {
			want := map[plural.Form]string{plural.One: "one", plural.Few: "few", plural.Many: "many", plural.Other: "many"}[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
			if l != Russian && want == "few" {
				t.Fatalf("%v has a form for a few", l)
			}
			if got := own.form(n); got != want {
				t.Errorf("%v: the form of %d is %q, want %q", l, n, got, want)
			}
		}
	}
}

func TestCountedOf(t *testing.T) {
	for _, tt := range []struct {
		l      Language
		n, all int
		want   string
	}{
		{English, 1, 5, "1 of 5 sources"},
		{German, 4, 5, "4 von 5 Quellen"},
		{French, 1, 5, "1 source sur 5"},
		{French, 4, 5, "4 sources sur 5"},
		{Spanish, 4, 5, "4 de 5 fuentes"},
		{Russian, 4, 5, "4 из 5 источников"},
		{Russian, 5, 21, "5 из 21 источника"},
		{Russian, 1, 22, "1 из 22 источников"},
	} {
		if got := tt.l.Phrases().Answer.Stated.OfSources.Of(tt.n, tt.all); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.l, got, tt.want)
		}
	}
}

// A phrase is recognised with any number in it, and nothing else is.
func TestMatches(t *testing.T) {
	for _, l := range Languages() {
		a, p := l.Phrases().Answer, l.Phrases().Passages
		for _, n := range []int{0, 1, 2, 5, 21, 1234} {
			if text := a.Searched.Of(n); !a.Searched.Matches(text) || a.Searched.Matches(text+"!") || a.Searched.Matches("x"+text) {
				t.Errorf("%v: %q is not recognised, or more than it is", l, text)
			}
			if text := p.Long.With(n, 8); !Matches(p.Long, text) || Matches(p.Long, text+"!") {
				t.Errorf("%v: %q is not recognised, or more than it is", l, text)
			}
		}
	}
	for _, text := range []string{"", "searched documents", "searched  documents", "searched x documents", "searched 5"} {
		if English.Phrases().Answer.Searched.Matches(text) {
			t.Errorf("%q is recognised", text)
		}
	}
}
