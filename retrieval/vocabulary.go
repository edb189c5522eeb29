package retrieval

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// vocabulary numbers the terms of one language and counts the passages that hold them, if any: terms that a question can
// be bridged by are numbered too. It is filled while the library is opened and only read afterwards.
type vocabulary struct {
	numbers  map[string]uint32
	terms    []string
	passages []int  // by number: how many hold the term in their text or title
	small    []bool // by number: whether some text has it in small letters
}

// number returns the number of a term, giving it the next one if it is new.
func (v *vocabulary) number(term string) uint32 {
	n, known := v.numbers[term]
	if !known {
		n = uint32(len(v.terms))
		v.numbers[term] = n
		v.terms = append(v.terms, term)
		v.passages = append(v.passages, 0)
		v.small = append(v.small, false)
	}
	return n
}

// nothing is the number of no term.
const nothing = ^uint32(0)

// find returns the number of a term, nothing if it has none.
func (v *vocabulary) find(term string) uint32 {
	if n, known := v.numbers[term]; known {
		return n
	}
	return nothing
}

// count counts one more passage, which holds the terms of the fields.
func (v *vocabulary) count(fields ...[]occurrence) {
	var numbers []uint32
	for _, f := range fields {
		for _, o := range f {
			numbers = append(numbers, o.term)
		}
	}
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		v.passages[n]++
	}
}

// countSmall takes note of the terms that a passage has in small letters.
func (v *vocabulary) countSmall(passage string, text []occurrence) {
	for _, o := range text {
		if r, _ := utf8.DecodeRuneInString(passage[o.start:]); unicode.IsLower(r) {
			v.small[o.term] = true
		}
	}
}

// frequency returns the number of passages that hold a term in their text or title.
func (v *vocabulary) frequency(term string) int {
	if n, known := v.numbers[term]; known {
		return v.passages[n]
	}
	return 0
}

// spell returns the terms of a text.
func (v *vocabulary) spell(text []occurrence) []string {
	out := make([]string, len(text))
	for i, o := range text {
		out[i] = v.terms[o.term]
	}
	return out
}
