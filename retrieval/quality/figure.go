package quality

import (
	"cmp"
	"slices"
	"strconv"
)

// Figures are rounded to this many decimals; fidelity, of which nothing but 1 will do, to more.
const (
	decimals         = 4
	fidelityDecimals = 6
)

// round rounds to the nearest decimal number, ties of the exact binary value to even. nil stays nil.
func round(v *float64, decimals int) *float64 {
	if v == nil {
		return nil
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(*v, 'f', decimals, 64), 64)
	if err != nil {
		return v // infinite or not a number
	}
	return &r
}

// mean returns the rounded mean of what value gives for the verdicts; those for which it gives nil are left out. It is
// nil where none is left.
func mean(vs []verdict, value func(verdict) *float64) *float64 {
	sum, n := 0.0, 0
	for _, v := range vs {
		if x := value(v); x != nil {
			sum += *x
			n++
		}
	}
	if n == 0 {
		return nil
	}
	m := sum / float64(n)
	return round(&m, decimals)
}

// shareOf returns the rounded share of verdicts for which is holds, nil for no verdicts.
func shareOf(vs []verdict, is func(verdict) bool) *float64 {
	return mean(vs, func(v verdict) *float64 { return indicator(is(v)) })
}

func only(vs []verdict, is func(verdict) bool) []verdict {
	var out []verdict
	for _, v := range vs {
		if is(v) {
			out = append(out, v)
		}
	}
	return out
}

// auroc returns the probability that the confidence of an answerable question is above that of an unanswerable one,
// ties counting half, computed from ranks (Mann and Whitney, 1947). It is nil where one of the classes is empty.
func auroc(vs []verdict) *float64 {
	order := slices.Clone(vs)
	slices.SortStableFunc(order, func(a, b verdict) int { return cmp.Compare(a.confidence, b.confidence) })
	yes, no, ranks := 0, 0, 0.0
	for i := 0; i < len(order); {
		tied := i
		for tied < len(order) && order[tied].confidence == order[i].confidence {
			tied++
		}
		for _, v := range order[i:tied] {
			if v.answerable {
				yes++
				ranks += float64(i+1+tied) / 2
			} else {
				no++
			}
		}
		i = tied
	}
	if yes == 0 || no == 0 {
		return nil
	}
	area := (ranks - float64(yes*(yes+1))/2) / float64(yes*no)
	return round(&area, decimals)
}

// quantile returns the value below which the share q of the values lies, nil for no values. It sorts values.
func quantile[T cmp.Ordered](values []T, q float64) *T {
	if len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	v := values[min(len(values)-1, int(float64(len(values))*q))]
	return &v
}
