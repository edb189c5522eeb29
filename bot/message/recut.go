package message

import (
	"pullquote/corpus"
	"pullquote/retrieval"
)

// recut returns the excerpt with fewer sentences, so that fits holds: the sentence with the value or, where no value
// is stated, with the most matched words, and the matched sentences beside it as long as they fit. It is not ok where
// no matched sentence fits.
func recut(e retrieval.Excerpt, fits func(retrieval.Excerpt) bool) (retrieval.Excerpt, bool) {
	p, first, last, ok := sentencesOf(e.Quote)
	if !ok {
		return e, false
	}
	best := bestSentence(p, first, last, e)
	if best < 0 {
		return e, false
	}
	cut, ok := cutTo(e, p, best, best+1)
	if !ok || !fits(cut) {
		return e, false
	}
	for from, to := best, best+1; ; {
		switch {
		case to < last && matched(p.Sentence(to), e) > 0:
			to++
		case from > first && matched(p.Sentence(from-1), e) > 0:
			from--
		default:
			return cut, true
		}
		wider, ok := cutTo(e, p, from, to)
		if !ok || !fits(wider) {
			return cut, true
		}
		cut = wider
	}
}

// bestSentence returns the sentence in [first, last) that states the value, else the one with the most matches, else -1.
func bestSentence(p corpus.Passage, first, last int, e retrieval.Excerpt) int {
	best, most := -1, 0
	for i := first; i < last; i++ {
		if e.Value != nil && p.Sentence(i).Contains(e.Value.Span) {
			return i
		}
		if n := matched(p.Sentence(i), e); n > most {
			best, most = i, n
		}
	}
	return best
}

func matched(s corpus.Span, e retrieval.Excerpt) int {
	n := 0
	for _, m := range e.Matches {
		if s.Contains(m) {
			n++
		}
	}
	return n
}

// cutTo returns e with sentences [first, last) of p as its quote, and only the matches that lie in them.
func cutTo(e retrieval.Excerpt, p corpus.Passage, first, last int) (retrieval.Excerpt, bool) {
	q, err := p.Quote(first, last)
	if err != nil {
		return e, false
	}
	matches := e.Matches
	e.Quote, e.Matches = q, nil
	for _, m := range matches {
		if q.Span().Contains(m) {
			e.Matches = append(e.Matches, m)
		}
	}
	return e, true
}
