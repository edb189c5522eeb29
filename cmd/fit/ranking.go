package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"text/tabwriter"

	"pullquote/retrieval"
	"pullquote/retrieval/learn"
	"pullquote/retrieval/quality"
)

const (
	// mostConsidered is how many sentences of a question are learnt from.
	mostConsidered = 60
	// rankL2 was chosen among powers of ten: more changes little.
	rankL2 = .01
)

// ranking is what a question's answer was chosen from.
type ranking struct {
	learn.List
	documents []string
}

// rank returns the sentences considered for a question, the relevant ones being those whose excerpt shows what answers it.
func rank(ctx context.Context, library *retrieval.Library, q question) (ranking, error) {
	out := ranking{documents: q.documents()}
	if !q.Answerable || len(q.Gold) == 0 {
		return out, nil
	}
	found, err := library.Consider(ctx, retrieval.Question{Text: q.Question.Question, History: q.History}, mostConsidered)
	for _, c := range found {
		e := quality.Excerpt{Doc: c.Quote.Document().ID(), Start: c.Quote.Span().Start, End: c.Quote.Span().End, Text: c.Quote.Text()}
		out.Items = append(out.Items, c.Features)
		out.Relevant = append(out.Relevant, slices.ContainsFunc(q.Gold, func(g quality.Gold) bool { return quality.Shows(e, g) }))
	}
	return out, err
}

// writeRanking learns the weights of a sentence's features from all sets and writes them with a table of how well weights
// do where they were not learnt. That of the passage is 1: only how weights relate matters.
func writeRanking(file string, sets []evidence) error {
	comment := "Weights of what speaks for a sentence as an answer: a listwise softmax over the sentences of a question, learnt by\n" +
		"cmd/fit. Below, the share of questions whose best sentence, and one of whose best three, shows what answers.\n\n" + rankTable(sets)
	fmt.Print(comment)
	var out bytes.Buffer
	if err := learn.NewWeights(retrieval.LearntFeatures(), learnRanking(sets)).Write(&out, comment); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// learnRanking returns the weights, that of the passage 1. A small set counts less than a large one, but no set counts
// for its size alone.
func learnRanking(sets []evidence) []float64 {
	var lists []learn.List
	for _, s := range sets {
		graded := s.graded()
		for _, r := range graded {
			r.Weight = s.share() / float64(len(graded)+halfWeight)
			lists = append(lists, r.List)
		}
	}
	weights := learn.Rank(lists, rankL2)
	passage := weights[0]
	for i := range weights {
		weights[i] /= passage
	}
	return weights
}

// graded returns the rankings of questions whose answers are known by place.
func (e evidence) graded() []ranking {
	return slices.DeleteFunc(slices.Clone(e.rankings), func(r ranking) bool { return len(r.Items) == 0 })
}

func rankTable(sets []evidence) string {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "set\tn\tbefore\telsewhere\tfolds")
	crossed := rankHeldOut(sets)
	for i, s := range sets {
		graded := s.graded()
		if len(graded) == 0 {
			continue
		}
		elsewhere := learnRanking(without(sets, s.family()))
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\n", s.name, len(graded), hits(graded, retrieval.LearntWeights()), hits(graded, elsewhere), crossed[i])
	}
	w.Flush()
	return b.String()
}

// hits says of how many rankings the best sentence, and one of the best three, is relevant.
func hits(of []ranking, weights []float64) hit {
	var h hit
	for _, r := range of {
		h = h.plus(r.hit(weights))
	}
	return h
}

// hit counts rankings whose best sentence is relevant, and one of whose best three is.
type hit struct{ n, first, third int }

func (h hit) plus(o hit) hit { return hit{h.n + o.n, h.first + o.first, h.third + o.third} }

func (h hit) String() string {
	return fmt.Sprintf("%.3f/%.3f", float64(h.first)/float64(h.n), float64(h.third)/float64(h.n))
}

func (r ranking) hit(weights []float64) hit {
	order := make([]int, len(r.Items))
	scores := make([]float64, len(r.Items))
	for i, item := range r.Items {
		order[i], scores[i] = i, learn.Score(weights, item)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case scores[a] > scores[b]:
			return -1
		case scores[a] < scores[b]:
			return 1
		}
		return 0
	})
	h := hit{n: 1}
	for at, i := range order[:min(3, len(order))] {
		if r.Relevant[i] {
			h.third = 1
			if at == 0 {
				h.first = 1
			}
		}
	}
	return h
}

// rankHeldOut returns, by set, the hits of a cross-validation over all of them in which no part shares a document with
// another.
func rankHeldOut(sets []evidence) []hit {
	type item struct {
		set int
		ranking
	}
	var items []item
	var groups [][]string
	for i, s := range sets {
		for _, r := range s.graded() {
			var keys []string
			for _, d := range wholes(r.documents) {
				keys = append(keys, s.family()+"/"+d)
			}
			items, groups = append(items, item{i, r}), append(groups, keys)
		}
	}
	found := learn.HeldOut(items, learn.Folds(groups, folds), func(train []item) func(item) hit {
		parts := make([]evidence, len(sets))
		for i := range sets {
			parts[i].set = sets[i].set
		}
		for _, x := range train {
			parts[x.set].rankings = append(parts[x.set].rankings, x.ranking)
		}
		weights := learnRanking(parts)
		return func(x item) hit { return x.hit(weights) }
	})
	out := make([]hit, len(sets))
	for i, x := range items {
		out[x.set] = out[x.set].plus(found[i])
	}
	return out
}
