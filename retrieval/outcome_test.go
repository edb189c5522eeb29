package retrieval

import (
	"slices"
	"testing"
)

func TestConfidence(t *testing.T) {
	l := open(t, flood)
	whole := ask(t, l, "Did rescue workers bring people to safety in the Arle valley?")
	for _, tt := range []struct {
		name, question string
		feature        string
		more           bool // than in the whole question
	}{
		{"a name that nobody knows", "Did rescue workers of Zeppelin bring people to safety in the Arle valley?", "names", false},
		{"a number that stands elsewhere", "Did 300 rescue workers bring people to safety in the Arle valley?", "names", false},
		{"a word that nobody knows", "Did rescue workers bring zebras to safety in the Arle valley?", "missing", true},
		{"a figure that nobody states", "How much money did rescue workers bring to safety in the Arle valley?", "stated", false},
		{"fewer words", "Did rescue workers bring people?", "found", false},
	} {
		a := ask(t, l, tt.question)
		got, was := a.Explanation.Features[tt.feature], whole.Explanation.Features[tt.feature]
		if got == was || (got > was) != tt.more {
			t.Errorf("%s: %s is %g, for the whole question %g", tt.name, tt.feature, got, was)
		}
		if a.Confidence >= whole.Confidence {
			t.Errorf("%s: confidence %g, want less than %g", tt.name, a.Confidence, whole.Confidence)
		}
	}
}

func TestEverySignalIsExplained(t *testing.T) {
	a := ask(t, open(t, flood), "Who is the mayor?")
	for _, s := range Signals() {
		if _, ok := a.Explanation.Features[s.Name]; !ok || s.Sign == 0 {
			t.Errorf("signal %q with sign %d: features %v", s.Name, s.Sign, a.Explanation.Features)
		}
	}
	if got := confidence(a.Explanation.Features); got != a.Confidence || len(a.Explanation.Features) != len(Signals()) {
		t.Errorf("features %v make %g, the confidence is %g", a.Explanation.Features, got, a.Confidence)
	}
}

// A weight of the file must not go against what is known of its signal.
func TestWeightsGoTheRightWay(t *testing.T) {
	weights := confidenceWeights()
	for i, s := range Signals() {
		if weights[i]*float64(s.Sign) < 0 {
			t.Errorf("the weight of %q is %g, its sign should be %d", s.Name, weights[i], s.Sign)
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
	if a.Explanation.Threshold != AnsweredFrom || a.Explanation.Asks != string(asksReason) {
		t.Errorf("threshold %g, asks %s", a.Explanation.Threshold, a.Explanation.Asks)
	}
}
