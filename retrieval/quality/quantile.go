package quality

import (
	"cmp"
	"slices"
)

// quantile returns the value below which the share q of the values lies, nil for no values. It sorts values.
func quantile[T cmp.Ordered](values []T, q float64) *T {
	if len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	v := values[min(len(values)-1, int(float64(len(values))*q))]
	return &v
}

// medianWords is the median number of words on the first screen of the verdicts to which it applies.
func medianWords(applies func(Verdict) bool) measure {
	return func(vs []Verdict) statistic {
		var order []int
		for i, v := range vs {
			if applies(v) {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(vs[a].Words, vs[b].Words) })
		return func(weights []float64) (float64, bool) { return weightedMedian(vs, order, weights) }
	}
}

// weightedMedian returns the words of the first verdict in order with more than half of the weight up to and with it.
func weightedMedian(vs []Verdict, order []int, weights []float64) (float64, bool) {
	all, sum := 0.0, 0.0
	for _, i := range order {
		all += weights[i]
	}
	for _, i := range order {
		if sum += weights[i]; sum > all/2 {
			return float64(vs[i].Words), true
		}
	}
	return 0, false
}
