package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// groupDigits is how many digits stand together in a long number.
const groupDigits = 3

// decimalComma are the languages that write 3.000,5 for three thousand and a half.
var decimalComma = fieldSet("ar da de el es fi fr hu it nl no pl pt ro ru sv tr uk vi")

// plainNumber writes a number in ASCII digits, with a point before its decimals and no other mark. The last mark is
// before decimals if it stands there once and is the one that the language has there, or does not group by three. What
// is no number, such as a date, keeps its marks.
func (a *Analyzer) plainNumber(s string) string {
	s = strings.Map(plainDigit, s)
	whole, decimals := s, ""
	if last := strings.LastIndexAny(s, ".,"); last >= 0 && strings.Count(s, s[last:last+1]) == 1 &&
		(s[last] == a.decimalMark() || len(s)-last-1 != groupDigits) {
		whole, decimals = s[:last], "."+s[last+1:]
	}
	groups := strings.FieldsFunc(whole, isMark)
	for _, g := range groups[min(1, len(groups)):] {
		if len(g) != groupDigits {
			return s
		}
	}
	return strings.Join(groups, "") + decimals
}

func (a *Analyzer) decimalMark() byte {
	if decimalComma[a.language] {
		return ','
	}
	return '.'
}

func isMark(r rune) bool { return r == '.' || r == ',' }

// plainDigit returns the ASCII digit for a digit of any script.
func plainDigit(r rune) rune {
	if r < utf8.RuneSelf || !unicode.IsDigit(r) {
		return r
	}
	value := '0' // Unicode keeps the ten digits of a script together, zero first
	for value < '9' && unicode.IsDigit(r-1) {
		value, r = value+1, r-1
	}
	return value
}

// isNumberSpace reports whether a space is one that does not break a line, which is what groups the digits of a number
// where it is written with spaces.
func isNumberSpace(r rune) bool { return r == '\u00a0' || r == '\u202f' }
