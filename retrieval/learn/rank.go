package learn

import "math"

// List is a set of items of which some should come first.
type List struct {
	// Items are the features of each item, as many for every item of a fit.
	Items [][]float64
	// Relevant says for each item whether it should come first.
	Relevant []bool
	// Weight is how much the list counts; 0 means 1.
	Weight float64
}

// Rank returns the weights, in the order of the features, by which relevant items score above the others of their list.
// It maximises the logarithm of the summed probability of a list's relevant items under a softmax of the scores
// (ListNet's top-one model of Cao and others, 2007, summed over the relevant as several may do), as a weighted mean over
// lists, minus l2/2 times the squared length of the weights of the standardised features. Features are standardised
// by how they vary inside lists; one that never does gets weight 0. Lists whose items are all relevant, or none, teach
// nothing and are passed over; without any other it returns nil. l2 must be positive, or Rank panics.
func Rank(lists []List, l2 float64) []float64 {
	checkRegularised(l2)
	var rows [][]float64
	var used []List
	for _, l := range lists {
		if l.isMixed() {
			used = append(used, l)
			rows = append(rows, centred(l.Items)...)
		}
	}
	if len(used) == 0 {
		return nil
	}
	s := spreadOf(rows)
	w := minimise(s.width(), func(w []float64) valuation { return listLoss(used, s, w, l2) })
	return s.raw(append(w, 0))[:s.width()]
}

func (l List) isMixed() bool {
	relevant := 0
	for _, r := range l.Relevant {
		if r {
			relevant++
		}
	}
	return relevant > 0 && relevant < len(l.Relevant)
}

// centred returns the items as differences from their mean.
func centred(items [][]float64) [][]float64 {
	mean := spreadOf(items).mean
	out := make([][]float64, len(items))
	for i, item := range items {
		out[i] = make([]float64, len(item))
		for j, x := range item {
			out[i][j] = x - mean[j]
		}
	}
	return out
}

// listLoss is the objective of Rank for weights of standardised features. The summed probability of several relevant
// items is not concave; the curvature given is that of all items alone, which is never less than the true one.
func listLoss(lists []List, s spread, w []float64, l2 float64) valuation {
	v := newValuation(len(w))
	all := 0.0
	for _, l := range lists {
		weight := orOne(l.Weight)
		all += weight
		v.addList(l, s, w, weight)
	}
	v.scale(1 / all)
	v.regularise(w, l2)
	return v
}

// addList adds the loss of one list: its gradient is the mean of the items by their probability minus the mean of the
// relevant ones by theirs, its curvature the covariance of the items.
func (v *valuation) addList(l List, s spread, w []float64, weight float64) {
	items, scores := make([][]float64, len(l.Items)), make([]float64, len(l.Items))
	for i, item := range l.Items {
		items[i] = s.standard(item)
		scores[i] = Score(w, items[i])
	}
	logAll := logSumExp(scores, func(int) bool { return true })
	logRelevant := logSumExp(scores, func(i int) bool { return l.Relevant[i] })
	v.value += weight * (logAll - logRelevant)
	mean := make([]float64, len(w))
	for i, item := range items {
		p := math.Exp(scores[i] - logAll)
		slope := p
		if l.Relevant[i] {
			slope -= math.Exp(scores[i] - logRelevant)
		}
		v.add(item, weight*slope, weight*p)
		for j, x := range item {
			mean[j] += p * x
		}
	}
	v.add(mean, 0, -weight)
}

// logSumExp returns the logarithm of the summed exponentials of the scores that count.
func logSumExp(scores []float64, counts func(int) bool) float64 {
	most := math.Inf(-1)
	for i, s := range scores {
		if counts(i) {
			most = max(most, s)
		}
	}
	sum := 0.0
	for i, s := range scores {
		if counts(i) {
			sum += math.Exp(s - most)
		}
	}
	return most + math.Log(sum)
}
