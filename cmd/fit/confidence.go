package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"pullquote/retrieval"
	"pullquote/retrieval/learn"
)

const (
	// l2 was chosen among powers of ten times 2: more changes little, less lets rare signals grow.
	l2 = .02
	// folds is the number of parts of the cross-validation.
	folds = 5
	// halfWeight is the number of questions with which a set counts half of a large one.
	halfWeight = 50
)

// writeConfidence learns the weights of the confidence from all sets and writes them with a table of how well weights do
// where they were not learnt.
func writeConfidence(file string, sets []evidence) error {
	names := []string{}
	for _, s := range retrieval.Signals() {
		names = append(names, s.Name)
	}
	weights := learn.NewWeights(append(names, retrieval.Bias), learnConfidence(sets))
	comment := "Weights of the confidence: a logistic regression of whether a question is answered, learnt by cmd/fit.\n\n" + table(sets)
	fmt.Print(comment)
	var out bytes.Buffer
	if err := weights.Write(&out, comment); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

func learnConfidence(sets []evidence) []float64 {
	var examples []learn.Example
	for _, s := range sets {
		examples = append(examples, s.examples()...)
	}
	return learn.Monotone(examples, l2, signs())
}

func signs() []int {
	var out []int
	for _, s := range retrieval.Signals() {
		out = append(out, s.Sign)
	}
	return out
}

// examples returns the questions for which something was found. What is answerable counts half, each kind of question
// that is not a share of the other half, and a small set less than a large one.
func (e evidence) examples() []learn.Example {
	count := map[string]int{}
	for _, c := range e.cases {
		count[c.class()]++
	}
	var out []learn.Example
	kinds := float64(len(e.kinds()))
	whole := float64(len(e.cases)) / float64(len(e.cases)+halfWeight) * e.share()
	for _, c := range e.cases {
		if len(c.answer.Explanation.Features) == 0 {
			continue
		}
		weight := whole / 2 / float64(count[c.class()])
		if !c.answerable {
			weight /= kinds
		}
		out = append(out, learn.Example{Features: retrieval.Weighed(c.answer.Explanation.Features), Label: c.answerable, Weight: weight})
	}
	return out
}

// share is what a set counts that is one of several languages of the same questions.
func (e evidence) share() float64 {
	if strings.Contains(e.name, " ") {
		return 1. / 3
	}
	return 1
}

// answerable is the class of all answerable questions; that of others is their kind behind unanswerable.
const (
	answerable   = "answerable"
	unanswerable = "un:"
)

func (c asked) class() string {
	if c.answerable {
		return answerable
	}
	return unanswerable + c.kind
}
