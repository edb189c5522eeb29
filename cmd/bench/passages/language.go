package passages

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sort"
)

// language draws sentences as those of a source are: each word by the two before it, or, where those are seldom
// together, by the one before it. What follows a pair of words is looked up in the text itself, whose places are kept
// in the order of the two words that begin there.
type language struct {
	words  []string // by number; 0 is the end of a sentence
	text   []uint32 // the sentences as numbers, each ended by 0
	places []uint32 // places in text, by the word there and the word after it
	starts []uint32 // by word: the first of its places; one more than there are words
	total  []uint32 // by word: how often it stands in the text
}

const (
	end uint32 = 0

	// pairShare is the probability that a word is drawn by the two before it where that is possible, and pairSeen how often
	// those must stand together in the source for it. More makes better sentences, and more runs that stand in the source
	// or twice in the corpus.
	pairShare = .6
	pairSeen  = 8
)

func newLanguage(sentences [][]string) *language {
	l := &language{words: []string{""}, text: []uint32{end}}
	numbers := map[string]uint32{}
	for _, s := range sentences {
		for _, w := range s {
			n, ok := numbers[w]
			if !ok {
				n = uint32(len(l.words))
				numbers[w] = n
				l.words = append(l.words, w)
			}
			l.text = append(l.text, n)
		}
		l.text = append(l.text, end)
	}
	l.sort()
	return l
}

func (l *language) sort() {
	l.starts = make([]uint32, len(l.words)+1)
	for _, w := range l.text {
		l.starts[w+1]++
	}
	l.total = slices.Clone(l.starts[1:])
	for w := range l.words {
		l.starts[w+1] += l.starts[w]
	}
	l.places = make([]uint32, len(l.text))
	next := slices.Clone(l.starts)
	for i, w := range l.text {
		l.places[next[w]] = uint32(i)
		next[w]++
	}
	for w := range l.words {
		slices.SortFunc(l.of(uint32(w)), func(a, b uint32) int {
			return cmp.Or(cmp.Compare(l.after(a, 1), l.after(b, 1)), cmp.Compare(a, b))
		})
	}
}

// of returns the places of a word.
func (l *language) of(w uint32) []uint32 { return l.places[l.starts[w]:l.starts[w+1]] }

// after returns the word n words after a place, the end of a sentence behind the text.
func (l *language) after(place uint32, n int) uint32 {
	if i := int(place) + n; i < len(l.text) {
		return l.text[i]
	}
	return end
}

// ofPair returns the places of a followed by b.
func (l *language) ofPair(a, b uint32) []uint32 {
	all := l.of(a)
	first := sort.Search(len(all), func(i int) bool { return l.after(all[i], 1) >= b })
	rest := all[first:]
	return rest[:sort.Search(len(rest), func(i int) bool { return l.after(rest[i], 1) > b })]
}

// sentence draws a sentence of shortest to longest words and marks.
func (l *language) sentence(rng *rand.Rand) []uint32 {
	for {
		if s := l.draw(rng); len(s) >= shortest {
			return s
		}
	}
}

// draw draws a sentence; nothing where it does not end in time.
func (l *language) draw(rng *rand.Rand) []uint32 {
	out := make([]uint32, 0, longest)
	before, last := end, end
	for {
		w := l.next(rng, before, last)
		if w == end {
			return out
		}
		if len(out) == longest {
			return nil
		}
		out = append(out, w)
		before, last = last, w
	}
}

func (l *language) next(rng *rand.Rand, before, last uint32) uint32 {
	if before != end && rng.Float64() < pairShare {
		if pair := l.ofPair(before, last); len(pair) >= pairSeen {
			return l.after(pair[rng.IntN(len(pair))], 2)
		}
	}
	all := l.of(last)
	return l.after(all[rng.IntN(len(all))], 1)
}
