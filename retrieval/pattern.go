package retrieval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

// A pattern is what a text says in several words, or in one word in the company of others: "taken into custody", or
// "held" in a sentence with "police". Terms are compared by id, and the stop words between them, which are not among
// the terms of a text, by their letters.

// pattern is a run of words. Its first part is a term: that is where it is looked up.
type pattern struct {
	before []string // stop words right before the first part, the nearest first
	parts  []part
	near   map[termID]bool // one of these terms must be in the same sentence, at most farthestNear from it; nil: none
}

// part is a word of a pattern.
type part struct {
	stop string // a stop word in lower case; "" for a term
	term termID
	word string // the term's letters
	skip int    // how many words of any kind may stand before it
}

const (
	// mostSkipped is how many words may stand in the place of a * of an expression.
	mostSkipped = 3
	// farthestNear is how many terms away company may be: few sentences are that long, and a list without stops is not
	// searched from end to end for each of its words.
	farthestNear = 100
	// anyWords is the word of an expression that stands for up to mostSkipped others.
	anyWords = "*"
)

// newPattern reads an expression, words with spaces between them. It is not ok where that has no term.
func newPattern(a *analysis.Analyzer, expression string) (p pattern, ok bool) {
	skip := 0
	for word := range strings.FieldsSeq(expression) {
		if word == anyWords {
			skip = mostSkipped
			continue
		}
		for _, tok := range a.Tokens(word) {
			p.add(tok, skip)
			skip = 0
		}
	}
	return p, len(p.parts) > 0
}

func (p *pattern) add(tok analysis.Token, skip int) {
	switch {
	case !tok.Stop:
		p.parts = append(p.parts, part{term: idOf(tok.Term), word: tok.Term, skip: skip})
	case len(p.parts) > 0:
		p.parts = append(p.parts, part{stop: tok.Term, skip: skip})
	default:
		p.before = append([]string{tok.Term}, p.before...)
	}
}

// isExpression reports whether the pattern has several words.
func (p pattern) isExpression() bool { return len(p.before)+len(p.parts) > 1 }

// isWord reports whether the pattern is a single word that needs no company.
func (p pattern) isWord() bool { return !p.isExpression() && p.near == nil }

// first is the term that the pattern begins with, its stop words aside.
func (p pattern) first() termID { return p.parts[0].term }

// terms returns the terms of the pattern.
func (p pattern) terms() []part {
	return slices.DeleteFunc(slices.Clone(p.parts), func(x part) bool { return x.stop != "" })
}

// has reports whether a term is one of the pattern's.
func (p pattern) has(term termID) bool {
	return slices.ContainsFunc(p.parts, func(x part) bool { return x.stop == "" && x.term == term })
}

// stretch is a part of an analysed text, such as a sentence: what a pattern is looked for in.
type stretch struct {
	text     string
	terms    []occurrence // of the whole text
	from, to int          // those of the stretch, [from, to)
}

// find returns the place of the pattern, if its first term is term i of the stretch.
func (s stretch) find(p *pattern, i int) (corpus.Span, bool) {
	place := s.terms[i].span()
	if !s.hasBefore(p.before, place.Start) || !s.hasNear(p.near, i) {
		return corpus.Span{}, false
	}
	for _, x := range p.parts[1:] {
		end, next, ok := s.match(x, place.End, i+1)
		if !ok {
			return corpus.Span{}, false
		}
		place.End, i = end, next-1
	}
	return place, true
}

// match looks for a part from a place on, where term i is the next. It returns where the part ends and which term is
// next then.
func (s stretch) match(x part, from, i int) (end, next int, ok bool) {
	for range x.skip + 1 {
		word := nextWord(s.text, from)
		isTerm := i < s.to && s.terms[i].span().Start <= word.Start
		switch {
		case isTerm:
			word = s.terms[i].span()
			i++
		case word.Len() == 0:
			return 0, 0, false
		}
		if isTerm && x.stop == "" && s.terms[i-1].term == x.term ||
			!isTerm && x.stop != "" && strings.EqualFold(s.text[word.Start:word.End], x.stop) {
			return word.End, i, true
		}
		from = word.End
	}
	return 0, 0, false
}

func (s stretch) hasBefore(words []string, at int) bool {
	for _, w := range words {
		word := previousWord(s.text, at)
		if !strings.EqualFold(s.text[word.Start:word.End], w) {
			return false
		}
		at = word.Start
	}
	return true
}

// hasNear reports whether the stretch holds one of the terms beside its term i, at most farthestNear from it.
func (s stretch) hasNear(near map[termID]bool, i int) bool {
	if near == nil {
		return true
	}
	for j := max(s.from, i-farthestNear); j < min(s.to, i+farthestNear+1); j++ {
		if j != i && near[s.terms[j].term] {
			return true
		}
	}
	return false
}

// nextWord returns the place of the next run of letters and digits on the line, empty if there is none or the sentence ends
// before it. The s of a genitive is passed over: it belongs to the word before it.
func nextWord(text string, from int) corpus.Span {
	start := from
	for start < len(text) {
		r, n := utf8.DecodeRuneInString(text[start:])
		switch {
		case isGenitive(text[start:]):
			start += n + 1
			continue
		case isWordRune(r):
			return corpus.Span{Start: start, End: wordEnd(text, start)}
		case r == '.' || r == '\n' || r == ';':
			return corpus.Span{Start: start, End: start}
		}
		start += n
	}
	return corpus.Span{Start: start, End: start}
}

// isGenitive reports whether a text begins with an apostrophe and a lone s.
func isGenitive(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	if r != '\'' && r != '’' || n == len(text) || text[n] != 's' {
		return false
	}
	r, _ = utf8.DecodeRuneInString(text[n+1:])
	return !isWordRune(r)
}

func wordEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) {
			break
		}
		at += n
	}
	return at
}

// previousWord returns the place of the word that ends before a place, with nothing but spaces between them.
func previousWord(text string, before int) corpus.Span {
	end := len(strings.TrimRight(text[:before], " "))
	start := end
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isWordRune(r) {
			break
		}
		start -= n
	}
	return corpus.Span{Start: start, End: end}
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}
