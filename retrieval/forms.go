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

// hasForms reports whether a term is a word, and long enough to be told by its letters.
func hasForms(term string) bool {
	letters := utf8.RuneCountInString(term)
	return leastForm <= letters && letters <= mostLetters && strings.IndexFunc(term, unicode.IsDigit) < 0
}

// forms returns the terms that are forms of a term, the safest first.
func (t *tongue) forms(term string) []kin {
	if !hasForms(term) {
		return nil
	}
	found := map[string]float64{}
	add := func(form string, weight float64) {
		if form != term {
			found[form] = max(found[form], weight)
		}
	}
	t.alikeFirst(term, add)
	t.alikeLast(term, add)
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
func (t *tongue) alikeFirst(term string, add func(string, float64)) {
	length := utf8.RuneCountInString(term)
	for form := range t.vocabulary.Prefixed(string([]rune(term)[:leastForm])) {
		if !hasForms(form) {
			continue
		}
		other, alike := utf8.RuneCountInString(form), lettersAlike(term, form)
		share := float64(alike) / float64(max(length, other))
		switch {
		case share >= formShare:
			add(form, alikeWeight*share)
		case t.analyzer.HasCompounds() && alike == min(length, other):
			add(form, modifierWeight)
		}
	}
}

// alikeLast adds the terms that end with a term, and those that it ends with.
func (t *tongue) alikeLast(term string, add func(string, float64)) {
	letters := []rune(term)
	ends := slices.Collect(t.vocabulary.Suffixed(term))
	for n := leastForm; n < len(letters); n++ {
		if end := string(letters[len(letters)-n:]); t.frequency(end) > 0 {
			ends = append(ends, end)
		}
	}
	for _, end := range ends {
		if !hasForms(end) {
			continue
		}
		other := utf8.RuneCountInString(end)
		share := float64(min(len(letters), other)) / float64(max(len(letters), other))
		switch {
		case t.analyzer.HasCompounds():
			add(end, compoundWeight)
		case share >= formShare:
			add(end, alikeWeight*share)
		}
	}
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
