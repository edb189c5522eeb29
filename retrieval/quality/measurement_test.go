package quality

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
)

// invented returns n verdicts of all sorts.
func invented(n int, seed uint64) []Verdict {
	r := rand.New(rand.NewPCG(seed, 0))
	out := make([]Verdict, n)
	for i := range out {
		v := Verdict{
			Kind: []string{"fact", "gone", offcorpus}[r.IntN(3)], Outcome: []string{answered, "mentioned"}[r.IntN(2)],
			Confidence: float64(r.IntN(30)) / 30, Disagreement: r.IntN(4) == 0, Words: r.IntN(90), Excerpts: 1 + r.IntN(5),
		}
		if v.Kind == "fact" {
			rank := r.IntN(12)
			v.Answerable, v.Graded, v.Rank, v.FirstHit = true, r.IntN(5) > 0, &rank, r.IntN(5)
			v.NDCG, v.Coverage, v.AnswersShown, v.TwoSides = ratio(r.IntN(4), 4), ratio(r.IntN(3), 3), ratio(r.IntN(2), 2), indicator(r.IntN(2) == 0)
		}
		if r.IntN(50) == 0 {
			v.NotVerbatim = []string{"somewhere"}
		}
		out[i] = v
	}
	return out
}

// The figures that are shown with a sampling error are those of the report.
func TestHeadlineIsTheReport(t *testing.T) {
	vs := invented(500, 3)
	b, err := json.Marshal(Sum(vs))
	if err != nil {
		t.Fatal(err)
	}
	var report map[string]any
	if err := json.Unmarshal(b, &report); err != nil {
		t.Fatal(err)
	}
	for _, f := range headline() {
		digits := decimals
		if f.name == "fidelity" {
			digits = fidelityDecimals
		}
		if got := round(f.measure.of(vs), digits); got == nil || report[f.name] != *got {
			t.Errorf("%s is %v in the report, and %v as a headline", f.name, report[f.name], got)
		}
	}
}

// A figure of one kind is the figure of a set that has no other questions of its sort.
func TestKindApart(t *testing.T) {
	vs := invented(500, 5)
	var alone []Verdict
	for _, v := range vs {
		if v.Answerable || v.Kind == offcorpus {
			alone = append(alone, v)
		}
	}
	if got, want := *aurocOf(offcorpus).of(vs), *auroc(isAnswerable, isOpen).of(alone); got != want {
		t.Errorf("AUROC of a kind = %v, want %v", got, want)
	}
	if got, want := *precisionOffcorpus().of(vs), *precision().of(alone); got != want {
		t.Errorf("precision without other kinds = %v, want %v", got, want)
	}
	if got := precisionOffcorpus().of(alone[:1]); got != nil && alone[0].Kind != offcorpus {
		t.Errorf("precision without a question off the corpus = %v, want none", *got)
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		value          float64
		whole          bool
		number, signed string
	}{
		{0, false, "0", "0"}, {1, false, "1", "+1"}, {.5, false, ".500", "+.500"}, {-.0123, false, "−.012", "−.012"},
		{.0004, false, "0", "0"}, {-.0004, false, "0", "0"}, {.9996, false, "1", "+1"}, {-1, false, "−1", "−1"},
		{38, true, "38", "+38"}, {0, true, "0", "0"}, {-70.4, true, "−70", "−70"}, {100, true, "100", "+100"},
	}
	for _, test := range tests {
		f := figure{whole: test.whole}
		if number, signed := f.number(test.value), f.signed(test.value); number != test.number || signed != test.signed {
			t.Errorf("%v (whole: %v) is written %q and %q, want %q and %q", test.value, test.whole, number, signed, test.number, test.signed)
		}
	}
}

func TestReaches(t *testing.T) {
	tests := []struct {
		lower        bool
		value, bound float64
		want         bool
	}{
		{false, .9, .9, true}, {false, .89995, .9, true}, {false, .8999, .9, false},
		{true, .1, .1, true}, {true, .1001, .1, false}, {true, .10004, .1, true},
		{false, 1, 1, true}, {false, .99999, 1, false},
	}
	for _, test := range tests {
		if got := (figure{lower: test.lower}).reaches(test.value, test.bound); got != test.want {
			t.Errorf("%v reaches %v (lower is better: %v) = %v, want %v", test.value, test.bound, test.lower, got, test.want)
		}
	}
}

func TestMiss(t *testing.T) {
	second := 2
	yes := Verdict{Answerable: true, Graded: true, Outcome: answered, FirstHit: 3}
	tests := []struct {
		name   string
		change func(*Verdict)
		want   string
	}{
		{"right", func(v *Verdict) {}, ""},
		{"refused", func(v *Verdict) { v.Outcome = "mentioned" }, "refused"},
		{"too far down", func(v *Verdict) { v.FirstHit = 4 }, "answer not among the first three excerpts"},
		{"nowhere", func(v *Verdict) { v.FirstHit = 0 }, "answer not among the first three excerpts"},
		{"a source left out", func(v *Verdict) { v.Coverage = ratio(1, 2) }, "not every source heard"},
		{"all sources", func(v *Verdict) { v.Coverage = ratio(2, 2) }, ""},
		{"another document", func(v *Verdict) { v.Graded, v.FirstHit, v.Rank = false, 0, &second }, "another document came first"},
		{"another document, and yet", func(v *Verdict) { v.Rank = &second }, ""},
		{"not verbatim", func(v *Verdict) { v.NotVerbatim = []string{"x"} }, "not verbatim"},
		{"nothing to answer", func(v *Verdict) { v.Answerable = false }, "answered, and nothing answers it"},
		{"nothing to answer, refused", func(v *Verdict) { v.Answerable, v.Outcome = false, "not_found" }, ""},
	}
	for _, test := range tests {
		v := yes
		test.change(&v)
		if got := v.Miss(); got != test.want {
			t.Errorf("%s: Miss = %q, want %q", test.name, got, test.want)
		}
	}
}
