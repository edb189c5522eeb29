package passages

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// author writes the sentences of one document.
type author struct {
	*rand.Rand
	language *language
	slots    []slot
	words    *vocabulary
	theme    *subject
	own      subject
	year     int // about which the document is
}

// The probabilities that a word of a sentence is exchanged for one of the subject, by its kind, that such a word is the
// document's own and not its theme's, and that a sentence states a plain fact.
const (
	exchangedWord = .2
	exchangedName = .85
	ownWord       = .3
	strayWord     = .12
	plainFact     = .12
)

// sentence draws a sentence as words and marks, the first word with a capital.
func (a *author) sentence() []string {
	var words []string
	if a.Float64() < plainFact {
		words = a.fact()
	} else {
		for _, w := range a.language.sentence(a.Rand) {
			words = append(words, a.exchange(w))
		}
	}
	words[0] = capital(words[0])
	return words
}

// exchange returns a word of the source, or one of the subject in its place.
func (a *author) exchange(w uint32) string {
	kind := a.slots[w]
	share := exchangedWord
	switch kind {
	case fixed:
		return a.language.words[w]
	case name, year, number:
		share = exchangedName
	}
	if a.Float64() >= share {
		return a.language.words[w]
	}
	return a.word(kind)
}

// word draws a word of the subject, or a figure.
func (a *author) word(kind slot) string {
	of := a.subject()
	switch kind {
	case noun:
		return favourite(a.Rand, of.nouns)
	case nouns:
		return plural(favourite(a.Rand, of.nouns))
	case adjective:
		return favourite(a.Rand, of.adjectives)
	case name:
		return favourite(a.Rand, of.names)
	case year:
		return strconv.Itoa(a.year - a.IntN(30))
	}
	return a.figure()
}

// subject returns what the next word is of.
func (a *author) subject() *subject {
	switch u := a.Float64(); {
	case u < strayWord:
		stray := a.words.subject(extent{1, 1, 1})
		return &stray
	case u < strayWord+ownWord:
		return &a.own
	}
	return a.theme
}

// figure draws a count: as many of one digit as of two, three and four.
func (a *author) figure() string {
	most := 10
	for range a.IntN(4) {
		most *= 10
	}
	return strconv.Itoa(1 + a.IntN(most-1))
}

// facts are sentences with places for words of the subject: N a name, ns nouns, n a noun, a an adjective, V a verb,
// Y a year, # a figure.
var facts = splitAll(
	"N V # ns in N in Y",
	"in Y N V the n of N",
	"the n of N V # a ns",
	"N V the a n because the ns of N were a",
	"more than # ns were V in N between Y and Y",
	"the a n was V by N in Y",
	"N , a n from N , V the a ns",
	"there were # ns in the n of N",
	"the n moved to N in Y because N V it",
	"the ns of N are a and have # ns",
	"by Y the n of N had V # ns",
	"N said that the a n V N in Y",
)

var verbs = strings.Fields(`counted built sold opened closed painted described measured lost found repaired carried
	studied designed collected bought moved founded rebuilt restored named defended attacked destroyed supplied planted
	surveyed recorded printed published praised refused visited crossed replaced imported exported discovered`)

var places = map[string]slot{"N": name, "ns": nouns, "n": noun, "a": adjective, "Y": year, "#": number}

func splitAll(sentences ...string) [][]string {
	out := make([][]string, len(sentences))
	for i, s := range sentences {
		out[i] = strings.Fields(s)
	}
	return out
}

func (a *author) fact() []string {
	var out []string
	for _, w := range facts[a.IntN(len(facts))] {
		kind, isPlace := places[w]
		switch {
		case isPlace:
			w = a.word(kind)
		case w == "V":
			w = verbs[a.IntN(len(verbs))]
		}
		out = append(out, w)
	}
	return out
}
