package concept

import (
	"slices"
	"strings"
	"testing"

	"pullquote/retrieval/analysis"
)

// terms reduces a word as retrieval does. Stop words stand for themselves, and so does the *.
func terms(t *testing.T, w Word) string {
	t.Helper()
	var out []string
	searched := false
	for word := range strings.FieldsSeq(w.Text) {
		if word == "*" {
			out = append(out, word)
		}
		for _, tok := range analysis.For("en").Tokens(word) {
			out = append(out, tok.Term)
			searched = searched || !tok.Stop
		}
	}
	if !searched {
		t.Errorf("%q has no word that is searched for", w.Text)
	}
	return strings.Join(out, " ") + "@" + w.Context
}

func weightOf(asked, said string) float64 {
	for _, k := range builtin().words[Word{Text: asked}] {
		if k.Word == (Word{Text: said}) {
			return k.Weight
		}
	}
	return 0
}

func TestEveryPairIsOfDifferentTermsAndNoneIsTwice(t *testing.T) {
	before := map[string]Word{} // what is asked by its terms
	for asked, kin := range All() {
		a := terms(t, asked)
		if other, ok := before[a]; ok {
			t.Errorf("%s and %s are one term %s", asked, other, a)
		}
		before[a] = asked
		seen := map[string]Word{a: asked}
		for _, k := range kin {
			s := terms(t, k.Word)
			if other, ok := seen[s]; ok {
				t.Errorf("%s: %s and %s are one term %s", asked, k.Word, other, s)
			}
			seen[s] = k.Word
			if k.Weight < .4 || k.Weight > 1 {
				t.Errorf("%s: %s weighs %g, want .4 to 1", asked, k.Word, k.Weight)
			}
		}
	}
}

func TestContextsAreOfSingleWords(t *testing.T) {
	for name, words := range builtin().contexts {
		for _, w := range words {
			if strings.Contains(terms(t, Word{Text: w}), " ") {
				t.Errorf("@%s: %s is no single word", name, w)
			}
		}
	}
}

func TestNoExpressionBeginsOrEndsWithAnyWords(t *testing.T) {
	for asked := range All() {
		if w := asked.Text; strings.HasPrefix(w, "*") || strings.HasSuffix(w, "*") || strings.Contains(w, "* *") {
			t.Errorf("%q: a * stands between two words", w)
		}
	}
}

func TestAllIsInOrder(t *testing.T) {
	previous := Word{}
	for asked, kin := range All() {
		if compareWords(asked, previous) <= 0 {
			t.Errorf("%s after %s", asked, previous)
		}
		previous = asked
		if !slices.IsSortedFunc(kin, safestFirst) {
			t.Errorf("%s: the safest is not first in %v", asked, kin)
		}
	}
	for range All() {
		break // a reader may stop
	}
}

func TestKin(t *testing.T) {
	for _, tt := range []struct {
		asked, said string
		want        float64
	}{
		{"arrest", "detain", .9},
		{"detain", "arrest", .9},
		{"kill", "shoot", .5},
		{"shoot", "kill", .5},
		{"injure", "hospitalize", .6},
		{"hospitalize", "injure", 0},
		{"death", "die", 1},
		{"dead", "kill", .9}, // as die
		{"leave", "withdraw", .7},
		{"start", "spark", .6},
		{"Russia", "Russian", 1},
		{"American", "US", 1},
		{"US", "United States", 1},
		{"United States", "American", 1},
		{"resign", "step down", .9},
		{"step down", "resign", .9},
		{"arrest", "take * into custody", .9},
		{"kill", "lose * lives", .9},
		{"flee", "leave * house", .8},
		{"allow", "forbid", .6}, // which answers whether
		{"pollute", "poison", .6},
		{"arrest", "hold", 0}, // only in its context
		{"kill", "go", 0},
		{"kill", "pass", 0},
	} {
		if got := weightOf(tt.asked, tt.said); got != tt.want {
			t.Errorf("asked %s, said %s: weight %g, want %g", tt.asked, tt.said, got, tt.want)
		}
	}
}

func TestContext(t *testing.T) {
	if got := Context("law"); !slices.Contains(got, "police") {
		t.Errorf("Context(law) = %v, want the police among them", got)
	}
	if got := Context("none"); got != nil {
		t.Errorf("Context(none) = %v, want nil", got)
	}
}
