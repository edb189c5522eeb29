package learn

import "slices"

// Monotone is Logistic with the direction of features known beforehand: signs[i] is +1 where feature i may only speak
// for a true label, -1 where only against it, 0 where either way. A feature that would take the other sign is left out,
// with weight 0, the strongest first, and the rest is fitted again. What is known beforehand need not be learnt, and
// keeps a small set from teaching the opposite.
func Monotone(examples []Example, l2 float64, signs []int) []float64 {
	kept := make([]int, len(signs))
	for i := range kept {
		kept[i] = i
	}
	for {
		w := Logistic(onlyFeatures(examples, kept), l2)
		worst := mostOpposed(w, kept, signs, examples)
		if worst < 0 {
			return spreadOut(w, kept, len(signs))
		}
		kept = slices.Delete(kept, worst, worst+1)
	}
}

// mostOpposed returns the position in kept of the feature whose weight, in standard units, goes furthest against its
// sign, -1 if none does.
func mostOpposed(w []float64, kept, signs []int, examples []Example) int {
	worst, most := -1, 0.0
	for i, feature := range kept {
		if len(w) == 0 || w[i]*float64(signs[feature]) >= 0 {
			continue
		}
		if effect := -w[i] * float64(signs[feature]) * deviation(examples, feature); effect > most {
			worst, most = i, effect
		}
	}
	return worst
}

func deviation(examples []Example, feature int) float64 {
	var rows [][]float64
	for _, x := range examples {
		rows = append(rows, x.Features[feature:feature+1])
	}
	return spreadOf(rows).deviation[0]
}

func onlyFeatures(examples []Example, kept []int) []Example {
	out := slices.Clone(examples)
	for i, x := range examples {
		out[i].Features = make([]float64, len(kept))
		for j, feature := range kept {
			out[i].Features[j] = x.Features[feature]
		}
	}
	return out
}

// spreadOut puts the weights of the kept features back in their places among n, with 0 for the others and the bias last.
func spreadOut(w []float64, kept []int, n int) []float64 {
	if len(w) == 0 {
		return nil
	}
	out := make([]float64, n+1)
	for i, feature := range kept {
		out[feature] = w[i]
	}
	out[n] = w[len(kept)]
	return out
}
