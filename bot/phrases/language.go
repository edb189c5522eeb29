package phrases

import (
	"slices"
	"strings"
)

// Language is one that the bot speaks. The zero value is English.
type Language uint8

// The languages that the bot speaks.
const (
	English Language = iota
	German
	Spanish
	French
	Russian
)

// locales are the languages' codes at Discord, by language.
var locales = [...][]string{
	English: {"en-US", "en-GB"},
	German:  {"de"},
	Spanish: {"es-ES", "es-419"},
	French:  {"fr"},
	Russian: {"ru"},
}

// catalogues are the phrases by language.
var catalogues = [...]*Catalogue{English: english(), German: german(), Spanish: spanish(), French: french(), Russian: russian()}

// Languages returns all languages, English first.
func Languages() []Language { return []Language{English, German, Spanish, French, Russian} }

// OfLocale returns the language of readers with a locale of Discord's, such as "de" or "es-419": English where the bot
// does not speak theirs.
func OfLocale(locale string) Language {
	base, _, _ := strings.Cut(locale, "-")
	for _, l := range Languages() {
		if slices.ContainsFunc(l.Locales(), func(own string) bool { return own == base || strings.HasPrefix(own, base+"-") }) {
			return l
		}
	}
	return English
}

// Locales returns the locales in which Discord's clients show the language.
func (l Language) Locales() []string { return slices.Clone(locales[l]) }

// Phrases returns the language's phrases, which must not be changed.
func (l Language) Phrases() *Catalogue { return catalogues[l] }

// String returns the language's first locale.
func (l Language) String() string { return locales[l][0] }

// OfPageLabel returns the language in which a button leads from page to page with this label. It is not ok where there is
// none.
func OfPageLabel(label string) (l Language, ok bool) {
	for _, l := range Languages() {
		if slices.Contains(l.Phrases().Labels.pages(), label) {
			return l, true
		}
	}
	return English, false
}

// pages are the labels that lead from page to page.
func (l Labels) pages() []string { return []string{l.First, l.Previous, l.Next, l.Farther10, l.Last} }
