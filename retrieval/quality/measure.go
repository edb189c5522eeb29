package quality

import "slices"

// measure makes a statistic of verdicts. Each figure is defined by one, so that what is reported and what is resampled
// are the same.
type measure func(vs []Verdict) statistic

// statistic is a figure over weighted verdicts: weights[i] says how often verdict i counts. It is not ok where no
// verdict that counts has what the figure needs.
type statistic func(weights []float64) (value float64, ok bool)

// of returns the figure of verdicts that count once each, nil where it does not apply to them.
func (m measure) of(vs []Verdict) *float64 {
	v, ok := m(vs)(slices.Repeat([]float64{1}, len(vs)))
	if !ok {
		return nil
	}
	return &v
}

// rounded is of with the decimals of a report.
func (m measure) rounded(vs []Verdict) *float64 { return round(m.of(vs), decimals) }

// where is m where some verdict is one of a sort, and does not apply elsewhere.
func (m measure) where(some func(Verdict) bool) measure {
	return func(vs []Verdict) statistic {
		if !slices.ContainsFunc(vs, some) {
			return func([]float64) (float64, bool) { return 0, false }
		}
		return m(vs)
	}
}

// quotient is a figure that is one sum over another.
type quotient func(Verdict) tally

// tally is what one question adds to the two sums; both are 0 where the figure does not apply to it.
type tally struct{ part, whole float64 }

// share is the share of verdicts, among those to which it applies, for which is holds.
func share(applies, is func(Verdict) bool) quotient {
	return func(v Verdict) tally {
		switch {
		case !applies(v):
			return tally{}
		case is(v):
			return tally{1, 1}
		}
		return tally{0, 1}
	}
}

// mean is the mean of a value over the verdicts that have it.
func mean(value func(Verdict) *float64) quotient {
	return func(v Verdict) tally {
		if x := value(v); x != nil {
			return tally{*x, 1}
		}
		return tally{}
	}
}

// in is the figure over the verdicts for which is holds.
func (q quotient) in(is func(Verdict) bool) quotient {
	return func(v Verdict) tally {
		if is(v) {
			return q(v)
		}
		return tally{}
	}
}

func (q quotient) measure(vs []Verdict) statistic {
	tallies := make([]tally, len(vs))
	for i, v := range vs {
		tallies[i] = q(v)
	}
	return func(weights []float64) (float64, bool) {
		var sum tally
		for i, t := range tallies {
			sum.part += weights[i] * t.part
			sum.whole += weights[i] * t.whole
		}
		return sum.part / sum.whole, sum.whole > 0
	}
}

func (q quotient) of(vs []Verdict) *float64      { return measure(q.measure).of(vs) }
func (q quotient) rounded(vs []Verdict) *float64 { return measure(q.measure).rounded(vs) }
