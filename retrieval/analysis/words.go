package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
)

// word is a piece of text that becomes one token.
type word struct {
	corpus.Span
	number bool // digits, with the separators inside them
	ngram  bool // a pair of characters of a script that is written without spaces
}

type class uint8

const (
	other class = iota
	letter
	digit
	unspaced // a character of a script that is written without spaces
	joiner   // an apostrophe-like or separating character that may stand inside a number or an abbreviation
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			return letter
		case '0' <= r && r <= '9':
			return digit
		case r == '.', r == ',':
			return joiner
		}
		return other
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return unspaced
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// words cuts text into words: runs of letters, numbers with their separators ("3,000", "4.5"), abbreviations with
// stops ("U.S."), and overlapping pairs of characters where the script has no spaces.
func words(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		var end int
		switch classOf(r) {
		case letter:
			end = letters(text, i)
			out = append(out, word{Span: corpus.Span{Start: i, End: end}})
		case digit:
			end = number(text, i)
			out = append(out, word{Span: corpus.Span{Start: i, End: end}, number: true})
		case unspaced:
			end = run(text, i, unspaced)
			out = appendPairs(out, text, corpus.Span{Start: i, End: end})
		default:
			end = i + n
		}
		i = end
	}
	return out
}

// run returns the end of the run of characters of one class that begins at i. Characters that show nothing, such as a
// soft hyphen, do not end it where it goes on behind them.
func run(text string, i int, c class) int {
	end := i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case classOf(r) == c:
			end = i
		case !isUnseen(r):
			return end
		}
	}
	return end
}

// isUnseen reports whether a character only says how its neighbours are set.
func isUnseen(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }

// seen returns s without the characters that show nothing.
func seen(s string) string {
	return strings.Map(func(r rune) rune {
		if isUnseen(r) {
			return -1
		}
		return r
	}, s)
}

// letters returns the end of the word at i: letters with digits right behind them ("G7"), or single letters with
// stops ("U.S.").
func letters(text string, i int) int {
	end := run(text, i, letter)
	if dotted := abbreviation(text, i, end); dotted > end {
		return dotted
	}
	return run(text, end, digit)
}

func abbreviation(text string, start, end int) int {
	parts := 0
	for utf8.RuneCountInString(text[start:end]) == 1 && end < len(text) && text[end] == '.' {
		parts++
		start = end + 1
		end = run(text, start, letter)
		if end == start {
			break
		}
	}
	if parts < 2 || end > start {
		return 0
	}
	return end
}

// number returns the end of the number at i, with separators between its digits.
func number(text string, i int) int {
	end := run(text, i, digit)
	for end+1 < len(text) && classOf(rune(text[end])) == joiner {
		next := run(text, end+1, digit)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// appendPairs adds the overlapping pairs of characters of a run, or the character itself where it is alone.
func appendPairs(out []word, text string, s corpus.Span) []word {
	prev := -1
	for i := s.Start; i < s.End; {
		_, n := utf8.DecodeRuneInString(text[i:])
		if prev >= 0 || i+n == s.End {
			out = append(out, word{Span: corpus.Span{Start: max(prev, s.Start), End: i + n}, ngram: true})
		}
		prev, i = i, i+n
	}
	return out
}
