package message

import "strings"

// Discord reads a backslash before a character that is neither letter, digit nor white space as "this character,
// literally". Escape puts one before every character that can begin or end markup anywhere in a message: at the start
// of a line, inside a word, in a block quote, in a bare address, in a mention, a timestamp or an emoji's name. All of
// them are single bytes in UTF-8, so escaped text can be handled byte by byte, but must never be cut between a
// backslash and the character after it.
const markup = "\\*_~|`>#-+.!()[]<:@"

// Limit is Discord's limit on the content of a message, in UTF-16 units.
const Limit = 2000

// Escape returns s so that Discord shows exactly the characters of s.
func Escape(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for i := range len(s) {
		if isMarkup(s[i]) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// Unescape is the inverse of Escape.
func Unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isMarkup(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isMarkup(c byte) bool { return strings.IndexByte(markup, c) >= 0 }

// Units returns the length of s as Discord counts it, in UTF-16 units.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

func unitsOf(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}
