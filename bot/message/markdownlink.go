package message

import (
	"strings"
	"unicode"
)

// maskedLink hides all but the text of the link whose text ends at i. An address has no brackets, so that no stretch is
// searched twice.
func (u *unmarking) maskedLink(i int) int {
	const mark = "]("
	rest := u.raw[i+len(mark):]
	length := strings.IndexAny(rest, " \t\n)[]")
	if length < 0 || rest[length] != ')' {
		return 1
	}
	url := strings.TrimSuffix(strings.TrimPrefix(rest[:length], "<"), ">")
	if !isAddress(url) {
		return 1
	}
	n := len(mark) + length + 1
	u.hide(u.bracket, 1)
	u.hide(i, n)
	u.links, u.bracket = append(u.links, address{i, url}), -1
	return n
}

// bareLink reads the address at i; the angle brackets that some have around them are not shown.
func (u *unmarking) bareLink(i int) int {
	url, pointed := strings.CutPrefix(u.raw[i:], "<")
	url = url[:addressLength(url)]
	u.links = append(u.links, address{i, url})
	length := len(url)
	if pointed {
		length++
	}
	if u.words {
		u.hide(i, length)
	}
	if end := i + length; pointed && end < len(u.raw) && u.raw[end] == '>' {
		u.hide(i, 1)
		u.hide(end, 1)
	}
	return length
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// addressLength returns the length of the address that s begins with. What closes a sentence, a bracket or emphasis
// behind it is not part of it.
func addressLength(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"”“»«", r) })
	if end < 0 {
		end = len(s)
	}
	for _, closing := range []string{".,;:!?'’*_~|]`", ")"} {
		if closing == ")" && strings.Contains(s[:end], "(") {
			continue
		}
		end = len(strings.TrimRight(s[:end], closing))
	}
	return end
}
