package corpus

import (
	"bytes"
	"slices"
	"strings"
)

// Carries reports whether the sentences of q stand in d too, whole and one after another; furniture between them does not
// count. ok is true where they differ at most in what a person who copies them changes without noticing, as in Find;
// exact is true where they are the very characters, white space aside. A document carries its own quotes, and none
// carries the zero Quote.
func (d *Document) Carries(q Quote) (exact, ok bool) {
	if q.doc == nil {
		return false, false
	}
	want := q.folded()
	b := d.body()
	var f folding
	for at := 0; at+len(want) <= len(b.sentences); at++ {
		if !f.carries(b, at, want) {
			continue
		}
		ok = true
		if here := (Quote{d, at, at + len(want)}); slices.Equal(strings.Fields(here.Text()), strings.Fields(q.Text())) {
			return true, true
		}
	}
	return false, ok
}

// folded returns the folded sentences of q.
func (q Quote) folded() [][]byte {
	var out [][]byte
	b := q.doc.body()
	for _, s := range b.sentences[q.first:q.last] {
		var f folding
		f.fold(b.text[s.Start:s.End])
		out = append(out, f.text)
	}
	return out
}

// carries reports whether the sentences of b from at on are those wanted when they are folded.
func (f *folding) carries(b *body, at int, want [][]byte) bool {
	for i, w := range want {
		s := b.sentences[at+i]
		if !f.makes(w, b.text[s.Start:s.End]) {
			return false
		}
	}
	return true
}

// makes reports whether a text is the one wanted when it is folded. It gives up at the first difference: most sentences
// differ in their first letters.
func (f *folding) makes(want []byte, source string) bool {
	f.source, f.text, f.runes = source, f.text[:0], foldedRunes()
	for i := 0; i < len(source) && bytes.HasPrefix(want, f.text); {
		i = f.next(i)
	}
	return bytes.Equal(f.text, want)
}
