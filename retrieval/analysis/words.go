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
	ngram  bool // one or two characters of a script that is written without spaces
}

type class uint8

const (
	other class = iota
	letter
	digit
	unspaced // a character of a script that is written without spaces
)

// asciiClass are the classes of the ASCII characters.
var asciiClass = func() (classes [utf8.RuneSelf]class) {
	for c := range classes {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			classes[c] = letter
		case '0' <= c && c <= '9':
			classes[c] = digit
		}
	}
	return classes
}()

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass[r]
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
// stops ("U.S."), and overlapping pairs of characters where the script has no spaces, of Chinese the characters too.
func words(text string) []word { return appendWords(make([]word, 0, len(text)/6+1), text) }

// appendWords appends the words of a text.
func appendWords(out []word, text string) []word {
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
		if b := text[i]; b < utf8.RuneSelf { // nearly all text in most languages
			if asciiClass[b] != c {
				return end
			}
			i++
			end = i
			continue
		}
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
	for end < len(text) && text[end] == '.' && utf8.RuneCountInString(text[start:end]) == 1 {
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
	for {
		r, n := utf8.DecodeRuneInString(text[end:])
		next := run(text, end+n, digit)
		if digits := next - end - n; digits == 0 || r != '.' && r != ',' && !(isNumberSpace(r) && digits == groupDigits) {
			return end
		}
		end = next
	}
}

// appendPairs adds the overlapping pairs of characters of a run, each behind its first character where that is Chinese,
// because most Chinese characters are words; other characters are added only where they are alone.
func appendPairs(out []word, text string, s corpus.Span) []word {
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		_, next := utf8.DecodeRuneInString(text[i+n : s.End])
		if unicode.Is(unicode.Han, r) || n == s.Len() {
			out = append(out, word{Span: corpus.Span{Start: i, End: i + n}, ngram: true})
		}
		if next > 0 {
			out = append(out, word{Span: corpus.Span{Start: i, End: i + n + next}, ngram: true})
		}
		i += n
	}
	return out
}
