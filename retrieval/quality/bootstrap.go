package quality

import (
	"math"
	"math/rand/v2"
	"slices"
)

// The sampling error of a figure is told by the bootstrap (Efron, 1979): the questions of a set are drawn again with
// replacement, as many as there are, and the figure is computed of those, a thousand times. The middle 95 % of the values
// are its interval. The answers of two methods are compared over the same draws, question by question, so that what is
// hard for both does not blur the difference.

const (
	resamples = 1000
	middle    = .95
)

// Estimate is a figure of one set by two methods. Margins are half the width of the 95 % interval.
type Estimate struct {
	// Ours and Plain are nil where the figure does not apply or was not measured.
	Ours, Plain             *float64
	OursMargin, PlainMargin float64
	// Difference is Ours less Plain, nil where one of them is.
	Difference       *float64
	DifferenceMargin float64
}

// estimates computes figures of the verdicts of two methods on the same questions; plain may be nil. Equal verdicts
// give equal estimates.
func estimates(measures []measure, ours, plain []Verdict) []Estimate {
	pairs := make([][2]resampled, len(measures))
	for i, m := range measures {
		pairs[i] = [2]resampled{newResampled(m, ours), newResampled(m, plain)}
	}
	draw := rand.New(rand.NewPCG(1, 2))
	weights := make([]float64, len(ours))
	for range resamples {
		clear(weights)
		for range weights {
			weights[draw.IntN(len(weights))]++
		}
		for i := range pairs {
			pairs[i][0].add(weights)
			pairs[i][1].add(weights)
		}
	}
	out := make([]Estimate, len(pairs))
	for i, p := range pairs {
		out[i] = estimate(p[0], p[1])
	}
	return out
}

// resampled is a figure by one method, nil where it does not apply, and its values over the draws, NaN where it does not
// apply to one.
type resampled struct {
	value     *float64
	statistic statistic
	drawn     []float64
}

func newResampled(m measure, vs []Verdict) resampled {
	if vs == nil {
		return resampled{}
	}
	return resampled{value: m.of(vs), statistic: m(vs)}
}

func (r *resampled) add(weights []float64) {
	if r.value == nil {
		return
	}
	v, ok := r.statistic(weights)
	if !ok {
		v = math.NaN()
	}
	r.drawn = append(r.drawn, v)
}

func estimate(ours, plain resampled) Estimate {
	e := Estimate{Ours: ours.value, OursMargin: margin(ours.drawn), Plain: plain.value, PlainMargin: margin(plain.drawn)}
	if ours.value == nil || plain.value == nil {
		return e
	}
	d := *ours.value - *plain.value
	differences := make([]float64, len(ours.drawn))
	for i := range differences {
		differences[i] = ours.drawn[i] - plain.drawn[i]
	}
	e.Difference, e.DifferenceMargin = &d, margin(differences)
	return e
}

// margin returns half the width of the middle 95 % of the values that are numbers, 0 for none.
func margin(values []float64) float64 {
	values = slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	at := func(share float64) float64 { return values[int(math.Round(share*float64(len(values)-1)))] }
	return (at((1+middle)/2) - at((1-middle)/2)) / 2
}
