package message

import (
	"sort"
	"strings"
)

// shownText is a part of somebody's message as Discord shows it.
type shownText struct {
	text  string
	links []address // in the order of their places
}

// address is a web address and the place in the text where it begins or, for a masked link, where the link's text ends.
type address struct {
	at  int
	url string
}

// cut returns a part of s with its links.
func (s shownText) cut(at stretch) shownText {
	out := shownText{text: s.text[at.start:at.end]}
	first := sort.Search(len(s.links), func(i int) bool { return s.links[i].at >= at.start })
	for _, a := range s.links[first:] {
		if a.at > at.end {
			break
		}
		out.links = append(out.links, address{a.at - at.start, a.url})
	}
	return out
}

// firstAddress returns the first address of s, "" without one.
func (s shownText) firstAddress() string {
	if len(s.links) == 0 {
		return ""
	}
	return s.links[0].url
}

func (s shownText) lastAddress() string {
	if len(s.links) == 0 {
		return ""
	}
	return s.links[len(s.links)-1].url
}

// unmark takes the markup off a part of a message: backslashes, paired marks of emphasis, spoilers and code, and of
// masked links all but the text. Marks without a partner stay, as Discord shows them. It reads raw once.
func unmark(raw string) shownText { return newUnmarking(raw).read() }

// unmarkWords is unmark without what is no words: addresses, mentions, timestamps and custom emoji.
func unmarkWords(raw string) string {
	u := newUnmarking(raw)
	u.words = true
	return u.read().text
}

// unmarking is a text that is being read. All places are in raw.
type unmarking struct {
	raw     string
	drop    []bool // the bytes that are not shown
	links   []address
	open    map[string]int // the marks of emphasis that wait for their partner
	code    map[int]int    // the runs of backticks and, for each, the next one as long
	bracket int            // the last opening bracket, -1 without one
	words   bool           // what is no words is not shown
}

func newUnmarking(raw string) *unmarking {
	return &unmarking{raw: raw, drop: make([]bool, len(raw)), open: map[string]int{}, code: codeMarks(raw), bracket: -1}
}

func (u *unmarking) read() shownText {
	for i := 0; i < len(u.raw); {
		i += u.step(i)
	}
	return u.shown()
}

// step reads what stands at i and returns its length.
func (u *unmarking) step(i int) int {
	rest := u.raw[i:]
	switch {
	case rest[0] == '\\' && len(rest) > 1 && isPunctuation(rest[1]):
		u.hide(i, 1)
		return 2
	case rest[0] == '`':
		return u.codeAt(i)
	case rest[0] == '[':
		u.bracket = i
	case u.bracket >= 0 && strings.HasPrefix(rest, "]("):
		return u.maskedLink(i)
	case rest[0] == '<' && isAddress(rest[1:]), isAddress(rest):
		return u.bareLink(i)
	case u.words && tagLength(rest) > 0:
		u.hide(i, tagLength(rest))
		return tagLength(rest)
	}
	if m := emphasisMark(rest); m != "" {
		u.emphasis(i, m)
		return len(m)
	}
	return 1
}

func (u *unmarking) hide(at, length int) {
	for i := range length {
		u.drop[at+i] = true
	}
}

// codeAt hides the marks of code at i and of its end, and shows what is between them as it stands.
func (u *unmarking) codeAt(i int) int {
	n := len(u.raw[i:]) - len(strings.TrimLeft(u.raw[i:], "`"))
	end, ok := u.code[i]
	if !ok {
		return n
	}
	u.hide(i, n)
	u.hide(end, n)
	return end + n - i
}

// codeMarks returns for every run of backticks the place of the next one that is as long.
func codeMarks(s string) map[int]int {
	next, last := map[int]int{}, map[int]int{}
	for i := 0; i < len(s); i++ {
		start := i
		for i < len(s) && s[i] == '`' {
			i++
		}
		if n := i - start; n > 0 {
			if before, ok := last[n]; ok {
				next[before] = start
			}
			last[n] = start
		}
	}
	return next
}

// shown returns what is left, with the places of the links in it.
func (u *unmarking) shown() shownText {
	s := shownText{links: u.links}
	var b strings.Builder
	next := 0
	for i := range len(u.raw) {
		for next < len(s.links) && s.links[next].at == i {
			s.links[next].at = b.Len()
			next++
		}
		if !u.drop[i] {
			b.WriteByte(u.raw[i])
		}
	}
	s.text = b.String()
	return s
}

func isPunctuation(c byte) bool { return c > ' ' && c < 0x7f && !isASCIIWord(c) }

func isASCIIWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
