// Package terms keeps how many passages hold the terms of a language, and finds terms by how they are written.
//
// A [Table] is sorted, takes little room, can be written to a file as it is, and does not change. A [Vocabulary] adds
// tables up and takes others off, so that documents can come and go.
package terms

import (
	"bytes"
	"encoding/binary"
	"errors"
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Count says how many passages hold a term.
type Count struct {
	// Passages hold it in their text or title, Small of them have it in small letters in their text.
	Passages, Small int
}

// NewTable returns a table of terms, which come in any order, each once. Aliases, if not nil, returns other spellings by which
// a term can be looked up.
func NewTable(counts iter.Seq2[string, Count], aliases func(term string) []string) Table {
	type counted struct {
		term string
		Count
	}
	var all []counted
	for t, n := range counts {
		all = append(all, counted{t, n})
	}
	slices.SortFunc(all, func(a, b counted) int { return strings.Compare(a.term, b.term) })
	b := tableBuilder{}
	for i, c := range all {
		b.add(c.term, c.Count)
		if aliases != nil {
			b.alias(i, aliases(c.term))
		}
	}
	return b.table()
}

// Table holds terms, sorted, and their counts. The zero Table has none. It does not change and is safe for concurrent use.
type Table struct {
	text    strings32 // the terms
	counts  words     // two for each term: passages, small
	shapes  words     // two for each term: Shape
	reverse words     // the terms in the order of their reversed letters
	alias   strings32 // other spellings, sorted
	aliased words     // the term of each
}

// strings32 are strings one after another, and where each of them ends.
type strings32 struct {
	all  []byte
	ends words
}

func (s strings32) len() int { return s.ends.len() }

// at returns string i, which must not be changed.
func (s strings32) at(i int) []byte {
	start := 0
	if i > 0 {
		start = s.ends.at(i - 1)
	}
	return s.all[start:s.ends.at(i)]
}

// words are numbers of four bytes in little-endian, as they are in files.
type words []byte

func (w words) len() int     { return len(w) / 4 }
func (w words) at(i int) int { return int(binary.LittleEndian.Uint32(w[4*i:])) }

// Len returns the number of terms.
func (t Table) Len() int { return t.text.len() }

// Term returns term i, 0 <= i < Len.
func (t Table) Term(i int) string { return string(t.text.at(i)) }

// Count returns the counts of term i.
func (t Table) Count(i int) Count { return Count{t.counts.at(2 * i), t.counts.at(2*i + 1)} }

// Find returns the counts of a term, which are 0 where the table does not hold it.
func (t Table) Find(term string) Count {
	if i := t.from(term); i < t.Len() && string(t.text.at(i)) == term {
		return t.Count(i)
	}
	return Count{}
}

// from returns the first term that does not come before another.
func (t Table) from(term string) int {
	return t.text.from(term)
}

// from returns the first of sorted strings that does not come before another.
func (s strings32) from(other string) int {
	return sort.Search(s.len(), func(i int) bool { return string(s.at(i)) >= other })
}

func (t Table) beginsWith(i int, prefix string) bool {
	return bytes.HasPrefix(t.text.at(i), []byte(prefix))
}

// Shape says roughly how a word is written.
type Shape struct {
	// Letters is the number of letters, 0 for a term that is not made of letters alone.
	Letters int
	// Set has a bit for every letter, some letters sharing one.
	Set uint32
}

// Shape returns the shape of term i.
func (t Table) Shape(i int) Shape {
	return Shape{t.shapes.at(2 * i), uint32(t.shapes.at(2*i + 1))}
}

// ErrFormat is the error of data that is no table.
var ErrFormat = errors.New("not a table of terms")

// parts returns the parts of a table in the order in which they are written.
func (t *Table) parts() []*words {
	return []*words{&t.text.ends, &t.counts, &t.shapes, &t.reverse, &t.alias.ends, &t.aliased}
}

// AppendBinary appends the table to b in the form that Read reads. It does not fail.
func (t Table) AppendBinary(b []byte) ([]byte, error) {
	lists := [][]byte{t.text.all, t.alias.all}
	for _, p := range t.parts() {
		lists = append(lists, *p)
	}
	return appendLists(b, lists), nil
}

// Read returns the table that data begins with and the rest of the data. The table keeps data.
func Read(data []byte) (t Table, rest []byte, err error) {
	lists := []*[]byte{&t.text.all, &t.alias.all}
	for _, p := range t.parts() {
		lists = append(lists, (*[]byte)(p))
	}
	if rest, err = readLists(data, lists); err == nil {
		err = t.check()
	}
	if err != nil {
		return Table{}, nil, err
	}
	return t, rest, nil
}

// check reports what would make a look into the table fail.
func (t *Table) check() error {
	n, a := t.text.len(), t.alias.len()
	if !t.text.isSound() || !t.alias.isSound() || t.counts.len() != 2*n || t.shapes.len() != 2*n || t.aliased.len() != a ||
		t.reverse.len() != n && t.reverse.len() != 0 {
		return ErrFormat
	}
	for _, list := range []words{t.reverse, t.aliased} {
		for i := range list.len() {
			if list.at(i) >= n {
				return ErrFormat
			}
		}
	}
	return nil
}

func (s strings32) isSound() bool {
	last := 0
	for i := range s.ends.len() {
		end := s.ends.at(i)
		if end < last {
			return false
		}
		last = end
	}
	return last == len(s.all)
}

// reversed returns the letters of a word from the last to the first.
func reversed(s string) string {
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		_, n := utf8.DecodeLastRuneInString(s)
		b = append(b, s[len(s)-n:]...)
		s = s[:len(s)-n]
	}
	return string(b)
}
