package retrieval

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"pullquote/retrieval/analysis"
)

// spelt finds terms of a vocabulary by how they are spelt. It is read only.
type spelt struct {
	// marked are the terms with marks on their letters, by how they are written without.
	marked map[string][]uint32
	// alike are the terms that a slip of the pen can be meant for, by their first letter and length.
	alike map[initial][]letters
}

type initial struct {
	first  rune
	length int // in runes
}

// letters is a term and which letters it has: what differs in more of them than a slip can change need not be compared.
type letters struct {
	term uint32
	set  uint32
}

const (
	// leastSlip is how many letters a word has at least that may hold a slip, leastSlips one that may hold two.
	leastSlip  = 5
	leastSlips = 9
	// slipWeight is what the word counts that the asker seems to have meant.
	slipWeight = .85
)

func newSpelt(a *analysis.Analyzer, v *vocabulary) spelt {
	s := spelt{map[string][]uint32{}, map[initial][]letters{}}
	for n, term := range v.terms {
		if v.passages[n] == 0 {
			continue
		}
		for _, key := range plain(a, term) {
			if key != term {
				s.marked[key] = append(s.marked[key], uint32(n))
			}
		}
		if length := utf8.RuneCountInString(term); length >= leastSlip-1 && isPart(term) {
			key := initial{firstRune(term), length}
			s.alike[key] = append(s.alike[key], letters{uint32(n), letterSet(term)})
		}
	}
	return s
}

// plain returns how a word is written without marks on its letters: "Muller" for "Müller", and "Mueller", as German and
// the Nordic languages write it.
func plain(a *analysis.Analyzer, word string) [2]string {
	return [2]string{a.Bare(word), a.Bare(digraphs.Replace(word))}
}

var digraphs = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe")

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// letterSet returns one bit for every letter, some letters sharing one.
func letterSet(word string) uint32 {
	set := uint32(0)
	for _, r := range word {
		set |= 1 << (uint32(r) % 32)
	}
	return set
}

// unmarked returns the terms that are a word of the question with marks on its letters, or without. In other languages
// than English, where marks are part of the spelling, there are none for a word that passages hold as it is typed: the
// marks are meant then, and in Vietnamese most words differ in nothing else.
func (t *tongue) unmarked(w queryWord) []string {
	if w.passages > 0 && t.analyzer.Language() != "en" {
		return nil
	}
	bare, low := t.analyzer.Bare(w.term), strings.ToLower(w.surface)
	keys, out := []string{bare}, []string{bare}
	for _, key := range plain(t.analyzer, low) {
		if key != low {
			out = append(out, t.analyzer.Term(key))
		}
		keys = append(keys, key)
	}
	for _, key := range keys {
		for _, n := range t.spelt.marked[key] {
			out = append(out, t.vocabulary.terms[n])
		}
	}
	return out
}

// meant returns the term that the asker seems to have meant by a word that neither passages nor the lexicon hold: the one
// that is nearest, of several the commonest. It is not ok where there is none.
func (s spelt) meant(w queryWord, v *vocabulary) (term uint32, ok bool) {
	length := utf8.RuneCountInString(w.term)
	if _, ordinary := v.numbers[w.term]; ordinary || length < leastSlip || !isPart(w.surface) {
		return 0, false
	}
	most, moved := oneSlip, 1
	if length >= leastSlips {
		most, moved = twoSlips, 2
	}
	best, set := most+1, letterSet(w.term)
	for _, first := range w.initials() {
		for d := -moved; d <= moved; d++ {
			for _, x := range s.alike[initial{first, length + d}] {
				if bits.OnesCount32(x.set^set) > 2*moved {
					continue
				}
				n := slips([]rune(w.term), []rune(v.terms[x.term]), most)
				if n < best || n == best && ok && v.passages[x.term] > v.passages[term] {
					best, term, ok = n, x.term, true
				}
			}
		}
	}
	return term, ok
}

// initials returns the letters that what is meant by a word can begin with: its own, because slips are rarely in the first,
// and for a name those that sound alike in one script or another.
func (w queryWord) initials() []rune {
	first := firstRune(w.term)
	if !w.name {
		return []rune{first}
	}
	return append([]rune{first}, []rune(soundsAlike[first])...)
}

var soundsAlike = map[rune]string{'c': "k", 'g': "q", 'i': "y", 'j': "y", 'k': "cq", 'q': "gk", 's': "z", 'v': "w", 'w': "v", 'y': "ij", 'z': "s"}

// mend gives the words that seem to hold a slip of the pen what they are meant for. A question most of whose words occur
// nowhere is not full of slips but in another language, or about something else.
func (q *query) mend() {
	const most = .5
	var unknown []int
	own := 0
	for i, w := range q.words {
		if w.history {
			continue
		}
		own++
		if !q.tongue.holdsAny(w) {
			unknown = append(unknown, i)
		}
	}
	if len(unknown) > 1 && float64(len(unknown)) > most*float64(own) {
		return
	}
	for _, i := range unknown {
		if n, ok := q.tongue.spelt.meant(q.words[i], &q.tongue.vocabulary); ok {
			term := q.tongue.vocabulary.terms[n]
			q.words[i].kin = append(q.words[i].kin, kin{term, slipWeight, term})
		}
	}
}

// holdsAny reports whether some passage holds a word or kin of it.
func (t *tongue) holdsAny(w queryWord) bool {
	return w.passages > 0 || slices.ContainsFunc(w.kin, func(k kin) bool { return t.vocabulary.frequency(k.term) > 0 })
}

// What slips of the pen cost: a letter left out or doubled, or two swapped; and one written for another, of which a word
// may hold but one.
const (
	slipCost  = 2
	takenCost = 3
	oneSlip   = takenCost
	twoSlips  = slipCost + takenCost
)

// slips returns what the slips cost by which two words differ, or more than most. It is the distance of Damerau and
// Levenshtein ("optimal string alignment") with most substitutions forbidden: a slip writes a vowel for a vowel, or a
// letter for its neighbour on the keyboard, and any other letter makes another word.
func slips(a, b []rune, most int) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i * slipCost
	}
	for j := range rows[0] {
		rows[0][j] = j * slipCost
	}
	for i := 1; i <= len(a); i++ {
		least := most + 1
		for j := 1; j <= len(b); j++ {
			rows[i][j] = min(rows[i-1][j]+slipCost, rows[i][j-1]+slipCost, rows[i-1][j-1]+taken(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+slipCost)
			}
			least = min(least, rows[i][j])
		}
		if least > most {
			return least
		}
	}
	return rows[len(a)][len(b)]
}

// taken returns what it costs to write one letter for another.
func taken(a, b rune) int {
	switch {
	case a == b:
		return 0
	case isEasilyTaken(a, b):
		return takenCost
	}
	return 3 * takenCost
}

// isEasilyTaken reports whether a letter is written for another by ear or by a finger beside the key.
func isEasilyTaken(a, b rune) bool {
	return isVowel(a) && isVowel(b) || strings.ContainsRune(besideKeys[a], b) || strings.ContainsRune(soundsAlike[a], b)
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouy", r) }

// besideKeys are the letters beside a letter on the keyboard.
var besideKeys = map[rune]string{
	'b': "vn", 'c': "xv", 'd': "sf", 'f': "dg", 'g': "fh", 'h': "gj", 'j': "hk", 'k': "jl", 'l': "k", 'm': "n", 'n': "bm",
	'p': "o", 'q': "w", 'r': "et", 's': "ad", 't': "ry", 'v': "cb", 'w': "qe", 'x': "zc", 'z': "x",
}
