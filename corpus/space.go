package corpus

import (
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
	parted := true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return countFields(s)
		}
		if parted && !isFieldSpace[c] {
			n++
		}
		parted = isFieldSpace[c]
	}
	return n
}

// isFieldSpace are the ASCII characters that part words for [strings.Fields].
var isFieldSpace = bytesOf(asciiSpace + "\v")

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

func isNoWord(r rune) bool { return !isWordRune(r) }

func isDigitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

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
