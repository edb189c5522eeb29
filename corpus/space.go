package corpus

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// asciiSpace is what web pages and regular expressions call white space.
const asciiSpace = " \t\n\r\f"

var isASCIISpace = bytesOf(asciiSpace)

// bytesOf says which bytes are among those of s.
func bytesOf(s string) (is [256]bool) {
	for i := range len(s) {
		is[s[i]] = true
	}
	return is
}

// isBlank reports whether r parts words without being seen: white space, and the zero-width characters that stand for
// it or for its absence.
func isBlank(r rune) bool { return unicode.IsSpace(r) || isZeroWidth(r) }

// isZeroWidth reports whether r is the zero-width space, the word joiner or the byte order mark.
func isZeroWidth(r rune) bool { return r == '\u200b' || r == '\u2060' || r == '\ufeff' }

// trimSpan narrows s so that it neither begins nor ends with a blank.
func trimSpan(text string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isBlank(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isBlank(r) {
			break
		}
		s.End -= n
	}
	return s
}

// lineLen returns the length of the first line of s: up to a line feed, a carriage return or the end.
func lineLen(s string) int {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return i
	}
	return len(s)
}

// countWords returns the number of words in s.
func countWords(s string) (n int) {
	before := byte(0)
	for i := range len(s) {
		now := inField[s[i]]
		if now > 1 {
			return countFields(s)
		}
		n += int(now &^ before)
		before = now
	}
	return n
}

// inField is 0 for what parts words for [strings.Fields], 1 for what does not and 2 for bytes that do not tell.
var inField = fieldBytes()

func fieldBytes() (in [256]byte) {
	parts := bytesOf(asciiSpace + "\v")
	for c := range in {
		switch {
		case c >= utf8.RuneSelf:
			in[c] = 2
		case !parts[c]:
			in[c] = 1
		}
	}
	return in
}

// countFields is countWords for any text.
func countFields(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// shorten returns at most n bytes of s.
func shorten(s string, n int) string { return s[:min(len(s), n)] }

// wordSet returns the words of a list.
func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// isWordRune reports whether r is part of a word or a number.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// wordsOf yields the words and numbers of a text.
func wordsOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); {
			n := spanOf(text[i:], true)
			if n > 0 && !yield(text[i:i+n]) {
				return
			}
			i += n
			i += spanOf(text[i:], false)
		}
	}
}

// spanOf returns the length of the beginning of s that is of words, or not.
func spanOf(s string, words bool) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if isAlphanumeric[c] != words {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) != words {
			return i
		}
		i += n
	}
	return len(s)
}

func isNoWord(r rune) bool { return !isWordRune(r) }

func isDigitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

const digits = "0123456789"

// lowerASCII is for keys and endings, where no letter may change its length.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
