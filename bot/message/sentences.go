package message

import "pullquote/corpus"

// sentencesOf returns the passage of q and the range of sentences that q has in it.
func sentencesOf(q corpus.Quote) (p corpus.Passage, first, last int, ok bool) {
	if q.Document() == nil {
		return corpus.Passage{}, 0, 0, false
	}
	if p, ok = q.Document().PassageAt(q.Span()); !ok {
		return corpus.Passage{}, 0, 0, false
	}
	first, last, ok = p.SentencesAt(q.Span())
	return p, first, last, ok
}

// opening returns the longest beginning of q, in whole sentences, for which fits holds. It is not ok where its first
// sentence does not fit.
func opening(q corpus.Quote, fits func(corpus.Quote) bool) (corpus.Quote, bool) {
	p, first, last, _ := sentencesOf(q)
	for ; last > first; last-- {
		if cut, err := p.Quote(first, last); err == nil && fits(cut) {
			return cut, true
		}
	}
	return corpus.Quote{}, false
}

// widen returns q, for which fits must hold, with as many of the sentences beside it as fit, none of them outside
// bounds. Those after it come before those ahead of it, turn by turn.
func widen(q, bounds corpus.Quote, fits func(corpus.Quote) bool) corpus.Quote {
	p, first, last, ok := sentencesOf(q)
	_, from, to, _ := sentencesOf(bounds)
	for grown := ok; grown; {
		grown = false
		if wider, err := p.Quote(first, last+1); err == nil && last < to && fits(wider) {
			q, last, grown = wider, last+1, true
		}
		if wider, err := p.Quote(first-1, last); err == nil && first > from && fits(wider) {
			q, first, grown = wider, first-1, true
		}
	}
	return q
}
