package message

import (
	"cmp"
	"strings"
)

// numbered are the sources that a message numbers: "[2] ¶7" speaks of the one named as [2] above.
type numbered map[string]string

// numberedSources returns the sources on lines such as "[2] North Bulletin · 3 Mar 2031 · ¶1": their address or, where
// the line has none, their name. The first line of a number counts.
func numberedSources(parts []part) numbered {
	sources := numbered{}
	for _, p := range parts {
		for at := (stretch{}); !p.quoted && at.start <= len(p.text); at.start = at.end + 1 {
			at.end = endOfLine(p.text, at.start)
			if number, rest, ok := cutNumber(p.text[at.start:at.end]); ok && sources[number] == "" {
				name, _, _ := strings.Cut(rest, separator)
				sources[number] = cmp.Or(p.cut(at).firstAddress(), strings.TrimSpace(name))
			}
		}
	}
	return sources
}

// claimed returns the source that a message gives for a quotation, "" if it gives none: beside it the next address on its
// line, or the last one before it there; below it a numbered source, or an address that begins the line.
func (n numbered) claimed(q quoting) string {
	if q.part.quoted {
		return n.below(q.part.below)
	}
	line := stretch{strings.LastIndexByte(q.part.text[:q.at.start], '\n') + 1, endOfLine(q.part.text, q.at.end)}
	before := q.part.cut(stretch{line.start, q.at.start})
	after := q.part.cut(stretch{q.at.start, line.end})
	below := q.part.below
	if line.end < len(q.part.text) {
		below = q.part.cut(stretch{line.end + 1, endOfLine(q.part.text, line.end+1)})
	}
	return cmp.Or(after.firstAddress(), before.lastAddress(), n.below(below))
}

func (n numbered) below(line shownText) string {
	if number, _, ok := cutNumber(line.text); ok {
		return n[number]
	}
	if len(line.links) > 0 && strings.TrimSpace(line.text[:line.links[0].at]) == "" {
		return line.links[0].url
	}
	return ""
}

// cutNumber cuts a line such as "[2] North Bulletin" after its number.
func cutNumber(line string) (number, rest string, ok bool) {
	const digits, most = "0123456789", 4
	number, rest, closed := strings.Cut(line, "] ")
	number, opened := strings.CutPrefix(number, "[")
	ok = opened && closed && number != "" && len(number) <= most && strings.Trim(number, digits) == ""
	return number, rest, ok
}

// endOfLine returns where the line ends that holds a place.
func endOfLine(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}
