package retrieval

import (
	"cmp"
	"context"
	"slices"

	"pullquote/corpus"
)

// candidate is a retrieved passage, analysed for the question.
type candidate struct {
	index   int
	passage corpus.Passage
	query   *query
	score   float64 // BM25 with pairs, over the highest possible
	// found holds for each sentence of the passage the places of the question's words.
	found []sentenceMatches
}

// sentenceMatches are the places of the question's words in one sentence.
type sentenceMatches struct {
	places []match
}

type match struct {
	corpus.Span
	word int // index into query.words
}

const (
	// retrieveDepth is how many passages the engine is asked for, and how many of them are read sentence by sentence.
	retrieveDepth = 50
	// pairBonus is what a pair of neighbouring words of the question adds when the passage has it too, relative to
	// the lighter of the two words.
	pairBonus = .3
	// foreignFactor is what a passage counts that is not in the language of the question: names match everywhere, but
	// who asks in Turkish reads Turkish.
	foreignFactor = .75
)

// retrieve returns the best passages over all languages of the corpus, best first.
func (l *Library) retrieve(ctx context.Context, queries []*query) ([]*candidate, error) {
	var out []*candidate
	form := 0
	for _, q := range queries {
		form = max(form, q.form)
	}
	for _, q := range queries {
		if q.highest == 0 {
			continue
		}
		hits, err := l.engine.search(ctx, q.clauses(), retrieveDepth)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			c := &candidate{index: h.passage, passage: l.passages[h.passage], query: q}
			c.read()
			c.score = (h.score + pairBonus*(bm25K1+1)*c.pairs()) / q.highest
			if q.form < form {
				c.score *= foreignFactor
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index))
	})
	return out[:min(len(out), retrieveDepth)], nil
}

// read finds the words of the question in every sentence of the passage.
func (c *candidate) read() {
	c.found = make([]sentenceMatches, c.passage.Len())
	base := c.passage.Span().Start
	s := 0
	for _, tok := range c.query.tongue.analyzer.Tokens(c.passage.Text()) {
		place := tok.Span.Shift(base)
		for s+1 < len(c.found) && place.Start >= c.passage.Sentence(s).End {
			s++
		}
		for w := range c.query.words {
			if c.query.words[w].term == tok.Term {
				c.found[s].places = append(c.found[s].places, match{place, w})
			}
		}
	}
}

// pairs returns the summed weight of the question's neighbouring words that are neighbours in the passage too.
func (c *candidate) pairs() float64 {
	sum := 0.0
	for _, p := range c.query.pairs {
		for _, s := range c.found {
			if s.hasPair(p) {
				sum += min(c.query.words[p].weight(), c.query.words[p+1].weight())
				break
			}
		}
	}
	return sum
}

// hasPair reports whether words p and p+1 of the question stand within a few characters of each other, in order.
func (s sentenceMatches) hasPair(p int) bool {
	const gap = 3 // bytes: a space, a hyphen, an apostrophe with s
	for i := 1; i < len(s.places); i++ {
		a, b := s.places[i-1], s.places[i]
		if a.word == p && b.word == p+1 && b.Start-a.End <= gap {
			return true
		}
	}
	return false
}
