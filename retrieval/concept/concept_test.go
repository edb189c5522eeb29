package concept

import (
	"cmp"
	"slices"
	"testing"

	"pullquote/retrieval/analysis"
)

// term reduces a word as retrieval does.
func term(t *testing.T, word string) string {
	t.Helper()
	tokens := analysis.For("en").Tokens(word)
	if len(tokens) != 1 || tokens[0].Stop {
		t.Fatalf("%q is not one word that is searched for", word)
	}
	return tokens[0].Term
}

func weightOf(asked, said string) float64 {
	for _, k := range builtin()[asked] {
		if k.Word == said {
			return k.Weight
		}
	}
	return 0
}

func TestEveryPairIsOfDifferentTermsAndNoneIsTwice(t *testing.T) {
	before := map[string]string{} // the question word by its term
	for asked, kin := range All() {
		a := term(t, asked)
		if other, ok := before[a]; ok {
			t.Errorf("%s and %s are one term %s", asked, other, a)
		}
		before[a] = asked
		seen := map[string]string{a: asked}
		for _, k := range kin {
			s := term(t, k.Word)
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

func TestAllIsInOrder(t *testing.T) {
	previous := ""
	for asked, kin := range All() {
		if asked <= previous {
			t.Errorf("%s after %s", asked, previous)
		}
		previous = asked
		if !slices.IsSortedFunc(kin, func(a, b Kin) int { return cmp.Compare(b.Weight, a.Weight) }) {
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
		{"kill", "go", 0},
		{"kill", "pass", 0},
	} {
		if got := weightOf(tt.asked, tt.said); got != tt.want {
			t.Errorf("asked %s, said %s: weight %g, want %g", tt.asked, tt.said, got, tt.want)
		}
	}
}
