package corpus

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wording is what somebody quotes, cut into fragments where it leaves something out.
type wording []fragment

// fragment is a run of quoted words. lead and tail are the punctuation around core, which whoever quotes may have put
// there.
type fragment struct {
	words            []string // as they were given
	lead, core, tail []byte   // folded
}

const (
	// leastWords is how many words a fragment beside an ellipsis has at least; with fewer, the ellipsis is taken for
	// one that stands in the source.
	leastWords = 2
	// mostLeftOut is how many bytes may be left out between two fragments, folded.
	mostLeftOut = 2000
)

var elision = regexp.MustCompile(`[\[(]\s*(?:…|\.{3,})\s*[\])]|…|\.{3,}`)

// newWording returns nil for words without a letter or digit.
func newWording(words string) wording {
	var cut wording
	for _, s := range elision.Split(words, -1) {
		if strings.ContainsFunc(s, func(r rune) bool { return isWordRune(r) && isSeen(r) }) {
			cut = append(cut, newFragment(s))
		}
	}
	if len(cut) > 1 && slices.ContainsFunc(cut, fragment.isShort) {
		return wording{newFragment(words)}
	}
	return cut
}

func newFragment(s string) fragment {
	s = strings.TrimFunc(s, func(r rune) bool { return !isSeen(r) })
	var f folding
	f.fold(s)
	start, end := 0, len(f.text)
	for start < end && isPunctuation(f.text[start]) && !isSign(f.text[start:]) {
		start++
	}
	for start < end && isPunctuation(f.text[end-1]) {
		end--
	}
	return fragment{strings.Fields(s), f.text[:start], f.text[start:end], f.text[end:]}
}

// isPunctuation reports whether c, folded, parts sentences and says nothing by itself, unlike a percent sign.
func isPunctuation(c byte) bool { return strings.IndexByte(" .,;:!?'()[]-", c) >= 0 }

// isSign reports whether s begins with a sign that belongs to the number after it: -5, .5.
func isSign(s []byte) bool {
	return (s[0] == '-' || s[0] == '.') && isDigitAt(string(s[:min(2, len(s))]), 1)
}

// isShort reports whether f has fewer than leastWords words. A character of a script without spaces counts as one.
func (f fragment) isShort() bool {
	n := 0
	for w := range bytes.FieldsFuncSeq(f.core, isNoWord) {
		first, _ := utf8.DecodeRune(w)
		if n++; unicode.In(first, unspaced...) {
			n += utf8.RuneCount(w) - 1
		}
	}
	return n < leastWords
}

// isExactly reports whether a text holds the characters of f as they were given, white space aside.
func (f fragment) isExactly(text string) bool { return slices.Equal(strings.Fields(text), f.words) }

// next returns the places of the cores of the first occurrence in text[from:], nil if there is none. Of several places
// of the first fragment before the second the last one counts.
func (w wording) next(text []byte, from int) []Span {
	for {
		first, ok := w[0].next(text, from, len(text))
		if !ok {
			return nil
		}
		found := w.follow(text, first)
		if len(found) == len(w) && (len(w) == 1 || !w[0].isIn(text, first.End, found[1].Start)) {
			return found
		}
		from = first.Start + 1
	}
}

// follow returns the place of the first fragment and of as many as follow it.
func (w wording) follow(text []byte, first Span) []Span {
	found := []Span{first}
	for _, f := range w[1:] {
		from := found[len(found)-1].End
		at, ok := f.next(text, from, min(len(text), from+mostLeftOut+len(f.core)))
		if !ok {
			break
		}
		found = append(found, at)
	}
	return found
}

func (f fragment) isIn(text []byte, from, to int) bool {
	_, ok := f.next(text, from, to)
	return ok
}

// next returns the first place of the core of f in text[from:to].
func (f fragment) next(text []byte, from, to int) (at Span, ok bool) {
	for start := from; start < to; start++ {
		i := bytes.Index(text[start:to], f.core)
		if i < 0 {
			return Span{}, false
		}
		start += i
		if end := start + len(f.core); isApart(text, start, end) {
			return Span{start, end}, true
		}
	}
	return Span{}, false
}

// widen returns the places of the fragments whose cores were found, with as much of lead and tail as stands there.
func (w wording) widen(text []byte, cores []Span) []Span {
	var out []Span
	end := 0
	for i, f := range w {
		at := cores[i]
		at.Start -= f.leadLen(text[end:at.Start])
		at.End += f.tailLen(text[at.End:])
		out, end = append(out, at), at.End
	}
	return out
}

// leadLen returns how much of lead before ends with.
func (f fragment) leadLen(before []byte) int {
	n := 0
	for n < min(len(before), len(f.lead)) && before[len(before)-n-1] == f.lead[len(f.lead)-n-1] {
		n++
	}
	return len(bytes.TrimLeft(before[len(before)-n:], " "))
}

// tailLen returns how much of tail after begins with.
func (f fragment) tailLen(after []byte) int {
	n := 0
	for n < min(len(after), len(f.tail)) && after[n] == f.tail[n] {
		n++
	}
	return len(bytes.TrimRight(after[:n], " "))
}

// isApart reports whether text[start:end] begins and ends where words and numbers do: "art of" does not stand in "start
// of", "5 per cent" not in "3.5 per cent" and "we can" not in "we can't".
func isApart(text []byte, start, end int) bool {
	before, after := text[:start], text[end:]
	first, _ := utf8.DecodeRune(text[start:])
	last, _ := utf8.DecodeLastRune(text[:end])
	previous, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(after)
	switch {
	case areJoined(previous, first), areJoined(last, next):
		return false
	case unicode.IsDigit(first) && numberBefore.Match(before[max(0, len(before)-2):]),
		unicode.IsDigit(last) && numberAfter.Match(after[:min(2, len(after))]):
		return false
	}
	return last != 'n' || !negation.Match(after[:min(3, len(after))])
}

// What must not stand beside words, folded: the rest of a number, and the end of "can't".
var (
	numberBefore = regexp.MustCompile(`^[0-9][.,]$`)
	numberAfter  = regexp.MustCompile(`^[.,][0-9]$`)
	negation     = regexp.MustCompile(`^'t(?:\PL|$)`)
)

// areJoined reports whether two neighbours are of one word.
func areJoined(a, b rune) bool {
	return isWordRune(a) && isWordRune(b) && !unicode.In(a, unspaced...) && !unicode.In(b, unspaced...)
}
