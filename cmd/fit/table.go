package main

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"pullquote/retrieval"
	"pullquote/retrieval/learn"
)

// scores are confidences of one set's questions, of any scale.
type scores []float64

// table says for every set and kind of unanswerable question how well confidences tell it from what is answerable: the
// plain score of the best passage, weights learnt from all sets but this and its kin, and weights learnt from what shares
// no document with the question; and what the second refuse and answer wrongly at the shipped threshold.
func table(sets []evidence) string {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "set\tkind\tn\tAUROC: passage\telsewhere\tfolds\trefused\tanswered")
	crossed := heldOut(sets)
	for i, s := range sets {
		elsewhere := s.probabilities(learnConfidence(without(sets, s.family())))
		for _, kind := range s.kinds() {
			fmt.Fprintf(w, "%s\t%s\t%d\t%.3f\t%.3f\t%.3f\t%.2f\t%.2f\n", s.name, strings.TrimPrefix(kind, unanswerable), s.count(kind),
				s.auroc(s.passages(), kind), s.auroc(elsewhere, kind), s.auroc(crossed[i], kind),
				1-s.answered(elsewhere, answerable), s.answered(elsewhere, kind))
		}
	}
	w.Flush()
	return b.String()
}

func without(sets []evidence, family string) []evidence {
	return slices.DeleteFunc(slices.Clone(sets), func(s evidence) bool { return s.family() == family })
}

// kinds returns the classes of the set's unanswerable questions.
func (e evidence) kinds() []string {
	found := map[string]bool{}
	for _, c := range e.cases {
		if !c.answerable {
			found[c.class()] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func (e evidence) count(class string) int {
	n := 0
	for _, c := range e.cases {
		if c.class() == class {
			n++
		}
	}
	return n
}

// passages returns the score of the best passage.
func (e evidence) passages() scores {
	var out scores
	for _, c := range e.cases {
		out = append(out, c.answer.Explanation.Features["passage"])
	}
	return out
}

// probabilities returns what the weights make of the features, less than anything where nothing was found.
func (e evidence) probabilities(weights []float64) scores {
	var out scores
	for _, c := range e.cases {
		out = append(out, c.probability(weights))
	}
	return out
}

func (c asked) probability(weights []float64) float64 {
	if len(c.answer.Explanation.Features) == 0 {
		return 0
	}
	return learn.Probability(learn.Score(weights, retrieval.Weighed(c.answer.Explanation.Features)))
}

// auroc returns how well scores tell answerable questions from those of a class.
func (e evidence) auroc(of scores, class string) float64 {
	var values []float64
	var labels []bool
	for i, c := range e.cases {
		if c.answerable || c.class() == class {
			values, labels = append(values, of[i]), append(labels, c.answerable)
		}
	}
	return learn.AUROC(values, labels)
}

// answered returns the share of a class that is answered at the shipped threshold.
func (e evidence) answered(of scores, class string) float64 {
	n := 0
	for i, c := range e.cases {
		if c.class() == class && of[i] >= retrieval.AnsweredFrom {
			n++
		}
	}
	return float64(n) / math.Max(1, float64(e.count(class)))
}

// heldOut returns, by set, the probabilities of a cross-validation over all of them in which no part shares a document
// with another. Sets with a common source share their documents.
func heldOut(sets []evidence) []scores {
	type item struct{ set, at int }
	var items []item
	var groups [][]string
	for i, s := range sets {
		for j, c := range s.cases {
			items, groups = append(items, item{i, j}), append(groups, c.keys(s.family()))
		}
	}
	found := learn.HeldOut(items, learn.Folds(groups, folds), func(train []item) func(item) float64 {
		parts := make([]evidence, len(sets))
		for i := range sets {
			parts[i].set = sets[i].set
		}
		for _, x := range train {
			parts[x.set].cases = append(parts[x.set].cases, sets[x.set].cases[x.at])
		}
		weights := learnConfidence(parts)
		return func(x item) float64 { return sets[x.set].cases[x.at].probability(weights) }
	})
	out := make([]scores, len(sets))
	for i, x := range items {
		out[x.set] = append(out[x.set], found[i])
	}
	return out
}

// keys are the documents that a question hangs on: those known to speak of it, else the one found first.
func (c asked) keys(family string) []string {
	var out []string
	for _, d := range wholes(c.documents) {
		out = append(out, family+"/"+d)
	}
	if len(out) == 0 && len(c.answer.Retrieved) > 0 {
		out = append(out, family+"/"+wholes([]string{c.answer.Retrieved[0].Passage.Document().ID()})[0])
	}
	return out
}
