// Package concept knows which words of a source can answer a word of a question when the two are not the same word: a
// question says arrested and the source detained, killed and died, injured and needed medical attention. It is a lexicon
// written by hand, general English only, of the things that questions ask about. What it leaves out on purpose are the
// words whose other meanings are commoner: "kill" does not bring "go", "pass" and "exit". Words that mean it only in
// some company name that company: "hold" is arrest where police or suspects are near.
//
// The words are base forms. Whoever matches them against text reduces both sides with [pullquote/retrieval/analysis]:
// a word and its kin never reduce to the same term.
package concept

import (
	"cmp"
	_ "embed"
	"iter"
	"maps"
	"slices"
	"sync"
)

// Word is a word, or an expression of several, of a question or a source.
type Word struct {
	// Text is the word, or the words of the expression with spaces between them. A * among them stands for up to three
	// words of any kind.
	Text string
	// Context names the words of which one must stand near; "" where none is needed. See [Context].
	Context string
}

// Kin is a word that can stand in a source for a word of a question.
type Kin struct {
	Word
	// Weight is in (0, 1]: how safely the word says what was asked, 1 for another form of the same word.
	Weight float64
}

// All yields everything that a question can say, in alphabetical order, with the words that can stand for it, the safest
// first. The slices are shared: do not change them.
func All() iter.Seq2[Word, []Kin] {
	return func(yield func(Word, []Kin) bool) {
		words := builtin().words
		for _, w := range slices.SortedFunc(maps.Keys(words), compareWords) {
			if !yield(w, words[w]) {
				return
			}
		}
	}
}

// Context returns the words of a context, nil if there is none of the name. The slice is shared: do not change it.
func Context(name string) []string { return builtin().contexts[name] }

func compareWords(a, b Word) int {
	return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Context, b.Context))
}

var (
	//go:embed concepts.txt
	concepts string
	//go:embed expressions.txt
	expressions string
	//go:embed derivations.txt
	derivations string
	//go:embed demonyms.txt
	demonyms string
)

// expanded is a lexicon with the kin of every form of every word.
type expanded struct {
	words    map[Word][]Kin
	contexts map[string][]string
}

var builtin = sync.OnceValue(func() expanded {
	l, err := read(
		file{"concepts.txt", concepts}, file{"expressions.txt", expressions},
		file{"derivations.txt", derivations}, file{"demonyms.txt", demonyms},
	)
	if err != nil {
		panic("concept: " + err.Error())
	}
	return expanded{l.expand(), l.contexts}
})
