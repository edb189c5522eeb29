package analysis

import (
	"strings"

	"pullquote/corpus"
)

// Reader analyses many texts of one language. It remembers their words, because nearly all words of a text have stood in
// one before, and with each what its caller keeps of it. It is not safe for concurrent use.
type Reader[T any] struct {
	analyzer *Analyzer
	known    map[string]*Word[T] // by how the word is written
	tokens   []Reading[T]
}

// Word is a word as it is written.
type Word[T any] struct {
	Term string
	Stop bool
	// Mine is the caller's; the zero T for a word that the Reader has not seen before, or has forgotten.
	Mine T
}

// Reading is a word that stands in a text.
type Reading[T any] struct {
	corpus.Span
	*Word[T]
	// Stop is true for words that are not indexed.
	Stop bool
}

// mostKnown is how many words a Reader remembers before it begins anew.
const mostKnown = 1 << 16

// NewReader returns a Reader of the analyzer's language.
func NewReader[T any](a *Analyzer) *Reader[T] {
	return &Reader[T]{analyzer: a, known: map[string]*Word[T]{}}
}

// Read returns the words that Analyzer.Tokens returns. The slice is valid until the next call.
func (r *Reader[T]) Read(text string) []Reading[T] {
	r.tokens = r.tokens[:0]
	end := 0
	for _, w := range words(text) {
		known := r.word(text, w)
		r.tokens = append(r.tokens, Reading[T]{w.Span, known, known.Stop || r.analyzer.isEnding(text, end, w.Start)})
		end = w.End
	}
	return r.tokens
}

func (r *Reader[T]) word(text string, w word) *Word[T] {
	written := text[w.Start:w.End]
	if known := r.known[written]; known != nil {
		return known
	}
	written = strings.Clone(written) // which would keep the whole text
	tok := r.analyzer.token(written, word{Span: corpus.Span{End: len(written)}, number: w.number, ngram: w.ngram})
	if len(r.known) >= mostKnown {
		clear(r.known)
	}
	known := &Word[T]{Term: tok.Term, Stop: tok.Stop}
	r.known[written] = known
	return known
}
