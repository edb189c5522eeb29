package analysis

import "strings"

// Reader analyses many texts of one language. It remembers their words, because nearly all words of a text have stood in
// one before. It is not safe for concurrent use.
type Reader struct {
	analyzer *Analyzer
	known    map[string]Token // by how the word is written; without its place
	tokens   []Token
}

// mostKnown is how many words a Reader remembers before it begins anew.
const mostKnown = 1 << 18

// NewReader returns a Reader of the analyzer's language.
func (a *Analyzer) NewReader() *Reader { return &Reader{analyzer: a, known: map[string]Token{}} }

// Tokens returns what Analyzer.Tokens does. The slice is valid until the next call.
func (r *Reader) Tokens(text string) []Token {
	r.tokens = r.tokens[:0]
	end := 0
	for _, w := range words(text) {
		tok := r.token(text, w)
		tok.Stop = tok.Stop || r.analyzer.isEnding(text, end, w.Start)
		r.tokens = append(r.tokens, tok)
		end = w.End
	}
	return r.tokens
}

func (r *Reader) token(text string, w word) Token {
	if w.ngram {
		return r.analyzer.token(text, w)
	}
	tok, ok := r.known[text[w.Start:w.End]]
	if !ok {
		tok = r.analyzer.token(text, w)
		tok.Term = strings.Clone(tok.Term)
		if len(r.known) >= mostKnown {
			clear(r.known)
		}
		r.known[strings.Clone(text[w.Start:w.End])] = tok
	}
	tok.Span = w.Span
	return tok
}
