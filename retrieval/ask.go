package retrieval

import (
	"context"
	"fmt"
	"slices"

	"pullquote/corpus"
)

// Ask answers a question. It fails only when the context ends or the index cannot be read.
func (l *Library) Ask(ctx context.Context, q Question) (Answer, error) {
	a := Answer{Question: q.Text, Outcome: NotFound, Snapshot: l.snapshot.ID(), Searched: len(l.snapshot.Documents())}
	queries, err := l.readAll(ctx, q)
	if err != nil {
		return Answer{}, fmt.Errorf("ask: %w", err)
	}
	candidates, err := l.retrieve(ctx, queries)
	if err != nil {
		return Answer{}, fmt.Errorf("ask: %w", err)
	}
	a.UnknownWords = unknownWords(queries)
	for _, c := range candidates[:min(10, len(candidates))] {
		a.Retrieved = append(a.Retrieved, Retrieved{c.passage, c.score})
	}
	sentences := scoreSentences(candidates, newPlan(q))
	a.Confidence, a.Explanation.Features = confidence(sentences)
	a.Outcome = outcome(a.Confidence)
	for _, e := range choose(sentences, l.snapshot.Witness) {
		number := a.source(e.passage.Document(), l.snapshot)
		a.Groups = append(a.Groups, Group{Excerpts: []Excerpt{e.cut(number)}})
	}
	return a, nil
}

func (l *Library) readAll(ctx context.Context, q Question) ([]*query, error) {
	var out []*query
	for _, t := range l.tongues {
		read, err := l.readQuestion(ctx, t, q)
		if err != nil {
			return nil, err
		}
		out = append(out, read)
	}
	return out, nil
}

// unknownWords returns the words of the question itself that occur in no passage of any language.
func unknownWords(queries []*query) []string {
	known := map[corpus.Span]bool{}
	for _, q := range queries {
		for _, w := range q.words {
			known[w.Span] = known[w.Span] || w.passages > 0
		}
	}
	var out []string
	for _, q := range queries {
		for _, w := range q.words {
			if !w.history && !known[w.Span] && !slices.Contains(out, w.surface) {
				out = append(out, w.surface)
			}
		}
	}
	return out
}

// source returns the number of the document among the sources of a, adding it if it is new.
func (a *Answer) source(d *corpus.Document, s *corpus.Snapshot) int {
	w := s.Witness(d)
	for _, src := range a.Sources {
		if s.Witness(src.Document) == w {
			return src.Number
		}
	}
	src := Source{Number: len(a.Sources) + 1, Document: d}
	for _, other := range s.Documents() {
		if other != d && s.Witness(other) == w {
			src.Copies = append(src.Copies, other)
		}
	}
	a.Sources = append(a.Sources, src)
	return src.Number
}
