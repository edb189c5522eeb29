package retrieval

import (
	"slices"
	"strings"
	"testing"
)

// languageOfWords returns a language with a passage for each of some terms.
func languageOfWords(code string, words []string) *tongue {
	c := newCensus(code, func(string) uint32 { return 0 })
	for _, w := range words {
		e := &c.entries[c.entry(w)]
		e.count.passages, e.count.small = 1, 1
	}
	return newTongue(code, nil, []*lexis{c.finish()}, nil)
}

func TestMeant(t *testing.T) {
	l := languageOfWords("", strings.Fields("harbour lantern ferri govern keeper keepers zeleni wharfing lighthousekeep pilot brander"))
	l.lexical[idOf("lentern")] = true
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
		if got := l.meant(queryWord{term: tt.term, surface: tt.term}); got != tt.want {
			t.Errorf("%s is meant for %q, want %q", tt.term, got, tt.want)
		}
	}
	for _, term := range []string{"seleni", "zelenie"} {
		if got := l.meant(queryWord{term: term, surface: term, name: true}); got != "zeleni" {
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
		l := languageOfWords(tt.lang, strings.Fields(tt.vocabulary))
		w := queryWord{surface: tt.word, term: l.analyzer.Term(tt.word)}
		w.passages = l.frequency(w.term)
		var got []string
		for _, term := range l.unmarked(w) {
			if l.frequency(term) > 0 && term != w.term && !slices.Contains(got, term) {
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
