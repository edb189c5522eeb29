// Package analysis turns text into terms: it cuts words, folds case, removes inflection with the Snowball stemmer of
// the language, or with what was found to do better, and knows which words carry no meaning of their own. Documents and
// questions go through the same analysis, and so does every engine, so that what counts as the same word never depends
// on where it is stored.
//
// Every term keeps its place in the text, so highlights are cut from the text itself and never from the index.
package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
)

// Token is a word of a text and what it is reduced to.
type Token struct {
	corpus.Span
	// Term is the reduced form that is indexed and compared.
	Term string
	// Stop is true for words such as "the" that are not indexed.
	Stop bool
	// Pair is true for one or two characters of a script that is written without spaces.
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
	end := 0 // of the word before
	for _, w := range words(text) {
		tok := a.token(text, w)
		tok.Stop = tok.Stop || a.isEnding(text, end, w.Start)
		out = append(out, tok)
		end = w.End
	}
	return out
}

// isEnding reports whether the word that starts behind another is an ending of it: Turkish sets the endings of a name
// off with an apostrophe.
func (a *Analyzer) isEnding(text string, end, start int) bool {
	return a.language == "tr" && 0 < end && end < start && isApostrophe(text[end:start])
}

// isApostrophe reports whether s is an apostrophe, as people type it, and nothing else.
func isApostrophe(s string) bool {
	return utf8.RuneCountInString(s) == 1 && strings.ContainsAny(s, "'’‘ʼ´`")
}

// Term returns what a single word is reduced to.
func (a *Analyzer) Term(word string) string { return a.stem(a.lower(word)) }

func (a *Analyzer) token(text string, w word) Token {
	surface := seen(text[w.Start:w.End])
	if w.ngram {
		return Token{Span: w.Span, Term: surface, Pair: true, Stop: strings.Contains(particles[a.language], surface)}
	}
	term := a.lower(surface)
	if w.number {
		return Token{Span: w.Span, Term: a.plainNumber(term)}
	}
	if isAcronym(surface) {
		return Token{Span: w.Span, Term: strings.ReplaceAll(term, ".", "")}
	}
	if a.stop[term] || len(term) == 1 {
		return Token{Span: w.Span, Term: term, Stop: true}
	}
	return Token{Span: w.Span, Term: a.stem(term)}
}

// IsForm reports whether a word belongs to the form of a text and not to its subject: a stop word, one of those that
// make a question, as "how" and "many" do in "how many people", or, of a script without spaces, one character or two with
// a particle.
func (a *Analyzer) IsForm(word string) bool {
	low := a.lower(word)
	return !isAcronym(word) && (a.stop[low] || a.question[low] ||
		utf8.RuneCountInString(word) <= 2 && strings.ContainsAny(word, particles[a.language]))
}

// IsLight reports whether a word says little of a question's subject, as "people" and "become" do.
func (a *Analyzer) IsLight(word string) bool {
	return a.light[a.Term(word)] || strings.ContainsAny(word, lightCharacters[a.language])
}

// folded returns the words of a set in folded case and form.
func (a *Analyzer) folded(set map[string]bool) map[string]bool {
	out := map[string]bool{}
	for word := range set {
		out[a.lower(word)] = true
	}
	return out
}

// terms returns what the words of a list are reduced to.
func (a *Analyzer) terms(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[a.Term(word)] = true
	}
	return set
}

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
