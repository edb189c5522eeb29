package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stretch is a half-open range of bytes of a text.
type stretch struct{ start, end int }

// opensWith are the quotation marks that can begin a quotation.
const opensWith = "“„”«»‹›『「‘‚\"'"

// closes returns the opening marks that r can close. The same mark opens in one language and closes in another:
// “English”, „German“, ”Swedish”, «French», »Danish«.
func closes(r rune) string {
	switch r {
	case '”':
		return "“„”"
	case '“':
		return "„"
	case '»':
		return "«"
	case '«':
		return "»"
	case '›':
		return "‹"
	case '‹':
		return "›"
	case '』':
		return "『"
	case '」':
		return "「"
	case '’':
		return "‘‚"
	case '‘':
		return "‚"
	case '"', '\'':
		return string(r)
	}
	return ""
}

// betweenMarks returns what stands between the outermost paired quotation marks of s, without the marks.
func betweenMarks(s string) []stretch {
	p := pairing{waiting: map[rune]int{}}
	before := ' '
	for at, r := range s {
		if m := (mark{r, at, min(len(s), at+utf8.RuneLen(r))}); isMark(r) {
			p.read(m, before, runeAfter(s, m.end))
		}
		before = r
	}
	return p.pairs
}

func isMark(r rune) bool { return closes(r) != "" || strings.ContainsRune(opensWith, r) }

// runeAfter returns the character of s at a place, a space at its end.
func runeAfter(s string, at int) rune {
	if at >= len(s) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}

// mark is a quotation mark and its place.
type mark struct {
	sign       rune
	start, end int
}

// pairing pairs marks in one pass: open ones wait on a stack, and one that closes takes those off that wait above its
// partner, which then have none.
type pairing struct {
	open    []mark
	waiting map[rune]int // how many of each wait, so that a mark without a partner costs no search
	pairs   []stretch
}

func (p *pairing) read(m mark, before, after rune) {
	switch {
	case mayClose(m.sign, before, after) && p.waits(closes(m.sign)):
		p.close(m)
	case mayOpen(m.sign, before, after):
		p.open = append(p.open, m)
		p.waiting[m.sign]++
	}
}

func (p *pairing) waits(marks string) bool {
	for _, r := range marks {
		if p.waiting[r] > 0 {
			return true
		}
	}
	return false
}

// close pairs m with the last mark that waits for it, and drops the pairs that stand inside.
func (p *pairing) close(m mark) {
	for {
		last := p.open[len(p.open)-1]
		p.open = p.open[:len(p.open)-1]
		p.waiting[last.sign]--
		if !strings.ContainsRune(closes(m.sign), last.sign) {
			continue
		}
		for len(p.pairs) > 0 && p.pairs[len(p.pairs)-1].start > last.end {
			p.pairs = p.pairs[:len(p.pairs)-1]
		}
		p.pairs = append(p.pairs, stretch{last.end, m.start})
		return
	}
}

// mayOpen reports whether a mark between two characters can begin a quotation. Marks that are apostrophes, signs of
// inches or closing marks elsewhere begin one only at the start of a word.
func mayOpen(r, before, after rune) bool {
	switch r {
	case '”', '»', '›', '"', '\'', '‘':
		return !isWordRune(before) && !unicode.IsSpace(after)
	}
	return strings.ContainsRune(opensWith, r)
}

// mayClose reports whether a mark between two characters can end a quotation. Marks that are apostrophes elsewhere end
// one only at the end of a word.
func mayClose(r, before, after rune) bool {
	switch r {
	case '\'', '’', '‘':
		return !unicode.IsSpace(before) && !isWordRune(after)
	case '"':
		return !unicode.IsSpace(before)
	}
	return closes(r) != ""
}
