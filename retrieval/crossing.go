package retrieval

import (
	"cmp"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

// crossing is a place of a question that a bridge begins at.
type crossing struct {
	*bridge
	corpus.Span
}

// crossings returns where the bridges of a question begin. A word that is part of an expression does not lead where it
// would lead alone: to step down is not to step.
func (t *tongue) crossings(text string, tokens []analysis.Token) []crossing {
	s := stretch{text: text, terms: occurrences(tokens)}
	s.to = len(s.terms)
	var out []crossing
	for i, o := range s.terms {
		for _, b := range t.bridges[o.term] {
			if place, ok := s.find(b.asked, i); ok {
				out = append(out, crossing{b, place})
			}
		}
	}
	return withoutParts(out)
}

// withoutParts leaves out the words that are parts of expressions.
func withoutParts(all []crossing) []crossing {
	var out []crossing
	for _, c := range all {
		isPart := func(o crossing) bool { return o.asked.isExpression() && o.speaksOf(c.Span, c.asked.first()) }
		if c.asked.isExpression() || !slices.ContainsFunc(all, isPart) {
			out = append(out, c)
		}
	}
	return out
}

// speaksOf reports whether a term at a place is one of those that lead over the bridge.
func (c crossing) speaksOf(place corpus.Span, term termID) bool {
	return c.Overlaps(place) && c.asked.has(term)
}

// isExpressive reports whether a word of form is part of an expression: to call says little, to call for a strike much.
func (q *query) isExpressive(tok analysis.Token) bool {
	return !tok.Stop && slices.ContainsFunc(q.crossings, func(c crossing) bool {
		return c.asked.isExpression() && c.speaksOf(tok.Span, idOf(tok.Term))
	})
}

// cross gives the words of the question what the bridges lead to. Several words that say one thing together are said
// together.
func (q *query) cross() {
	t := q.tongue
	for i := range q.words {
		w := &q.words[i]
		if w.history {
			continue
		}
		for _, c := range q.crossings {
			if c.speaksOf(w.Span, idOf(w.term)) {
				w.kin = append(w.kin, c.kin...)
				w.phrases = append(w.phrases, c.phrases...)
			}
		}
		w.kin = append(w.kin, t.variants(*w)...)
		w.phrases = append(w.phrases, t.split(*w)...)
	}
	q.joinPairs()
	for i := range q.words {
		q.words[i].kin = q.words[i].safest()
	}
	q.mend()
}

// safest returns the kin of a word, the safest first, none twice and none the word itself.
func (w queryWord) safest() []kin {
	slices.SortStableFunc(w.kin, func(a, b kin) int { return cmp.Compare(b.weight, a.weight) })
	var out []kin
	for _, k := range w.kin {
		if k.term != w.term && !slices.ContainsFunc(out, func(o kin) bool { return o.term == k.term }) {
			out = append(out, k)
		}
	}
	return out
}
