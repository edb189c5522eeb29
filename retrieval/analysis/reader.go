package analysis

import (
	"pullquote/corpus"
	"pullquote/retrieval/intern"
)

// Reader analyses many texts of one language. It remembers their words, because nearly all words of a text have stood in
// one before, and with each the number that its caller gives the term. It is not safe for concurrent use.
type Reader struct {
	analyzer *Analyzer
	number   func(term string) uint32
	written  intern.Strings // words as they are written
	known    []known        // what they are, by their numbers
	words    []word         // of the text that is read
	readings []Reading
}

// known is what a word as it is written is read as.
type known struct {
	term uint32
	stop bool
}

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
			if k := r.word(text[w.Start:w.End], w); !k.stop {
				r.readings = append(r.readings, Reading{w.Span, k.term})
			}
		}
		end = w.End
	}
	return r.readings
}

// word returns what a word is read as.
func (r *Reader) word(written string, w word) known {
	n, isNew := r.written.Number(written)
	if !isNew {
		return r.known[n]
	}
	if n == mostKnown {
		r.written.Clear()
		r.known = r.known[:0]
		return r.word(written, w)
	}
	tok := r.analyzer.token(written, word{Span: corpus.Span{End: len(written)}, number: w.number, ngram: w.ngram})
	k := known{stop: tok.Stop}
	if !k.stop {
		k.term = r.number(tok.Term)
	}
	r.known = append(r.known, k)
	return k
}
