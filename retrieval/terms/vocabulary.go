package terms

import (
	"iter"
	"slices"
	"sort"
	"strings"
)

// Vocabulary holds the terms of several tables, with the counts of others taken off. What is left of a term with no
// passage is not there. The zero Vocabulary is empty.
type Vocabulary struct{ plus, minus []Table }

// NewVocabulary returns the terms of the tables plus, with the counts of those of minus taken off.
func NewVocabulary(plus, minus []Table) Vocabulary { return Vocabulary{plus, minus} }

// Count returns how many passages hold a term.
func (v Vocabulary) Count(term string) Count {
	var sum Count
	for _, t := range v.plus {
		n := t.Find(term)
		sum.Passages, sum.Small = sum.Passages+n.Passages, sum.Small+n.Small
	}
	for _, t := range v.minus {
		n := t.Find(term)
		sum.Passages, sum.Small = sum.Passages-n.Passages, sum.Small-n.Small
	}
	return sum
}

// All returns every term once, with its counts, in no order.
func (v Vocabulary) All() iter.Seq2[string, Count] {
	return func(yield func(string, Count) bool) {
		seen := map[string]bool{}
		for term := range v.Prefixed("") {
			if seen[term] {
				continue
			}
			seen[term] = true
			if !yield(term, v.Count(term)) {
				return
			}
		}
	}
}

func (v Vocabulary) has(term string) bool { return v.Count(term).Passages > 0 }

// Prefixed returns the terms that begin with a prefix, in no order; one may come more than once.
func (v Vocabulary) Prefixed(prefix string) iter.Seq[string] {
	return v.each(func(t Table, yield func(i int) bool) bool {
		for i := t.from(prefix); i < t.Len() && t.beginsWith(i, prefix); i++ {
			if !yield(i) {
				return false
			}
		}
		return true
	})
}

// Suffixed returns the terms that end with a suffix, as Prefixed does.
func (v Vocabulary) Suffixed(suffix string) iter.Seq[string] {
	key := reversed(suffix)
	return v.each(func(t Table, yield func(i int) bool) bool {
		first := sort.Search(t.reverse.len(), func(i int) bool { return reversed(t.Term(t.reverse.at(i))) >= key })
		for i := first; i < t.reverse.len() && strings.HasSuffix(t.Term(t.reverse.at(i)), suffix); i++ {
			if !yield(t.reverse.at(i)) {
				return false
			}
		}
		return true
	})
}

// Written returns the terms that have a spelling among their aliases, sorted.
func (v Vocabulary) Written(spelling string) []string {
	return slices.Compact(slices.Sorted(v.each(func(t Table, yield func(i int) bool) bool {
		for i := t.alias.from(spelling); i < t.alias.len() && string(t.alias.at(i)) == spelling; i++ {
			if !yield(t.aliased.at(i)) {
				return false
			}
		}
		return true
	})))
}

// Shaped returns the terms that begin with a prefix and have a shape that is accepted, as Prefixed does.
func (v Vocabulary) Shaped(prefix string, accept func(Shape) bool) iter.Seq[string] {
	return v.each(func(t Table, yield func(i int) bool) bool {
		for i := t.from(prefix); i < t.Len() && t.beginsWith(i, prefix); i++ {
			if accept(t.Shape(i)) && !yield(i) {
				return false
			}
		}
		return true
	})
}

// each returns the terms that find yields in the tables, of those that some passage holds still.
func (v Vocabulary) each(find func(t Table, yield func(i int) bool) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, t := range v.plus {
			ok := find(t, func(i int) bool {
				term := t.Term(i)
				return len(v.minus) > 0 && !v.has(term) || yield(term)
			})
			if !ok {
				return
			}
		}
	}
}
