package analysis

import (
	"math"

	"pullquote/corpus"
	"pullquote/retrieval/intern"
)

// Reader analyses many texts of one language. It remembers their words, because nearly all words of a text have stood in
// one before, and with each the number that its caller gives the term. It is not safe for concurrent use.
type Reader struct {
	analyzer *Analyzer
	number   func(term string) uint32
	written  intern.Strings // words as they are written
	terms    []uint32       // what they are read as, by their numbers; isStop for stop words
	words    []word         // of the text that is read
	readings []Reading
}

// isStop is the number of no term.
const isStop = math.MaxUint32

// Reading is a word that stands in a text and is indexed.
type Reading struct {
	corpus.Span
	// Term is the number of its term.
	Term uint32
}

// mostKnown is how many words a Reader remembers before it begins anew. Each takes about 40 bytes.
const mostKnown = 1 << 20

// NewReader returns a Reader of the analyzer's language. It asks number for the number of every term that it meets, of one
// term perhaps more than once.
func NewReader(a *Analyzer, number func(term string) uint32) *Reader {
	return &Reader{analyzer: a, number: number}
}

// Read returns the words that Analyzer.Tokens returns, without stop words. The slice is valid until the next call.
func (r *Reader) Read(text string) []Reading {
	r.words, r.readings = appendWords(r.words[:0], text), r.readings[:0]
	end := 0
	for _, w := range r.words {
		if !r.analyzer.isEnding(text, end, w.Start) {
			if term := r.term(text[w.Start:w.End], w); term != isStop {
				r.readings = append(r.readings, Reading{w.Span, term})
			}
		}
		end = w.End
	}
	return r.readings
}

// term returns what a word is read as.
func (r *Reader) term(written string, w word) uint32 {
	n, isNew := r.written.Number(written)
	if !isNew {
		return r.terms[n]
	}
	if n == mostKnown {
		r.written.Clear()
		r.terms = r.terms[:0]
		return r.term(written, w)
	}
	tok := r.analyzer.token(written, word{Span: corpus.Span{End: len(written)}, number: w.number, ngram: w.ngram})
	term := uint32(isStop)
	if !tok.Stop {
		term = r.number(tok.Term)
	}
	r.terms = append(r.terms, term)
	return term
}
