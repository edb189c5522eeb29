package analysis

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Bare returns a term without accents, as people type it in haste: "cancion" for "canción", "yogun" for "yoğun" and, in
// German, "schon" for both "schön" and "schoen". It is for comparing terms only; no text is written so.
func (a *Analyzer) Bare(term string) string {
	if isASCII(term) {
		return a.withoutDigraphs(term)
	}
	letters := make([]rune, 0, len(term))
	for _, r := range norm.NFD.String(term) {
		if !unicode.Is(unicode.Mn, r) {
			letters = append(letters, bareLetter(r))
		}
	}
	return a.withoutDigraphs(string(letters))
}

// bareLetter returns the letter that is typed for one that Unicode does not take apart.
func bareLetter(r rune) rune {
	switch r {
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	}
	return r
}

// withoutDigraphs takes the e off that is written for an umlaut. The stemmer has left no umlaut.
func (a *Analyzer) withoutDigraphs(term string) string {
	if a.language != "de" {
		return term
	}
	return germanDigraphs.Replace(term)
}

var germanDigraphs = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
