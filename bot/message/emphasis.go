package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphasis reads a mark of emphasis at i: it closes the one that waits, or waits itself.
func (u *unmarking) emphasis(i int, m string) {
	start, waits := u.open[m]
	before, _ := utf8.DecodeLastRuneInString(u.raw[:i])
	after := runeAfter(u.raw, i+len(m))
	switch {
	case waits && start+len(m) < i && mayEnd(m, before, after):
		u.hide(start, len(m))
		u.hide(i, len(m))
		delete(u.open, m)
	case mayBegin(m, before, after):
		u.open[m] = i
	}
}

// emphasisMark returns the mark of emphasis that s begins with, "" if there is none.
func emphasisMark(s string) string {
	for _, m := range [...]string{"**", "__", "~~", "||", "*", "_"} {
		if strings.HasPrefix(s, m) {
			return m
		}
	}
	return ""
}

// mayBegin reports whether a mark of emphasis between two characters can begin it: "2 * 3" and "a_b" are none.
func mayBegin(m string, before, after rune) bool {
	switch m {
	case "*":
		return !unicode.IsSpace(after)
	case "_":
		return !unicode.IsSpace(after) && !isWordRune(before)
	}
	return true
}

func mayEnd(m string, before, after rune) bool {
	switch m {
	case "*":
		return !unicode.IsSpace(before)
	case "_":
		return !unicode.IsSpace(before) && !isWordRune(after)
	}
	return true
}
