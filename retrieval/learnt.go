package retrieval

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"pullquote/retrieval/analysis"
	"pullquote/retrieval/terms"
)

// learning counts what texts tell of their own words.
type learning struct {
	abbreviations tallies // short forms and their long forms
	hyphened      hyphened
}

// learnt is what texts have told, with how often they did: of short forms their long forms, and of what words written with a
// hyphen are without, as terms, how they are written.
type learnt struct{ abbreviations, compounds terms.Said }

// tallies counts what is said of a word.
type tallies map[string]map[string]int

func newLearning() learning { return learning{abbreviations: tallies{}} }

// learn takes note of what a text tells.
func (l *learning) learn(text string, a *analysis.Analyzer) {
	l.abbreviations.learnAbbreviations(text, a.IsForm)
	l.hyphened.learn(text)
}

// finish returns what was told.
func (l *learning) finish(a *analysis.Analyzer) learnt {
	return learnt{l.abbreviations.table(), l.hyphened.compounds(a).table()}
}

// and returns what either has learnt.
func (l learnt) and(o learnt) learnt {
	both := func(a, b terms.Said) terms.Said { return told{{a, b}}.sum().table() }
	return learnt{both(l.abbreviations, o.abbreviations), both(l.compounds, o.compounds)}
}

// note counts times more that a thing is said of a word. It keeps no text that they are part of.
func (t tallies) note(word, said string, times int) {
	if t[word] == nil {
		t[strings.Clone(word)] = map[string]int{}
	}
	t[word][strings.Clone(said)] += times
}

// table returns what was counted.
func (t tallies) table() terms.Said {
	return terms.NewSaid(func(yield func(terms.Saying) bool) {
		for _, word := range slices.Sorted(maps.Keys(t)) {
			for _, said := range slices.Sorted(maps.Keys(t[word])) {
				if !yield(terms.Saying{Word: word, Text: said, Times: t[word][said]}) {
					return
				}
			}
		}
	})
}

// told is what the tables of the first list say, less what those of the second do.
type told [2][]terms.Said

// sum returns all that is left.
func (s told) sum() tallies { return s.tally(terms.Said.All) }

// most returns what is said most often of a word, of several alike the first in the alphabet.
func (s told) most(word string) string {
	of := s.tally(func(t terms.Said) iter.Seq[terms.Saying] { return t.Of(word) })[word]
	best, said := 0, ""
	for _, text := range slices.Sorted(maps.Keys(of)) {
		if n := of[text]; n > best {
			best, said = n, text
		}
	}
	return said
}

// tally counts what is found in each table, and leaves out what nothing is left of.
func (s told) tally(find func(terms.Said) iter.Seq[terms.Saying]) tallies {
	t := tallies{}
	for i, tables := range s {
		for _, table := range tables {
			for x := range find(table) {
				t.add(x, 1-2*i)
			}
		}
	}
	return t
}

// add counts a saying sign times.
func (t tallies) add(x terms.Saying, sign int) {
	of := t[x.Word]
	if of == nil {
		of = map[string]int{}
		t[x.Word] = of
	}
	if of[x.Text] += sign * x.Times; of[x.Text] == 0 {
		delete(of, x.Text)
	}
	if len(of) == 0 {
		delete(t, x.Word)
	}
}
