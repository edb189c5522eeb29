// Package concept knows which words of a source can answer a word of a question when the two are not the same word: a
// question says arrested and the source detained, killed and died, leave and withdraw. It is a lexicon written by hand,
// general English only, of the things that questions ask about. What it leaves out on purpose are the words whose
// other meanings are commoner: "kill" does not bring "go", "pass" and "exit".
//
// The words are base forms. Whoever matches them against text reduces both sides with [pullquote/retrieval/analysis]:
// a word and its kin never reduce to the same term.
package concept

import (
	_ "embed"
	"iter"
	"maps"
	"slices"
	"sync"
)

// Kin is a word that can stand in a source for a word of a question.
type Kin struct {
	Word string
	// Weight is in (0, 1]: how safely the word says what was asked, 1 for another form of the same word.
	Weight float64
}

// All yields every question word, in alphabetical order, with the words that can stand for it, the safest first. The
// slices are shared: do not change them.
func All() iter.Seq2[string, []Kin] {
	return func(yield func(string, []Kin) bool) {
		words := builtin()
		for _, w := range slices.Sorted(maps.Keys(words)) {
			if !yield(w, words[w]) {
				return
			}
		}
	}
}

//go:embed concepts.txt
var concepts string

//go:embed demonyms.txt
var demonyms string

var builtin = sync.OnceValue(func() map[string][]Kin {
	out := map[string][]Kin{}
	for _, file := range []struct{ name, text string }{{"concepts.txt", concepts}, {"demonyms.txt", demonyms}} {
		l, err := read(file.name, file.text)
		if err != nil {
			panic("concept: " + err.Error())
		}
		maps.Copy(out, l.expand())
	}
	return out
})
