package passages

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Generator makes the documents of a corpus one after another. It is not safe for concurrent use.
type Generator struct {
	rng      *rand.Rand
	language *language
	slots    []slot
	words    *vocabulary
	themes   themes
	made     int
}

// New returns a generator of documents like those of a source. It panics on a source without sentences, nouns, adjectives
// or names of four letters or more.
func New(s *Source, seed uint64) *Generator {
	rng := rand.New(rand.NewPCG(seed, 0))
	l := newLanguage(s.Sentences)
	g := &Generator{rng: rng, language: l, slots: slots(l, s.Lexicon), words: newVocabulary(rng, s.Lexicon)}
	g.themes = themes{rng: rng, words: g.words}
	return g
}

// A folder holds up to perFolder documents, and every plainEvery-th document is plain text.
const (
	perFolder  = 200
	plainEvery = 4
)

// Next returns the next document.
func (g *Generator) Next() Document {
	a := author{Rand: g.rng, language: g.language, slots: g.slots, words: g.words, theme: g.themes.next(), own: g.words.subject(documentExtent)}
	a.year = 1800 + g.rng.IntN(225)
	d := Document{Title: a.title(), Author: a.word(name) + " " + a.word(name), Year: a.year}
	for range a.length() {
		d.Paragraphs = append(d.Paragraphs, a.paragraph())
	}
	d.Path = g.path(d.Title)
	g.made++
	return d
}

func (g *Generator) path(title string) string {
	extension := "md"
	if g.made%plainEvery == plainEvery-1 {
		extension = "txt"
	}
	slug := strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(title, ":", ""))), "-")
	return fmt.Sprintf("%04d/%07d-%s.%s", g.made/perFolder, g.made, slug, extension)
}

// A document has 1 to mostParagraphs paragraphs, short ones being more frequent, and a paragraph goes on until it has
// leastWords to mostWords words.
const (
	mostParagraphs = 30
	leastWords     = 20
	mostWords      = 90
)

func (a *author) length() int {
	u := a.Float64()
	return 1 + int(u*u*mostParagraphs*.6+u*mostParagraphs*.4)
}

func (a *author) paragraph() []Sentence {
	var out []Sentence
	for words, enough := 0, leastWords+a.IntN(mostWords-leastWords); words < enough; {
		s := a.sentence()
		out = append(out, s)
		words += len(s)
	}
	return out
}

var titles = splitAll("the a n of N", "N and the ns", "N : ns and ns", "a ns in N", "the n that V N", "the ns of N")

func (a *author) title() string {
	var words []string
	for _, w := range titles[a.IntN(len(titles))] {
		if kind, isPlace := places[w]; isPlace {
			w = a.word(kind)
		} else if w == "V" {
			w = verbs[a.IntN(len(verbs))]
		}
		words = append(words, w)
	}
	return capital(strings.TrimSuffix(Sentence(words).String(), "."))
}
