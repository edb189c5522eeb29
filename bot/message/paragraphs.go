package message

import (
	"slices"

	"pullquote/corpus"
)

// paragraphs are the text around a quote. Each is a quote itself, so it lies in one passage: of a paragraph that is cut
// into several passages it has the sentences of one. before and after are empty where the document begins or ends.
type paragraphs struct{ before, own, after corpus.Quote }

// paragraphsAround returns the paragraphs in which q stands and those next to them. What may not be quoted is passed
// over. q must not be empty.
func paragraphsAround(q corpus.Quote) paragraphs {
	p, first, last, _ := sentencesOf(q)
	passages := q.Document().Passages()
	n := slices.Index(passages, p)
	first, last = paragraphBegin(p, first), paragraphEnd(p, last)
	around := paragraphs{own: sentences(p, first, last)}
	switch {
	case first > 0:
		around.before = sentences(p, paragraphBegin(p, first-1), first)
	case n > 0:
		before := passages[n-1]
		around.before = sentences(before, paragraphBegin(before, before.Len()-1), before.Len())
	}
	switch {
	case last < p.Len():
		around.after = sentences(p, last, paragraphEnd(p, last+1))
	case n+1 < len(passages):
		around.after = sentences(passages[n+1], 0, paragraphEnd(passages[n+1], 1))
	}
	return around
}

// paragraphBegin returns the first sentence of p that is in the block of sentence i.
func paragraphBegin(p corpus.Passage, i int) int {
	for i > 0 && p.Block(i-1) == p.Block(i) {
		i--
	}
	return i
}

// paragraphEnd returns the end of the run of sentences of p that are in the block of sentence end-1.
func paragraphEnd(p corpus.Passage, end int) int {
	for end < p.Len() && p.Block(end) == p.Block(end-1) {
		end++
	}
	return end
}

// sentences returns sentences [first, last) of p, which must have them.
func sentences(p corpus.Passage, first, last int) corpus.Quote {
	q, err := p.Quote(first, last)
	if err != nil {
		panic("message: " + err.Error())
	}
	return q
}
