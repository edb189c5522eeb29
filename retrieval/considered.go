package retrieval

import (
	"context"
	"fmt"
	"slices"

	"pullquote/corpus"
)

// Considered is a sentence that was considered as an answer: what would be quoted for it, and what was measured of it.
// Weights are learnt from it.
type Considered struct {
	Quote corpus.Quote
	// Features are measured as LearntFeatures names them.
	Features []float64
}

// LearntFeatures names the features of a sentence whose weights are learnt, in their order.
func LearntFeatures() []string { return slices.Clone(featureNames[:learntFeatures]) }

// LearntWeights returns the weights of LearntFeatures that the program has.
func LearntWeights() []float64 { return slices.Clone(sentenceWeights[:learntFeatures]) }

// Consider returns the sentences that are considered as answers to a question, most of them at most, best first by the
// present weights. It fails as Ask does.
func (l *Library) Consider(ctx context.Context, q Question, most int) ([]Considered, error) {
	out, err := consult(l, func(e *edition) ([]Considered, error) { return e.consider(ctx, q, most) })
	if err != nil {
		return nil, fmt.Errorf("consider: %w", err)
	}
	return out, nil
}

func (e *edition) consider(ctx context.Context, q Question, most int) ([]Considered, error) {
	found, err := e.search(ctx, q, newDepth(e.scope(q.Documents)))
	if err != nil {
		return nil, err
	}
	var out []Considered
	for _, s := range found.sentences[:min(most, len(found.sentences))] {
		out = append(out, Considered{grow(s).quote(), slices.Clone(s.features[:learntFeatures])})
	}
	return out, nil
}

// Retrieve returns the passages that Ask reads for a question, best first, without reading their sentences for an answer.
// A message that is no question is looked for as if it were one. It fails as Ask does.
func (l *Library) Retrieve(ctx context.Context, q Question) ([]Retrieved, error) {
	e, err := l.hold()
	if err != nil {
		return nil, fmt.Errorf("retrieve: %w", err)
	}
	defer l.letGo(e)
	candidates, err := e.retrieve(ctx, e.readAll(q), newDepth(e.scope(q.Documents)))
	if err != nil {
		return nil, fmt.Errorf("retrieve: %w", err)
	}
	out := make([]Retrieved, len(candidates))
	for i, c := range candidates {
		out[i] = Retrieved{c.Passage, c.score}
	}
	return out, nil
}
