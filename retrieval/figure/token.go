package figure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
)

type tokenKind int

const (
	symbol tokenKind = iota
	word             // letters, with apostrophes inside
	digits           // digits, with dots, commas and apostrophes inside
	gap              // an empty line
)

// token is a word, a run of digits or a single symbol. Nothing is read across a gap.
type token struct {
	corpus.Span
	kind  tokenKind
	low   string // in lower case
	upper bool   // starts with a capital
	glued bool   // no space before it
	line  bool   // first on its line
}

// tokenize appends the tokens of text to toks.
func tokenize(toks []token, text string) []token {
	toks = slices.Grow(toks, len(text)/5)
	space, newlines := true, 1
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			space = true
			if r == '\n' {
				newlines++
			}
			i += size
			continue
		}
		if newlines > 1 {
			toks = append(toks, token{Span: corpus.Span{Start: i, End: i}, kind: gap, low: "\n"})
		}
		t := tokenAt(text, i)
		t.glued, t.line = !space, newlines > 0
		toks = append(toks, t)
		i, space, newlines = t.End, false, 0
	}
	return toks
}

func tokenAt(text string, start int) token {
	r, size := utf8.DecodeRuneInString(text[start:])
	t := token{Span: corpus.Span{Start: start, End: start + size}, upper: unicode.IsUpper(r)}
	switch {
	case isDigit(r):
		t.kind, t.End = digits, endOf(text, start, isDigit, ".,'’")
	case isLetter(r):
		t.kind, t.End = word, endOf(text, start, isLetter, "'’")
	}
	t.low = strings.ToLower(text[start:t.End])
	return t
}

// endOf returns where a run of accepted characters ends; a character of inner belongs to it only between two others.
func endOf(text string, start int, accept func(rune) bool, inner string) int {
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !accept(r) {
			after, _ := utf8.DecodeRuneInString(text[end+size:])
			if !strings.ContainsRune(inner, r) || !accept(after) {
				break
			}
		}
		end += size
	}
	return end
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isLetter also accepts marks and the raised 2 and 3 of "km²".
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '²' || r == '³' }

// at returns token i, or a gap outside the text.
func (s *scan) at(i int) token {
	if i < 0 || i >= len(s.toks) {
		return token{kind: gap}
	}
	return s.toks[i]
}

func (s *scan) low(i int) string { return s.at(i).low }

// is reports whether token i is one of words.
func (s *scan) is(i int, words ...string) bool {
	for _, w := range words {
		if s.low(i) == w {
			return true
		}
	}
	return false
}

// dash reports whether token i is a hyphen or dash.
func (s *scan) dash(i int) bool { return s.is(i, "-", "–", "—", "‑", "−") }

// hyphen reports whether token i is a dash without space on either side.
func (s *scan) hyphen(i int) bool { return s.dash(i) && s.at(i).glued && s.at(i+1).glued }

// sentenceStart reports whether token i is the first word of a sentence.
func (s *scan) sentenceStart(i int) bool {
	t := s.at(i - 1)
	return t.kind == gap || s.at(i).line || strings.ContainsAny(t.low, `.!?:"“”(•`) && t.kind == symbol
}
