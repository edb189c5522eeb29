package retrieval

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pullquote/retrieval/calibration"
)

// allSay returns reactions of as many voters who all say the same of answers with a confidence.
func allSay(model string, helpful bool, confidence float64) *calibration.Reactions {
	r := calibration.New(model)
	for i := range 300 {
		name := fmt.Sprint(i)
		r.Add(calibration.Reaction{ID: name, Voter: name, Confidence: confidence, Helpful: helpful, At: time.Unix(int64(i), 0)})
	}
	return r
}

func TestCalibrate(t *testing.T) {
	l := open(t, flood)
	const question = "How old is Greta Holm?"
	before := ask(t, l, question)
	if before.Outcome != Mentioned || before.Explanation.Threshold != AnsweredFrom {
		t.Fatalf("%s (%g), threshold %g", before.Outcome, before.Confidence, before.Explanation.Threshold)
	}
	for _, tt := range []struct {
		name      string
		reactions *calibration.Reactions
		want      func(threshold float64) bool
	}{
		{"helpful", allSay(ConfidenceModel(), true, .2), func(x float64) bool { return x < AnsweredFrom }},
		{"unhelpful", allSay(ConfidenceModel(), false, .6), func(x float64) bool { return x > AnsweredFrom }},
		{"of another model", allSay("other", false, .6), func(x float64) bool { return x == AnsweredFrom }},
		{"none", calibration.New(ConfidenceModel()), func(x float64) bool { return x == AnsweredFrom }},
	} {
		found := l.Calibrate(tt.reactions)
		a := ask(t, l, question)
		if !tt.want(found) || a.Explanation.Threshold != found || a.Confidence != before.Confidence {
			t.Errorf("%s: threshold %g, in force %g, confidence %g after %g", tt.name, found, a.Explanation.Threshold, a.Confidence, before.Confidence)
		}
		if (a.Outcome == Answered) != (a.Confidence >= found) {
			t.Errorf("%s: %s with %g of %g", tt.name, a.Outcome, a.Confidence, found)
		}
	}
}

func TestReloadKeepsTheThreshold(t *testing.T) {
	l := open(t, flood)
	found := l.Calibrate(allSay(ConfidenceModel(), true, .2))
	if err := l.Reload(context.Background(), load(t, babel)); err != nil {
		t.Fatal(err)
	}
	for _, question := range []string{"Who paid for the bridge?", "Hello!"} {
		if got := ask(t, l, question).Explanation.Threshold; got != found {
			t.Errorf("%s: threshold %g after a reload, want %g", question, got, found)
		}
	}
}
