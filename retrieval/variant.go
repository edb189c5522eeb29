package retrieval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/retrieval/concept"
)

const (
	// spellingWeight is what the word counts in another spelling that is as good: colour and color, NATO and Nato, café
	// and cafe, ceasefire and cease-fire.
	spellingWeight = .95
	// leastPart is how many letters each part of a compound has at least.
	leastPart = 3
	// mostLetters is how many letters a word has at most that is compared by its letters.
	mostLetters = 40
)

// variants returns how else a word of the question can be spelt in the passages.
func (t *tongue) variants(w queryWord) []kin {
	var out []kin
	add := func(term string) {
		if term != w.term {
			out = append(out, kin{term, spellingWeight, term})
		}
	}
	low := strings.ToLower(w.surface)
	if t.analyzer.Language() == "en" {
		for _, s := range concept.Spellings(low) {
			add(t.analyzer.Term(s))
		}
	}
	if t.frequency(low) > 0 { // an abbreviation in capitals, whose ending is none
		add(low)
	}
	for _, term := range t.unmarked(w) {
		add(term)
	}
	if t.analyzer.Language() == "en" || w.pair { // the lexicon has the derivations of English
		return out
	}
	return append(out, t.forms(w.term)...)
}

// joinPairs gives words of the question that stand side by side what they are in one: the passages may write "website"
// for "web site".
func (q *query) joinPairs() {
	for _, p := range q.pairs {
		a, b := &q.words[p], &q.words[p+1]
		if a.history || b.history || a.pair || !isPart(a.surface) && !isPart(b.surface) {
			continue
		}
		term := q.tongue.analyzer.Term(strings.ToLower(a.surface + b.surface))
		if term != a.term && term != b.term && q.tongue.frequency(term) > 0 {
			k := kin{term, spellingWeight, a.surface + b.surface}
			a.kin, b.kin = append(a.kin, k), append(b.kin, k)
		}
	}
}

// isPart reports whether a word is letters only, not too few to be part of a compound and not more than words have.
func isPart(word string) bool {
	n := utf8.RuneCountInString(word)
	return leastPart <= n && n <= mostLetters && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// compound returns how passages write a word with a hyphen. It is not ok where they do not.
func (t *tongue) compound(term string) (phrase, bool) {
	written := t.compounds.most(term)
	p, ok := newPattern(t.analyzer, written)
	return phrase{&p, spellingWeight, written, true}, ok
}

// split returns what a word of the question is in two: "cease-fire" for "ceasefire". A word that no passage holds is cut
// wherever two words come of it.
func (t *tongue) split(w queryWord) []phrase {
	if p, ok := t.compound(w.term); ok {
		return []phrase{p}
	}
	low := strings.ToLower(w.surface)
	if w.pair || w.passages > 0 || !isPart(low) {
		return nil
	}
	var out []phrase
	for i := leastPart; i <= len(low)-leastPart; i++ {
		if !utf8.RuneStart(low[i]) {
			continue
		}
		first, second := t.analyzer.Term(low[:i]), t.analyzer.Term(low[i:])
		if t.frequency(first) > 0 && t.frequency(second) > 0 {
			p := pattern{parts: []part{{term: idOf(first), word: first}, {term: idOf(second), word: second}}}
			out = append(out, phrase{&p, spellingWeight, low[:i] + " " + low[i:], false})
		}
	}
	return out
}
