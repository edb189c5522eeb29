package retrieval

import (
	_ "embed"
	"strings"
	"sync"

	"pullquote/retrieval/learn"
)

// The weights are learnt from question sets by cmd/fit, which says in the file from which and how well they do on sets
// that are left out.
//
//go:embed confidence.txt
var confidenceFile string

// Bias is the name of the constant term in the file of weights.
const Bias = "bias"

var confidenceWeights = sync.OnceValue(func() []float64 {
	names := []string{}
	for _, s := range Signals() {
		names = append(names, s.Name)
	}
	file, err := learn.ReadWeights(strings.NewReader(confidenceFile))
	if err != nil {
		panic("retrieval: confidence.txt: " + err.Error())
	}
	weights, err := file.In(append(names, Bias))
	if err != nil {
		panic("retrieval: confidence.txt: " + err.Error())
	}
	return weights
})

// confidence returns the probability that a question with these features is answered, where half of all are.
func confidence(features map[string]float64) float64 {
	return rounded(learn.Probability(learn.Score(confidenceWeights(), Weighed(features))))
}
