package retrieval

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"pullquote/retrieval/analysis"
	"pullquote/retrieval/terms"
)

const (
	// leastSlip is how many letters a word has at least that may hold a slip, leastSlips one that may hold two.
	leastSlip  = 5
	leastSlips = 9
	// slipWeight is what the word counts that the asker seems to have meant.
	slipWeight = .85
)

// spelledPlain returns how a term is written without marks on its letters, where that is another way.
func spelledPlain(a *analysis.Analyzer, term string) []string {
	var out []string
	for _, key := range plain(a, term) {
		if key != term {
			out = append(out, key)
		}
	}
	return out
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
		out = append(out, t.vocabulary.Written(key)...)
	}
	return out
}

// meant returns the term that the asker seems to have meant by a word that neither passages nor the lexicon hold: the one
// that is nearest, of several the commonest, of those the first in the alphabet. It is "" where there is none.
func (t *tongue) meant(w queryWord) string {
	shape := terms.ShapeOf(w.term)
	if t.lexical[idOf(w.term)] || w.passages > 0 || shape.Letters < leastSlip || !isPart(w.surface) {
		return ""
	}
	most, moved := oneSlip, 1
	if shape.Letters >= leastSlips {
		most, moved = twoSlips, 2
	}
	nearest := func(s terms.Shape) bool {
		return s.Letters >= max(leastSlip-1, shape.Letters-moved) && s.Letters <= min(mostLetters, shape.Letters+moved) &&
			bits.OnesCount32(s.Set^shape.Set) <= 2*moved
	}
	best := slip{cost: most + 1}
	for _, first := range w.initials() {
		for term := range t.vocabulary.Shaped(string(first), nearest) {
			if cost := slips([]rune(w.term), []rune(term), most); cost <= min(most, best.cost) {
				best = best.or(slip{term, cost, t.frequency(term)})
			}
		}
	}
	return best.term
}

// slip is a term that may be meant by a word.
type slip struct {
	term     string
	cost     int
	passages int
}

// or returns the likelier of two.
func (s slip) or(o slip) slip {
	if cmp.Or(cmp.Compare(o.cost, s.cost), cmp.Compare(s.passages, o.passages), strings.Compare(o.term, s.term)) < 0 {
		return o
	}
	return s
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
		if term := q.tongue.meant(q.words[i]); term != "" {
			q.words[i].kin = append(q.words[i].kin, kin{term, slipWeight, term})
		}
	}
}

// holdsAny reports whether some passage holds a word or kin of it.
func (t *tongue) holdsAny(w queryWord) bool {
	return w.passages > 0 || slices.ContainsFunc(w.kin, func(k kin) bool { return t.frequency(k.term) > 0 })
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
