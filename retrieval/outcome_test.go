package retrieval

import (
	"slices"
	"testing"
)

func TestConfidence(t *testing.T) {
	l := open(t, flood)
	whole := ask(t, l, "Did rescue workers bring people to safety in the Arle valley?").Confidence
	for _, tt := range []struct {
		name, question string
		feature        string
		value          float64
	}{
		{"a name that nobody knows", "Did rescue workers of Zeppelin bring people to safety in the Arle valley?", "strangers", 1},
		{"a figure that nobody states", "How much money did rescue workers bring to safety in the Arle valley?", "absent", 1},
		{"a name that the best sentence holds", "What of Greta Holm?", "acquaintances", 2},
	} {
		a := ask(t, l, tt.question)
		if got := a.Explanation.Features[tt.feature]; got != tt.value {
			t.Errorf("%s: %s is %g, want %g", tt.name, tt.feature, got, tt.value)
		}
		if tt.feature != "acquaintances" && a.Confidence >= whole {
			t.Errorf("%s: confidence %g, want less than %g", tt.name, a.Confidence, whole)
		}
	}
}

func TestExplanationNamesEveryWord(t *testing.T) {
	a := ask(t, open(t, flood), "What caused the Zeppelin flood?")
	var words []string
	for _, w := range a.Explanation.Terms {
		words = append(words, w.Word)
		if w.Weight <= 0 || (w.Word == "Zeppelin") != (w.Passages == 0) {
			t.Errorf("%+v", w)
		}
	}
	if want := []string{"caused", "Zeppelin", "flood"}; !slices.Equal(words, want) {
		t.Errorf("words %q, want %q", words, want)
	}
	if a.Explanation.Threshold != answeredFrom || a.Explanation.Asks != string(asksReason) {
		t.Errorf("threshold %g, asks %s", a.Explanation.Threshold, a.Explanation.Asks)
	}
}
