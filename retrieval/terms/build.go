package terms

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tableBuilder makes a Table of terms that come sorted.
type tableBuilder struct {
	t       Table
	aliases []alias
}

// alias is another spelling of a term.
type alias struct {
	spelling string
	term     int
}

func (b *tableBuilder) add(term string, n Count) {
	b.t.text.append(term)
	b.t.counts = b.t.counts.append(n.Passages).append(n.Small)
	s := ShapeOf(term)
	b.t.shapes = b.t.shapes.append(s.Letters).append(int(s.Set))
}

func (s *strings32) append(x string) {
	s.all = append(s.all, x...)
	s.ends = s.ends.append(len(s.all))
}

func (w words) append(n int) words { return binary.LittleEndian.AppendUint32(w, uint32(n)) }

func (b *tableBuilder) alias(term int, spellings []string) {
	for _, s := range spellings {
		b.aliases = append(b.aliases, alias{s, term})
	}
}

// table returns the table of the terms added.
func (b *tableBuilder) table() Table {
	b.sortAliases()
	b.sortReversed()
	return b.t
}

func (b *tableBuilder) sortAliases() {
	slices.SortFunc(b.aliases, func(x, y alias) int {
		return cmp.Or(strings.Compare(x.spelling, y.spelling), cmp.Compare(x.term, y.term))
	})
	for _, a := range slices.Compact(b.aliases) {
		b.t.alias.append(a.spelling)
		b.t.aliased = b.t.aliased.append(a.term)
	}
}

// sortReversed orders the words among the terms by their ends.
func (b *tableBuilder) sortReversed() {
	type ending struct {
		reversed string
		term     int
	}
	all := make([]ending, b.t.Len())
	for i := range all {
		all[i] = ending{reversed(b.t.Term(i)), i}
	}
	slices.SortFunc(all, func(x, y ending) int { return strings.Compare(x.reversed, y.reversed) })
	for _, e := range all {
		b.t.reverse = b.t.reverse.append(e.term)
	}
}

// ShapeOf returns the shape of a word.
func ShapeOf(word string) Shape {
	if strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
		return Shape{}
	}
	s := Shape{Letters: utf8.RuneCountInString(word)}
	for _, r := range word {
		s.Set |= 1 << (uint32(r) % 32)
	}
	return s
}
