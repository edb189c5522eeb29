package quality

import (
	"cmp"
	"slices"
)

// auroc is the probability that the confidence of a question of the one sort is above that of one of the other, ties
// counting half, computed from ranks (Mann and Whitney, 1947).
func auroc(above, below func(Verdict) bool) measure {
	return func(vs []Verdict) statistic {
		var order []int
		for i, v := range vs {
			if above(v) || below(v) {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(vs[a].Confidence, vs[b].Confidence) })
		return func(weights []float64) (float64, bool) { return areaUnder(vs, order, above, weights) }
	}
}

// areaUnder walks verdicts in the order of their confidence, those with the same at once.
func areaUnder(vs []Verdict, order []int, above func(Verdict) bool, weights []float64) (float64, bool) {
	yes, no, pairs := 0.0, 0.0, 0.0
	for i := 0; i < len(order); {
		tiedYes, tiedNo, confidence := 0.0, 0.0, vs[order[i]].Confidence
		for ; i < len(order) && vs[order[i]].Confidence == confidence; i++ {
			if above(vs[order[i]]) {
				tiedYes += weights[order[i]]
			} else {
				tiedNo += weights[order[i]]
			}
		}
		pairs += tiedYes * (no + tiedNo/2)
		yes, no = yes+tiedYes, no+tiedNo
	}
	return pairs / (yes * no), yes > 0 && no > 0
}
