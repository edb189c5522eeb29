package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// near reports whether two numbers are the same but for rounding and a very weak regularisation.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-5*(1+math.Abs(b)) }

func checkWeights(t *testing.T, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("weights %v, want %v", got, want)
	}
	for i := range want {
		if !near(got[i], want[i]) {
			t.Errorf("weights %v, want %v", got, want)
		}
	}
}

// cases returns n examples with the feature, a share of them true.
func cases(feature float64, yes, n int) []Example {
	var out []Example
	for i := range n {
		out = append(out, Example{Features: []float64{feature}, Label: i < yes})
	}
	return out
}

const weak = 1e-9

// The weights of one two-valued feature are known in closed form: the bias is the log-odds where the feature is 0, the
// weight what is added where it is 1.
func TestLogisticOfOneFeature(t *testing.T) {
	got := Logistic(append(cases(0, 1, 4), cases(1, 6, 8)...), weak)
	checkWeights(t, got, []float64{2 * math.Log(3), -math.Log(3)})
}

func TestLogisticCountsWeights(t *testing.T) {
	weighted := []Example{{[]float64{0}, true, 1}, {[]float64{0}, false, 3}, {[]float64{1}, true, 6}, {[]float64{1}, false, 2}}
	checkWeights(t, Logistic(weighted, weak), Logistic(append(cases(0, 1, 4), cases(1, 6, 8)...), weak))
}

// With a feature of mean 0 and deviation 1 the regularised weight w solves logistic(w) - share + l2 w = 0.
func TestLogisticIsRegularised(t *testing.T) {
	const share, l2 = .9, .3
	w := Logistic(append(cases(1, 9, 10), cases(-1, 1, 10)...), l2)
	if slope := Probability(w[0]) - share + l2*w[0]; math.Abs(slope) > 1e-8 || math.Abs(w[1]) > 1e-8 {
		t.Errorf("weights %v leave a slope of %g", w, slope)
	}
}

func TestLogisticDoesNotHangOnUnits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var plain, changed []Example
	for range 200 {
		f := []float64{r.NormFloat64(), r.NormFloat64(), 7}
		label := f[0]-.5*f[1]+r.NormFloat64() > 0
		plain = append(plain, Example{Features: f, Label: label})
		changed = append(changed, Example{Features: []float64{1000*f[0] + 5, f[1] / 50, 7}, Label: label})
	}
	w, v := Logistic(plain, .01), Logistic(changed, .01)
	if w[0] <= 0 || w[1] >= 0 || w[2] != 0 {
		t.Errorf("weights %v, want +, -, 0 for what does not vary", w)
	}
	for i := range plain {
		if a, b := Score(w, plain[i].Features), Score(v, changed[i].Features); !near(a, b) {
			t.Fatalf("example %d scores %g, in other units %g", i, a, b)
		}
	}
}

func TestLogisticAtTheEdges(t *testing.T) {
	if w := Logistic(nil, 1); w != nil {
		t.Errorf("no examples give %v", w)
	}
	separable := append(cases(0, 0, 5), cases(1, 5, 5)...)
	if w := Logistic(separable, .01); math.IsNaN(w[0]) || w[0] <= 0 || w[0] > 100 {
		t.Errorf("separable examples give %v", w)
	}
	if w := Logistic(cases(1, 5, 5), .01); w[0] != 0 || !(w[1] > 3) || math.IsInf(w[1], 0) {
		t.Errorf("examples with one label give %v", w)
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic without regularisation")
		}
	}()
	Logistic(separable, 0)
}

func TestMonotone(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var examples []Example
	for range 300 {
		f := []float64{r.NormFloat64(), r.NormFloat64(), r.NormFloat64()}
		examples = append(examples, Example{Features: f, Label: f[0]-f[1]+.5*f[2]+r.NormFloat64() > 0})
	}
	free := Logistic(examples, .01)
	checkWeights(t, Monotone(examples, .01, []int{1, -1, 0}), free)
	w := Monotone(examples, .01, []int{1, 1, 1})
	if w[0] <= 0 || w[1] != 0 || w[2] <= 0 || len(w) != 4 {
		t.Errorf("weights %v, want +, 0, + and a bias", w)
	}
	if w := Monotone(examples, .01, []int{-1, 1, -1}); w[0] != 0 || w[1] != 0 || w[2] != 0 {
		t.Errorf("weights %v, want none", w)
	}
}
