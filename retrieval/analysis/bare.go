package analysis

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Bare returns a term without accents, as people type it in haste: "cancion" for "canción", "yogun" for "yoğun" and, in
// German, "schon" for both "schön" and "schoen". It is for comparing terms only; no text is written so.
func (a *Analyzer) Bare(term string) string {
	if !isASCII(term) {
		term = bareLetters.Replace(strings.Map(withoutMarks, norm.NFD.String(term)))
	}
	return a.withoutDigraphs(term)
}

func withoutMarks(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// bareLetters are what is typed for letters that Unicode does not take apart.
var bareLetters = strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d")

// withoutDigraphs takes the e off that is written for an umlaut. The stemmer has left no umlaut.
func (a *Analyzer) withoutDigraphs(term string) string {
	if a.language != "de" {
		return term
	}
	return germanDigraphs.Replace(term)
}

var germanDigraphs = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
