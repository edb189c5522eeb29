package analysis

import (
	"slices"
	"strings"
)

// foldArabic writes alike what is written in more than one way: an alef with or without hamza, a final yeh with or
// without dots, teh marbuta and heh. Vowel signs and the stroke that stretches a word go.
func foldArabic(s string) string { return arabicForms.Replace(s) }

var arabicForms = strings.NewReplacer(
	"آ", "ا", "أ", "ا", "إ", "ا", "ٱ", "ا", "ى", "ي", "ی", "ي", "ک", "ك", "ة", "ه", "ـ", "",
	"\u064b", "", "\u064c", "", "\u064d", "", "\u064e", "", "\u064f", "", "\u0650", "", "\u0651", "", "\u0652", "", "\u0670", "",
)

// Conjunction, preposition and article are written as part of the word behind them, pronouns as part of the word
// before. The longest that leaves a word goes.
var (
	arabicPrefixes = runesOf("وبال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال", "و")
	arabicSuffixes = runesOf("هما", "ها", "هم", "ان", "ات", "ون", "ين", "يه", "نا", "ه", "ي", "ا")
)

func runesOf(words ...string) [][]rune {
	out := make([][]rune, len(words))
	for i, w := range words {
		out[i] = []rune(w)
	}
	return out
}

// lightArabic is the light stemmer of Larkey, Ballesteros and Connell ("Light Stemming for Arabic Information
// Retrieval", 2007) on a folded word, with the endings of adverbs and the commonest possessive pronouns added. The
// Snowball stemmer keeps the conjunction that is written as part of a word.
func lightArabic(s string) string {
	const least = 3 // letters of most roots
	word := []rune(s)
	for _, p := range arabicPrefixes {
		if rest := len(word) - len(p); rest >= least-1 && (len(p) > 1 || rest >= least) && slices.Equal(word[:len(p)], p) {
			word = word[len(p):]
			break
		}
	}
	for _, x := range arabicSuffixes {
		if rest := len(word) - len(x); rest >= least-1 && slices.Equal(word[rest:], x) {
			word = word[:rest]
		}
	}
	return string(word)
}
