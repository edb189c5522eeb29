package retrieval

import (
	"maps"
	"slices"
	"strings"
)

// learnt is what texts tell of their own words, with how often they do.
type learnt struct {
	abbreviations tallies // short forms and their long forms
	compounds     tallies // what words written with a hyphen are without, as terms, and how they are written
}

// tallies counts what is said of a word.
type tallies map[string]map[string]int

func newLearnt() learnt { return learnt{tallies{}, tallies{}} }

// sum adds what others have learnt, sign times.
func (l *learnt) sum(o learnt, sign int) {
	l.abbreviations.sum(o.abbreviations, sign)
	l.compounds.sum(o.compounds, sign)
}

// note counts times more that a thing is said of a word. It keeps no text that they are part of.
func (t tallies) note(word, said string, times int) {
	if t[word] == nil {
		t[strings.Clone(word)] = map[string]int{}
	}
	t[word][strings.Clone(said)] += times
}

func (t tallies) sum(o tallies, sign int) {
	for word, said := range o {
		for s, n := range said {
			if t[word] == nil {
				t[word] = map[string]int{}
			}
			if t[word][s] += sign * n; t[word][s] == 0 {
				delete(t[word], s)
			}
		}
		if len(t[word]) == 0 {
			delete(t, word)
		}
	}
}

// most returns what is said most often of a word, of several alike the first in the alphabet.
func (t tallies) most(word string) string {
	best, said := 0, ""
	for _, s := range slices.Sorted(maps.Keys(t[word])) {
		if n := t[word][s]; n > best {
			best, said = n, s
		}
	}
	return said
}
