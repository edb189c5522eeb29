package corpus

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words are compared in a folded form, in which two texts are equal that differ only in what a person who copies a
// sentence changes without noticing:
//
//   - runs of white space are one space, and runs of dashes and hyphens one hyphen;
//   - every quotation mark and apostrophe is an apostrophe, and an ellipsis is three stops;
//   - letters are small, and accents are characters of their own (Unicode's canonical decomposition);
//   - unseen characters are left out.
//
// Folding makes some characters longer and some shorter, so it works character by character, accents with their letter,
// and a place is found again in the source by folding once more and counting.

// folding holds a text and its folded form. It may be used again for another text.
type folding struct {
	source string
	text   []byte
	runes  []foldedRune
}

func (f *folding) fold(source string) {
	f.source, f.text, f.runes = source, f.text[:0], foldedRunes()
	for i := 0; i < len(source); {
		if n := f.putPlain(source[i:]); n > 0 {
			i += n
			continue
		}
		i = f.next(i)
	}
}

// putPlain appends the folded form of the part at the beginning of s in which every byte stands for one, and returns its
// length. No accent may follow.
func (f *folding) putPlain(s string) int {
	end := len(f.text)
	f.text = slices.Grow(f.text, len(s))
	out := f.text[end : end+len(s)]
	n := 0
	for n < len(s) {
		c := plainBytes[s[n]]
		if c == 0 || c == ' ' && (n == 0 || out[n-1] == ' ') {
			break
		}
		out[n] = c
		n++
	}
	if n > 0 && n < len(s) && s[n] >= utf8.RuneSelf {
		n--
	}
	f.text = f.text[:end+n]
	return n
}

// plainBytes are the folded forms of those ASCII characters that fold to one byte wherever they stand, but for runs of
// spaces, and 0 for other bytes.
var plainBytes = foldBytes()

func foldBytes() (folded [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		if s := foldRune(rune(c)); len(s) == 1 && s != "-" {
			folded[c] = s[0]
		}
	}
	return folded
}

// next folds the character at place i of the source and returns the place of the one after it.
func (f *folding) next(i int) int {
	r, n := rune(f.source[i]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(f.source[i:])
	}
	if int(r) < len(f.runes) && f.startsAt(i+n) {
		f.put(f.runes[r].folded)
		return i + n
	}
	n = norm.NFD.NextBoundaryInString(f.source[i:], true)
	f.put(foldCharacter(f.source[i : i+n]))
	return i + n
}

// startsAt reports whether a character is known to start, or the text to end, at place i.
func (f *folding) startsAt(i int) bool {
	if i == len(f.source) || f.source[i] < utf8.RuneSelf {
		return true
	}
	r, _ := utf8.DecodeRuneInString(f.source[i:])
	return int(r) < len(f.runes) && f.runes[r].starts
}

// put appends a folded character, less what goes on with a run that counts as one.
func (f *folding) put(s string) {
	if n := len(f.text); n > 0 && s != "" && (s[0] == ' ' || s[0] == '-') && f.text[n-1] == s[0] {
		s = s[1:]
	}
	f.text = append(f.text, s...)
}

// sourceSpans returns the places in the source of ranges of the folded text. A run that counts as one is whole at the
// end of a place. A range that begins or ends inside a character has a negative Start or End.
func (f *folding) sourceSpans(ranges []Span) []Span {
	spans := make([]Span, len(ranges))
	starts := sortedBy(ranges, func(s Span) int { return s.Start })
	ends := sortedBy(ranges, func(s Span) int { return s.End })
	again := folding{f.source, f.text[:0], f.runes} // writes the same bytes once more
	last := 0                                       // the end of the last character that was seen
	endAt := func(folded int) {
		for ; len(ends) > 0 && ranges[ends[0]].End <= folded; ends = ends[1:] {
			spans[ends[0]].End = placeIf(ranges[ends[0]].End == folded, last)
		}
	}
	for i := 0; i < len(f.source) && len(ends) > 0; {
		from := len(again.text)
		next := again.next(i)
		if len(again.text) > from {
			endAt(from)
			for ; len(starts) > 0 && ranges[starts[0]].Start <= from; starts = starts[1:] {
				spans[starts[0]].Start = placeIf(ranges[starts[0]].Start == from, i)
			}
		}
		if r, _ := utf8.DecodeRuneInString(f.source[i:]); len(again.text) > from || !isUnseen(r) {
			last = next
		}
		i = next
	}
	endAt(len(f.text))
	return spans
}

// sortedBy returns the indexes of ranges in the order of a place in them.
func sortedBy(ranges []Span, place func(Span) int) []int {
	order := make([]int, len(ranges))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(place(ranges[i]), place(ranges[j])) })
	return order
}

func placeIf(is bool, at int) int {
	if is {
		return at
	}
	return -1
}

// foldedRune is the folded form of a rune that stands alone.
type foldedRune struct {
	folded string
	starts bool // it starts a character, whatever stands before it
}

// foldedRunes returns the folded forms of the runes of Unicode's first plane, where nearly all text is.
var foldedRunes = sync.OnceValue(func() []foldedRune {
	const firstPlane = 1 << 16
	runes := make([]foldedRune, firstPlane)
	for r := range runes {
		s := string(rune(r))
		runes[r] = foldedRune{foldCharacter(s), norm.NFD.PropertiesString(s).BoundaryBefore()}
	}
	return runes
})

// foldCharacter folds a letter with its accents, or a sign.
func foldCharacter(s string) string {
	var out strings.Builder
	for _, r := range norm.NFD.String(s) {
		out.WriteString(foldRune(r))
	}
	return out.String()
}

func foldRune(r rune) string {
	switch {
	case unicode.IsSpace(r):
		return " "
	case isUnseen(r):
		return ""
	case r == '…':
		return "..."
	case r == 'ß', r == 'ẞ':
		return "ss"
	case unicode.Is(unicode.Quotation_Mark, r), strings.ContainsRune("`´ʹʼ′″", r):
		return "'"
	case unicode.Is(unicode.Dash, r):
		return "-"
	}
	return string(unicode.ToLower(unicode.ToUpper(r))) // ς and σ, ſ and s have one capital each
}
