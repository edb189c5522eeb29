package message

import (
	"strings"
	"unicode/utf8"
)

// What counts as the name of the source of a quotation, where the message gives no address:
//
//   - the publisher or the title of a document, in its own capitals and as whole words: "the port fire" is no title;
//   - of two words or more, or with a point in it, as in news.example; a name of one word only before a colon;
//   - on the line of the quotation and not beyond another one: right behind it in brackets or after a dash, else the last
//     one before it, else the first one behind it.
//
// What is unclear names nothing, because a claim that was not made would be called wrong.

// nameBeside returns which of the names a message gives as the source of a quotation, "" for none.
func nameBeside(q quoting, names []string) string {
	if q.part.quoted || len(names) == 0 {
		return ""
	}
	text := q.part.text
	line := stretch{strings.LastIndexByte(text[:q.at.start], '\n') + 1, endOfLine(text, q.at.end)}
	previous, next := line.start, line.end
	for _, other := range betweenMarks(text) {
		if other.end <= q.at.start {
			previous = max(previous, other.end)
		}
		if other.start >= q.at.end {
			next = min(next, other.start)
		}
	}
	before, after := text[previous:q.at.start], text[q.at.end:next]
	if name, _ := attributed(after, names); name != "" {
		return name
	}
	if previous > line.start {
		_, end := attributed(before, names)
		before = before[end:]
	}
	if name := lastName(before, names); name != "" || next < line.end {
		return name
	}
	name, _ := firstName(after, names)
	return name
}

// attributed returns the name that follows a quotation right behind it, as in `" (Name` or `" — Name`, and where it ends.
func attributed(after string, names []string) (name string, end int) {
	name, at := firstName(after, names)
	if name == "" || strings.Trim(after[:at], " .,\"”“»«›‹』」’‘'([-–—") != "" || !strings.ContainsAny(after[:at], "([-–—") {
		return "", 0
	}
	return name, at + len(name)
}

// firstName returns the name that begins first in s, of several the longest, and where.
func firstName(s string, names []string) (name string, at int) {
	for _, n := range names {
		for from := 0; from < len(s); {
			i := strings.Index(s[from:], n)
			if i < 0 {
				break
			}
			if i += from; isNamed(s, n, i) && (name == "" || i < at || i == at && len(n) > len(name)) {
				name, at = n, i
			}
			from = i + len(n)
		}
	}
	return name, at
}

// lastName returns the name that begins last in s, of several the longest.
func lastName(s string, names []string) string {
	last := ""
	for {
		name, at := firstName(s, names)
		if name == "" {
			return last
		}
		last, s = name, s[at+len(name):]
	}
}

// isNamed reports whether the name that stands at a place of s is meant as one.
func isNamed(s, name string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after := runeAfter(s, at+len(name))
	if isWordRune(before) || isWordRune(after) {
		return false
	}
	return wordsIn(name) > 1 || after == ':' && wordsIn(name) == 1
}
