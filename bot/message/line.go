package message

import (
	"strings"
	"unicode"
)

// oneLine escapes a name or a question for use inside one line of ours and shortens it to at most limit UTF-16 units,
// the ellipsis and the backslashes counted. Unlike a quotation it need not keep every character: white space becomes
// one space, and characters that cannot be seen are dropped, because they could reorder the rest of the line.
func oneLine(s string, limit int) string { return shortLine(s, limit, Escape) }

// plainLine is oneLine for a place without markup.
func plainLine(s string, limit int) string {
	return shortLine(s, limit, func(s string) string { return s })
}

func shortLine(s string, limit int, escape func(string) string) string {
	s = strings.Join(strings.Fields(strings.Map(visible, s)), " ")
	if escaped := escape(s); Units(escaped) <= limit {
		return escaped
	}
	var b strings.Builder
	left, inWord := limit-Units(ellipsis), false
	for _, r := range s {
		escaped := escape(string(r))
		if left -= Units(escaped); left < 0 {
			inWord = r != ' '
			break
		}
		b.WriteString(escaped)
	}
	return wholeWords(b.String(), inWord) + ellipsis
}

// wholeWords takes off the spaces at the end of s and, where s ends inside a word, its beginning, unless that is most
// of s, as in scripts without spaces.
func wholeWords(s string, inWord bool) string {
	if end := strings.LastIndexByte(s, ' '); inWord && end > len(s)/2 {
		s = s[:end+1]
	}
	return strings.TrimRight(s, " ")
}

func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == '\u200c' || r == '\u200d': // joiners are part of the spelling
		return r
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// blockQuote puts the mark of a block quote before every line of s. Everything that some client breaks a line at
// counts as the end of a line; the breaks themselves stay as they are.
func blockQuote(s string) string {
	var b strings.Builder
	b.WriteString(quoteMark)
	for i, r := range s {
		b.WriteRune(r)
		if breaksLine(r) && !strings.HasPrefix(s[i:], "\r\n") {
			b.WriteString(quoteMark)
		}
	}
	return b.String()
}

const quoteMark = "> "

func breaksLine(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029'
}

// seenUnits returns the length of a message as its readers see it: without backslashes and the addresses of links.
// A closing and an opening bracket side by side can only be ours, the corpus's are escaped.
func seenUnits(content string) int {
	n := 0
	for content != "" {
		text, rest, linked := strings.Cut(content, "](")
		n += Units(Unescape(text))
		if linked {
			_, rest, _ = strings.Cut(rest, ")")
		}
		content = rest
	}
	return n
}
