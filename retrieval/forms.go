package retrieval

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Other forms of a word of the question are looked for among the terms of the corpus itself, because no stemmer joins
// what derivation and composition part: the question says "verhandelt" and "Bruch", the source "Verhandlung" and
// "Deichbruch". Two terms are taken for forms of one word
//
//   - when they begin alike and what is alike is most of both;
//   - when one ends with the other and is little longer or, in a language that writes compounds as one word, whatever is
//     before it: the end of a compound is what it names. Its beginning counts less.
//
// The weights were tuned on questions in eight languages; a quarter more or less changes nothing.
const (
	leastForm      = 4  // letters that two forms have alike
	formShare      = .6 // of the longer one's letters that are alike
	alikeWeight    = .8 // times that share
	compoundWeight = .6
	modifierWeight = .4
	mostForms      = 8
)

// forms finds terms of a vocabulary that are other forms of a word.
type forms struct {
	compounds bool     // the language writes them as one word
	forward   []string // the terms that have forms, sorted
	backward  []string // the same from their ends, sorted
}

// newForms reads the terms of a language, which may write compounds as one word.
func newForms(compounds bool, terms []string) *forms {
	f := &forms{compounds: compounds}
	for _, t := range terms {
		if hasForms(t) {
			f.forward = append(f.forward, t)
			f.backward = append(f.backward, reversed(t))
		}
	}
	slices.Sort(f.forward)
	slices.Sort(f.backward)
	return f
}

// hasForms reports whether a term is a word, and long enough to be told by its letters.
func hasForms(term string) bool {
	letters := utf8.RuneCountInString(term)
	return leastForm <= letters && letters <= mostLetters && strings.IndexFunc(term, unicode.IsDigit) < 0
}

// of returns the terms that are forms of a term, the safest first.
func (f *forms) of(term string) []kin {
	if !hasForms(term) {
		return nil
	}
	found := map[string]float64{}
	add := func(form string, weight float64) {
		if form != term {
			found[form] = max(found[form], weight)
		}
	}
	f.alikeFirst(term, add)
	f.alikeLast(term, add)
	var out []kin
	for form, weight := range found {
		out = append(out, kin{form, weight, form})
	}
	slices.SortFunc(out, func(a, b kin) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term))
	})
	return out[:min(len(out), mostForms)]
}

// alikeFirst adds the terms that begin like a term.
func (f *forms) alikeFirst(term string, add func(string, float64)) {
	length := utf8.RuneCountInString(term)
	for _, t := range withPrefix(f.forward, string([]rune(term)[:leastForm])) {
		other, alike := utf8.RuneCountInString(t), lettersAlike(term, t)
		share := float64(alike) / float64(max(length, other))
		switch {
		case share >= formShare:
			add(t, alikeWeight*share)
		case f.compounds && alike == min(length, other):
			add(t, modifierWeight)
		}
	}
}

// alikeLast adds the terms that end with a term, and those that it ends with.
func (f *forms) alikeLast(term string, add func(string, float64)) {
	letters := []rune(reversed(term))
	ends := slices.Clone(withPrefix(f.backward, string(letters)))
	for n := leastForm; n < len(letters); n++ {
		if end := string(letters[:n]); isIn(f.backward, end) {
			ends = append(ends, end)
		}
	}
	for _, end := range ends {
		other := utf8.RuneCountInString(end)
		share := float64(min(len(letters), other)) / float64(max(len(letters), other))
		switch {
		case f.compounds:
			add(reversed(end), compoundWeight)
		case share >= formShare:
			add(reversed(end), alikeWeight*share)
		}
	}
}

// withPrefix returns the part of sorted strings that begin with a prefix.
func withPrefix(sorted []string, prefix string) []string {
	first, _ := slices.BinarySearch(sorted, prefix)
	end := first
	for end < len(sorted) && strings.HasPrefix(sorted[end], prefix) {
		end++
	}
	return sorted[first:end]
}

func isIn(sorted []string, s string) bool {
	_, ok := slices.BinarySearch(sorted, s)
	return ok
}

// lettersAlike returns how many letters two terms have alike from their beginning.
func lettersAlike(a, b string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		x, size := utf8.DecodeRuneInString(a)
		if y, _ := utf8.DecodeRuneInString(b); x != y {
			break
		}
		a, b, n = a[size:], b[size:], n+1
	}
	return n
}

func reversed(s string) string {
	letters := []rune(s)
	slices.Reverse(letters)
	return string(letters)
}
