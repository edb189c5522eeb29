package quality

import (
	"math"
	"reflect"
	"testing"
)

// verdicts returns n graded verdicts, of which the first right are.
func verdicts(n, right int) []Verdict {
	out := make([]Verdict, n)
	for i := range out {
		out[i] = Verdict{Answerable: true, Graded: true, Outcome: answered, Confidence: float64(i%7) / 7, Words: i % 90}
		if i < right {
			out[i].FirstHit = 1
		}
	}
	return out
}

// The interval of a share is known: 1.96 standard errors of a binomial.
func TestMarginIsThatOfABinomial(t *testing.T) {
	for _, test := range []struct{ n, right int }{{100, 50}, {400, 320}, {1000, 900}} {
		e := estimates([]measure{hit(1).measure}, verdicts(test.n, test.right), nil)[0]
		p := float64(test.right) / float64(test.n)
		want := 1.96 * math.Sqrt(p*(1-p)/float64(test.n))
		if *e.Ours != p || math.Abs(e.OursMargin-want) > .1*want {
			t.Errorf("%d of %d: %v ± %v, want %v ± %v", test.right, test.n, *e.Ours, e.OursMargin, p, want)
		}
		if e.Plain != nil || e.Difference != nil {
			t.Errorf("%d of %d: plain is %v, difference %v, want neither", test.right, test.n, e.Plain, e.Difference)
		}
	}
}

// Two methods that fail on the same questions differ by less than their sampling errors.
func TestDifferenceIsPaired(t *testing.T) {
	e := estimates([]measure{hit(1).measure}, verdicts(400, 240), verdicts(400, 220))[0]
	if math.Abs(*e.Difference-.05) > 1e-9 {
		t.Errorf("difference = %v, want .05", *e.Difference)
	}
	if e.DifferenceMargin >= e.OursMargin/1.5 {
		t.Errorf("difference ± %v beside ours ± %v: not paired", e.DifferenceMargin, e.OursMargin)
	}
	same := estimates([]measure{hit(1).measure}, verdicts(400, 240), verdicts(400, 240))[0]
	if *same.Difference != 0 || same.DifferenceMargin != 0 {
		t.Errorf("a method differs from itself by %v ± %v", *same.Difference, same.DifferenceMargin)
	}
}

func TestEstimatesAreReproducible(t *testing.T) {
	measures := []measure{hit(1).measure, auroc(isAnswerable, isOpen), medianWords(Verdict.Answered)}
	a := estimates(measures, verdicts(50, 20), verdicts(50, 10))
	if b := estimates(measures, verdicts(50, 20), verdicts(50, 10)); !reflect.DeepEqual(a, b) {
		t.Errorf("%+v\nand then %+v", a, b)
	}
}

func TestEstimatesOfNothing(t *testing.T) {
	for _, vs := range [][]Verdict{nil, {}, {{}}} {
		e := estimates([]measure{hit(1).measure, auroc(isAnswerable, isOpen)}, vs, vs)
		if e[0].Ours != nil || e[1].Ours != nil || e[0].OursMargin != 0 {
			t.Errorf("of %d verdicts: %+v", len(vs), e)
		}
	}
}
