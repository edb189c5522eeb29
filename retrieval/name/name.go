// Package name finds the names in a sentence by their capitals and tells whether two of them may name the same.
//
// A [Name] is a place in a text and the words that tell it apart: "President Greta Holm" and "Ms. Holm" share the word
// that [Name.Agrees] looks for. Nothing is looked up: a name is what is written like one, so in scripts without
// capitals, and in German, where every noun has one, no names are found.
//
// The rules stand at the top of the file that applies them.
package name

import (
	"slices"
	"strings"

	"pullquote/corpus"
)

// Name is a name and its place in the text it was found in.
type Name struct {
	// Span holds the characters of the name with its title, without a genitive ending and without quotation marks.
	corpus.Span
	// Before is the word before the name, in lower case, "" at the start of the text.
	Before string
	// Titled is true for a person's name with a title.
	Titled bool
	// Quoted is true for a title in quotation marks.
	Quoted bool
	// Doubtful is true for a single word at the start of a sentence, whose capital says nothing.
	Doubtful bool

	words []string // folded, without titles, articles and particles
}

// Find returns the names in a sentence, in order. IsOrdinary reports whether a single capitalised word at the start of
// its sentence, as written, is known for an ordinary one; nil takes every such word for one. The time needed grows linearly
// with text.
func Find(text string, isOrdinary func(word string) bool) []Name {
	if !strings.ContainsFunc(text, mayBegin) {
		return nil // as in scripts without capitals
	}
	s := &scan{text: text, toks: tokenize(text), isOrdinary: isOrdinary}
	return s.names()
}

func (s *scan) names() []Name {
	found := s.quoted()
	for i := 0; i < len(s.toks); {
		end := s.run(i)
		if end == i {
			i++
			continue
		}
		if n, ok := s.named(i, end); ok {
			found = append(found, n)
		}
		i = end
	}
	slices.SortStableFunc(found, func(a, b Name) int { return a.Start - b.Start })
	return found
}

// Words returns the words that tell the name apart, in lower case and without diacritics. The caller must not change the
// slice.
func (n Name) Words() []string { return n.words }

// Key returns the normal form of the name: names with equal keys are written alike, title, case and diacritics aside.
func (n Name) Key() string { return strings.Join(n.words, " ") }

// Join returns the name that runs from a to b, as "Varn, Ostland" does from "Varn".
func Join(a, b Name) Name {
	a.End = b.End
	a.words = append(slices.Clone(a.words), b.words...)
	return a
}

// New returns a name that is told by other means than its form, at a span of text.
func New(at corpus.Span, text string) Name {
	n := Name{Span: at}
	for _, t := range tokenize(text[at.Start:at.End]) {
		n.words = append(n.words, fold(t.low))
	}
	return n
}
