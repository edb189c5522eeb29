package concept

import (
	"slices"
	"testing"
)

func TestSpellings(t *testing.T) {
	for _, pair := range []struct{ british, american string }{
		{"colour", "color"},
		{"neighbourhoods", "neighborhoods"},
		{"favourite", "favorite"},
		{"organised", "organized"},
		{"organisations", "organizations"},
		{"analyse", "analyze"},
		{"centres", "centers"},
		{"fibre", "fiber"},
		{"defence", "defense"},
		{"dialogue", "dialog"},
		{"leukaemia", "leukemia"},
		{"paediatric", "pediatric"},
		{"orthopaedic", "orthopedic"},
	} {
		if got := Spellings(pair.british); !slices.Contains(got, pair.american) {
			t.Errorf("Spellings(%q) = %q, want %q", pair.british, got, pair.american)
		}
		if got := Spellings(pair.american); !slices.Contains(got, pair.british) {
			t.Errorf("Spellings(%q) = %q, want %q", pair.american, got, pair.british)
		}
	}
	for _, word := range []string{"", "four", "tour", "or", "wise", "size", "prize", "rise", "seize", "her", "kill"} {
		if got := Spellings(word); got != nil {
			t.Errorf("Spellings(%q) = %q, want none", word, got)
		}
	}
}
