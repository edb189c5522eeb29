package learn

import (
	"cmp"
	"math"
	"slices"
)

// AUROC returns the probability that an item with a true label scores above one with a false label, ties counting half
// (Mann and Whitney, 1947). It is NaN where either label is missing.
func AUROC(scores []float64, labels []bool) float64 {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[a], scores[b]) })
	yes, no, ranks := 0.0, 0.0, 0.0
	for i := 0; i < len(order); {
		tied := i
		for tied < len(order) && scores[order[tied]] == scores[order[i]] {
			tied++
		}
		for _, item := range order[i:tied] {
			if labels[item] {
				yes++
				ranks += float64(i+1+tied) / 2
			} else {
				no++
			}
		}
		i = tied
	}
	if yes == 0 || no == 0 {
		return math.NaN()
	}
	return (ranks - yes*(yes+1)/2) / (yes * no)
}
