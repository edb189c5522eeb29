package passages

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Asker forms questions from the documents of a corpus that it is shown one after another.
type Asker struct {
	rng     *rand.Rand
	sorter  sorter
	grammar map[string]bool
	other   map[string]string // synonyms
	names   *mint
	kept    []Document // a random sample of those shown
	shown   int
	most    int
}

// Asker returns an asker for up to n questions about documents of g. It draws from its own seed, so that g makes the same
// documents with it and without.
func (g *Generator) Asker(s *Source, n int, seed uint64) *Asker {
	rng := rand.New(rand.NewPCG(seed, 1))
	a := &Asker{rng: rng, most: n, other: s.Lexicon.Synonyms, grammar: map[string]bool{}, names: newMint(rng, s.Lexicon.Names)}
	a.sorter = newSorter(g.language, s.Lexicon)
	for _, w := range grammarOf(g.language) {
		a.grammar[g.language.words[w]] = true
	}
	return a
}

// Show shows the next document. Every document that was shown is as likely to be asked about.
func (a *Asker) Show(d Document) {
	a.shown++
	if len(a.kept) < a.most {
		a.kept = append(a.kept, d)
	} else if i := a.rng.IntN(a.shown); i < a.most {
		a.kept[i] = d
	}
}

// The shares of questions that are no plain ones: one in so many is as short as a follow-up, of words that stand nowhere,
// or longWords words long.
const (
	shortEvery   = 25
	nowhereEvery = 50
	longEvery    = 125
	longWords    = 200
)

// Questions returns the questions about the documents that were shown, in a random order; none where none was shown.
func (a *Asker) Questions() []string {
	var out []string
	for i := 0; i < a.most && a.shown > 0; i++ {
		out = append(out, a.question(i, a.kept[i%len(a.kept)]))
	}
	a.rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (a *Asker) question(i int, d Document) string {
	switch {
	case i%longEvery == longEvery-1:
		return a.long(d)
	case i%nowhereEvery == nowhereEvery-1:
		return "Who is the " + a.nowhere() + " of " + capital(a.nowhere()) + "?"
	case i%shortEvery == shortEvery-2:
		return a.short(d)
	}
	return a.plain(d)
}

// A plain question has askedLeast to askedMost words.
const (
	askedLeast = 8
	askedMost  = 15
)

// plain asks for what a sentence of the document says, in most of its words; preferably for a name, a figure, a time, a
// place or a reason in it. A document whose sentences are all short gives a shorter question.
func (a *Asker) plain(d Document) string {
	const tries = 20
	var words []string
	for i := range tries {
		head, rest, certain := a.turn(a.sentence(d))
		rest = a.vary(rest)
		most := askedLeast + a.rng.IntN(askedMost-askedLeast+1) - len(head)
		words = append(head, a.trim(rest[:min(most, len(rest))])...)
		if len(words) >= askedLeast && (certain || i%4 == 3) {
			break
		}
	}
	return asked(words)
}

// trim takes words of grammar off the end, so that a question does not end in "of the".
func (a *Asker) trim(words []string) []string {
	for len(words) > 0 && a.grammar[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

func (a *Asker) sentence(d Document) Sentence {
	p := d.Paragraphs[a.rng.IntN(len(d.Paragraphs))]
	return p[a.rng.IntN(len(p))]
}

// turn makes a question of a sentence: the question words, and what remains to be said. It is certain where something of
// the kind that is asked for stands in the sentence.
func (a *Asker) turn(s Sentence) (head, rest []string, certain bool) {
	s = slices.DeleteFunc(slices.Clone(s), isMark)
	if kind := a.sorter.slot(s[0]); kind != name {
		s[0] = strings.ToLower(s[0])
	}
	if i := slices.Index(s, "because"); i > 3 {
		return a.one("why did", "why was it that", "for what reason"), s[:i], true
	}
	for i, w := range s {
		kind := a.sorter.slot(w)
		switch {
		case kind == number && i+4 < len(s):
			return []string{"how", "many"}, append(slices.Clone(s[i+1:]), s[:i]...), true
		case kind == year && i > 4:
			return a.one("when did", "in what year did", "when was it that"), s[:i-1], true
		case kind == name && i == 0:
			return a.one("who", "who was it that", "which one"), s[1:], true
		case kind == name && i > 4 && s[i-1] == "in":
			return a.one("where did", "where is it that", "in which place did"), s[:i-1], true
		}
	}
	return a.one("what is", "what does it mean that", "how did", "what about", "is it true that", "which"), s, false
}

func (a *Asker) one(phrases ...string) []string {
	return strings.Fields(phrases[a.rng.IntN(len(phrases))])
}

// The probabilities that a word that carries meaning is left out of a question, or put as a synonym where it has one.
const (
	leftOut = .15
	resaid  = .15
)

// vary returns words as somebody who has not read them would put them.
func (a *Asker) vary(words []string) []string {
	var out []string
	for _, w := range words {
		u := a.rng.Float64()
		if !a.grammar[w] && u < leftOut {
			continue
		}
		if other := a.other[w]; other != "" && u > 1-resaid && !a.grammar[w] {
			w = other
		}
		out = append(out, w)
	}
	return out
}

// short asks as somebody who goes on asking.
func (a *Asker) short(d Document) string {
	head := a.one("and what about", "and", "why the", "how many", "who else in")
	words := slices.DeleteFunc(slices.Clone(a.sentence(d)), func(w string) bool { return a.grammar[w] || isMark(w) })
	return asked(append(head, words[:min(2, len(words))]...))
}

// long asks with much that was copied.
func (a *Asker) long(d Document) string {
	var words []string
	for len(words) < longWords {
		words = append(words, slices.DeleteFunc(slices.Clone(a.sentence(d)), isMark)...)
	}
	return asked(words[:longWords])
}

// nowhere coins a word with letters that no other word has together.
func (a *Asker) nowhere() string { return strings.ToLower(a.names.coin()) + "zqx" }

// asked writes words as a question.
func asked(words []string) string { return capital(strings.Join(words, " ")) + "?" }
