// Package learn fits small linear models: a logistic one for yes or no ([Logistic], [Monotone]) and one for the order
// of the items of a list ([Rank]). It knows nothing of documents and questions.
//
// A fit is deterministic, regularised, and given in the units of the features, so that weights can be read and reviewed
// in a file ([Weights]). Whether weights hold where they were not learnt is told by [HeldOut] with [Folds], which keep
// together what shares a document, and measured by [AUROC].
package learn

import "math"

// Example is one case of a yes-or-no question.
type Example struct {
	// Features are as many for every example of a fit.
	Features []float64
	Label    bool
	// Weight is how much the example counts; 0 means 1.
	Weight float64
}

// Logistic returns the weights of the features, in their order, and last the bias of the logistic regression of the
// labels: 1/(1+exp(-Score(weights, features))) estimates the probability of a true one. It minimises the weighted mean
// of the negative log-likelihood plus l2/2 times the squared length of the weights of the standardised features; the
// bias is not regularised. A feature that is the same in all examples gets weight 0. l2 must be positive, or Logistic
// panics; without examples all weights are unknown and it returns nil.
func Logistic(examples []Example, l2 float64) []float64 {
	if len(examples) == 0 {
		return nil
	}
	checkRegularised(l2)
	var rows [][]float64
	for _, x := range examples {
		rows = append(rows, x.Features)
	}
	s := spreadOf(rows)
	w := minimise(s.width()+1, func(w []float64) valuation { return logLoss(examples, s, w, l2) })
	return s.raw(w)
}

// Score returns the weighted sum of the features, plus a last weight that has no feature, the bias.
func Score(weights, features []float64) float64 {
	sum := 0.0
	for i, f := range features {
		sum += weights[i] * f
	}
	if len(weights) > len(features) {
		sum += weights[len(features)]
	}
	return sum
}

// Probability returns the logistic function of a score, between 0 and 1.
func Probability(score float64) float64 { return 1 / (1 + math.Exp(-score)) }

// logLoss is the objective of Logistic for weights of standardised features, the bias last.
func logLoss(examples []Example, s spread, w []float64, l2 float64) valuation {
	v := newValuation(len(w))
	all := 0.0
	for _, x := range examples {
		weight := orOne(x.Weight)
		all += weight
		f := append(s.standard(x.Features), 1)
		score := Score(w, f)
		p, target := Probability(score), 0.0
		if x.Label {
			target = 1
		}
		v.value += weight * (softplus(score) - target*score)
		v.add(f, weight*(p-target), weight*p*(1-p))
	}
	v.scale(1 / all)
	v.regularise(w[:len(w)-1], l2)
	return v
}

// softplus returns log(1+exp(x)) without overflow.
func softplus(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }

func orOne(weight float64) float64 {
	if weight == 0 {
		return 1
	}
	return weight
}

func checkRegularised(l2 float64) {
	if !(l2 > 0) {
		panic("learn: l2 must be positive")
	}
}
