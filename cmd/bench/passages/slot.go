package passages

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slot says what a word of a sentence may be exchanged for.
type slot uint8

const (
	fixed slot = iota // nothing: it is a word of grammar, or unknown
	noun
	nouns // a noun in the plural
	adjective
	name
	year
	number
)

// grammarWords is how many of the most frequent words are never exchanged; of a small vocabulary it is a tenth.
const grammarWords = 300

var (
	yearWord   = regexp.MustCompile(`^(1[5-9]|20)\d\d$`)
	numberWord = regexp.MustCompile(`^\d[\d.]*$`)
)

// slots returns the slot of every word of a language.
func slots(l *language, lex Lexicon) []slot {
	s := newSorter(l, lex)
	out := make([]slot, len(l.words))
	for w, word := range l.words {
		out[w] = s.slot(word)
	}
	for _, w := range grammarOf(l) {
		if out[w] != name { // a name is a name however frequent
			out[w] = fixed
		}
	}
	return out
}

// sorter tells what words can stand for.
type sorter struct {
	nouns, adjectives map[string]bool
	text              map[string]bool // every word of the text
}

func newSorter(l *language, lex Lexicon) sorter {
	return sorter{toSet(lex.Nouns), toSet(lex.Adjectives), toSet(l.words)}
}

func (s sorter) slot(word string) slot {
	first, _ := utf8.DecodeRuneInString(word)
	stem, plural := strings.CutSuffix(word, "s")
	switch {
	case yearWord.MatchString(word):
		return year
	case numberWord.MatchString(word):
		return number
	case unicode.IsUpper(first):
		return s.capitalised(word)
	case plural && s.nouns[stem] && len(stem) > 3:
		return nouns
	case s.nouns[word]:
		return noun
	case s.adjectives[word]:
		return adjective
	}
	return fixed
}

// capitalised tells a name from another word at the beginning of a sentence, and from an abbreviation.
func (s sorter) capitalised(word string) slot {
	small := strings.ToLower(word)
	if len(word) > 3 && word[1:] == small[1:] && !s.nouns[small] && !s.adjectives[small] && !s.text[small] {
		return name
	}
	return fixed
}

// grammarOf returns the most frequent words of a language.
func grammarOf(l *language) []uint32 {
	all := make([]uint32, 0, len(l.words))
	for w := uint32(1); int(w) < len(l.words); w++ {
		all = append(all, w)
	}
	slices.SortStableFunc(all, func(a, b uint32) int { return int(l.total[b]) - int(l.total[a]) })
	return all[:min(grammarWords, len(all)/10)]
}

func toSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// plural returns the plural of a regular noun.
func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		return word + "es"
	case strings.HasSuffix(word, "y") && len(word) > 1 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}
