package retrieval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

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
	if t.vocabulary.frequency(low) > 0 { // an abbreviation in capitals, whose ending is none
		add(low)
	}
	for _, term := range t.spelt.plainly(w, t) {
		add(term)
	}
	if t.analyzer.Language() == "en" {
		return out
	}
	return append(out, t.formsOf(w)...)
}

// formsOf returns the other forms of a word of the question that the passages have; without accents only where they have
// not the word as it is typed.
func (t *tongue) formsOf(w queryWord) []kin {
	switch {
	case w.pair:
		return nil
	case w.passages > 0:
		return t.forms().of(w.term, "")
	}
	return t.forms().of(w.term, t.analyzer.Bare(w.term))
}

// plain returns a word in Latin script without the marks on its letters, and with the letters that German and the
// Nordic languages write for them; equal strings if there are none.
func plain(word string) (bare, spelled string) {
	if isPlain(word) {
		return word, word
	}
	strip := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
	}
	return strip(bareLetters.Replace(word)), strip(spelledLetters.Replace(word))
}

func isPlain(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var (
	bareLetters    = strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d")
	spelledLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ß", "ss", "ø", "oe", "ł", "l", "đ", "d",
		"ı", "i", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d")
)

// joinPairs gives words of the question that stand side by side what they are in one: the passages may write "website"
// for "web site".
func (q *query) joinPairs() {
	for _, p := range q.pairs {
		a, b := &q.words[p], &q.words[p+1]
		if a.history || b.history || a.pair || !isPart(a.surface) && !isPart(b.surface) {
			continue
		}
		term := q.tongue.analyzer.Term(strings.ToLower(a.surface + b.surface))
		if term != a.term && term != b.term && q.tongue.vocabulary.frequency(term) > 0 {
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

// learnCompounds takes note of the words of a text that are written with a hyphen, by what they are without.
func (t *tongue) learnCompounds(text string) {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '-')
		if i < 0 {
			return
		}
		at += i
		first, second := previousWord(text, at), nextWord(text, at+1)
		if first.End != at || second.Start != at+1 {
			continue
		}
		a, b := text[first.Start:first.End], text[second.Start:second.End]
		if isPart(a) && len(b) > 1 {
			t.addCompound(t.analyzer.Term(strings.ToLower(a+b)), text[first.Start:second.End])
		}
	}
}

func (t *tongue) addCompound(term, written string) {
	if _, known := t.compounds[term]; known {
		return
	}
	if p, ok := newPattern(t.analyzer, &t.vocabulary, written); ok {
		t.compounds[term] = phrase{&p, spellingWeight, written, true}
	}
}

// split returns what a word of the question is in two: "cease-fire" for "ceasefire". A word that no passage holds is cut
// wherever two words come of it.
func (t *tongue) split(w queryWord) []phrase {
	if p, ok := t.compounds[w.term]; ok {
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
		first, second := t.held(low[:i]), t.held(low[i:])
		if first != nothing && second != nothing {
			p := pattern{parts: []part{{term: first}, {term: second}}}
			out = append(out, phrase{&p, spellingWeight, low[:i] + " " + low[i:], false})
		}
	}
	return out
}

// held returns the number of a word's term if some passage holds it, else nothing.
func (t *tongue) held(word string) uint32 {
	n, known := t.vocabulary.numbers[t.analyzer.Term(word)]
	if !known || t.vocabulary.passages[n] == 0 {
		return nothing
	}
	return n
}
