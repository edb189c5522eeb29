// Package analysis turns text into terms: it cuts words, folds case, removes inflection with the Snowball stemmer of
// the language, and knows which words carry no meaning of their own. Documents and questions go through the same
// analysis, and so does every engine, so that what counts as the same word never depends on where it is stored.
//
// Every term keeps its place in the text, so highlights are cut from the text itself and never from the index.
package analysis

import (
	"strings"
	"unicode"

	"pullquote/corpus"
)

// Token is a word of a text and what it is reduced to.
type Token struct {
	corpus.Span
	// Term is the reduced form that is indexed and compared.
	Term string
	// Stop is true for words such as "the" that are not indexed.
	Stop bool
	// Pair is true for two characters of a script that is written without spaces.
	Pair bool
}

// Analyzer analyses text of one language. It is safe for concurrent use. Use [For] to get one.
type Analyzer struct {
	language string
	lower    func(string) string
	stem     func(string) string
	stop     map[string]bool
	question map[string]bool
	light    map[string]bool
}

// Language returns the ISO 639-1 code of the language, "" for the analyzer of unknown languages.
func (a *Analyzer) Language() string { return a.language }

// Tokens returns the words of text in order, with places in bytes.
func (a *Analyzer) Tokens(text string) []Token {
	var out []Token
	for _, w := range words(text) {
		out = append(out, a.token(text, w))
	}
	return out
}

// Term returns what a single word is reduced to.
func (a *Analyzer) Term(word string) string { return a.stem(a.lower(word)) }

func (a *Analyzer) token(text string, w word) Token {
	surface := seen(text[w.Start:w.End])
	if w.ngram {
		return Token{Span: w.Span, Term: surface, Pair: true}
	}
	term := a.lower(surface)
	if w.number {
		return Token{Span: w.Span, Term: strings.ReplaceAll(term, ",", "")}
	}
	if isAcronym(surface) {
		return Token{Span: w.Span, Term: strings.ReplaceAll(term, ".", "")}
	}
	if a.stop[term] || len(term) == 1 {
		return Token{Span: w.Span, Term: term, Stop: true}
	}
	return Token{Span: w.Span, Term: a.stem(term)}
}

// IsForm reports whether a word belongs to the form of a text and not to its subject: a stop word, or one of those
// that make a question, as "how" and "many" do in "how many people".
func (a *Analyzer) IsForm(word string) bool {
	low := a.lower(word)
	return !isAcronym(word) && (a.stop[low] || a.question[low])
}

// IsLight reports whether a lower-case word says little of a question's subject, as "people" and "become" do.
func (a *Analyzer) IsLight(word string) bool { return a.light[word] }

// isAcronym reports whether a word is written in capitals, so that "US" is not taken for "us", nor "WHO" for "who".
func isAcronym(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.':
			return false
		}
	}
	return letters > 1 && letters <= 5
}
