package retrieval

import (
	"slices"
	"strings"
	"testing"

	"pullquote/retrieval/analysis"
)

func TestMeant(t *testing.T) {
	v := vocabulary{numbers: map[string]uint32{}}
	for i, term := range []string{"harbour", "lantern", "ferri", "govern", "keeper", "keepers", "zeleni", "wharfing", "lighthousekeep", "pilot", "brander"} {
		v.number(term)
		v.passages[i] = 1 + i%2
	}
	v.number("lentern") // of the lexicon alone
	s := newSpelt(analysis.For(""), &v)
	for _, tt := range []struct{ term, want string }{
		{"harbor", "harbour"},   // a letter left out
		{"harrbour", "harbour"}, // one too many
		{"habrour", "harbour"},  // two swapped
		{"harbiur", "harbour"},  // a vowel for a vowel
		{"hkrbour", ""},         // no vowel for a vowel, and not beside it
		{"harvour", "harbour"},  // the key beside it
		{"harmour", ""},         // any other letter is another word
		{"barbour", ""},         // the first letter is another
		{"lighthuskep", ""},     // three
		{"lighthusekeep", "lighthousekeep"},
		{"lihgthusekeep", "lighthousekeep"},
		{"lantirn", "lantern"},
		{"lentern", ""}, // the lexicon knows it
		{"keepe", "keeper"},
		{"pilo", ""}, // too short
		{"12345", ""},
		{"selenie", ""}, // s for z, but not a name
	} {
		got := ""
		if n, ok := s.meant(queryWord{term: tt.term, surface: tt.term}, &v); ok {
			got = v.terms[n]
		}
		if got != tt.want {
			t.Errorf("%s is meant for %q, want %q", tt.term, got, tt.want)
		}
	}
	for _, term := range []string{"seleni", "zelenie"} {
		if n, ok := s.meant(queryWord{term: term, surface: term, name: true}, &v); !ok || v.terms[n] != "zeleni" {
			t.Errorf("the name %s is not meant for zeleni", term)
		}
	}
}

func TestUnmarked(t *testing.T) {
	for _, tt := range []struct{ lang, word, vocabulary, want string }{
		{"vi", "pha", "phà cha", "phà"},
		{"vi", "phà", "pha", "pha"},
		{"vi", "phà", "phà pha", ""},
		{"vi", "pha", "phà phá pham", "phà phá"},
		{"de", "schoen", "schon", "schon"},
		{"de", "Müller", "mueller", "mueller"},
		{"de", "Mueller", "mull", "mull"},
		{"en", "Muller", "müller muller", "müller"},
		{"en", "Müller", "mueller muller", "muller mueller"},
		{"da", "Ærø", "aero", "aero"},
	} {
		l := &tongue{analyzer: analysis.For(tt.lang), vocabulary: vocabulary{numbers: map[string]uint32{}}}
		for _, term := range strings.Fields(tt.vocabulary) {
			l.vocabulary.passages[l.vocabulary.number(term)] = 1
		}
		l.spelt = newSpelt(l.analyzer, &l.vocabulary)
		w := queryWord{surface: tt.word, term: l.analyzer.Term(tt.word)}
		w.passages = l.vocabulary.frequency(w.term)
		var got []string
		for _, term := range l.unmarked(w) {
			if l.vocabulary.frequency(term) > 0 && term != w.term && !slices.Contains(got, term) {
				got = append(got, term)
			}
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s %s among %s: %s, want %s", tt.lang, tt.word, tt.vocabulary, got, tt.want)
		}
	}
}

func FuzzSlips(f *testing.F) {
	f.Add("harbour", "harbor")
	f.Add("", "añb")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 50 || len(b) > 50 {
			return
		}
		x, y := []rune(a), []rune(b)
		n := slips(x, y, twoSlips)
		if n < 0 || n == 0 != (string(x) == string(y)) {
			t.Fatalf("%q and %q differ by %d", a, b, n)
		}
		if slips(x, x, 0) != 0 {
			t.Fatalf("%q differs from itself", a)
		}
	})
}
