package figure

import (
	"strings"

	"pullquote/corpus"
)

// The head noun of the group after a number is its first plural ("26 armed protesters were", "18 government troops"),
// for one the last word before the group ends ("one armed man was"), and in German the last word with a capital. A
// group ends at a function word, at punctuation and after five words. "26 of the protesters" counts protesters.

const groupLength = 5

// noun returns the noun counted by the number that ends before token i, and a span that ends with it. After a vague
// number it may follow "of" directly, as in "thousands of protesters".
func (s *scan) noun(i int, value float64, vague bool) (string, corpus.Span) {
	if s.is(i, s.words.of...) && s.is(i+1, "the", "these", "those", "its", "his", "her", "their", "them") {
		i += 2
	} else if s.is(i, s.words.of...) && vague {
		i++
	}
	if s.is(i, "\"", "“", "‘", "'", "„", "«") {
		i++
	}
	if s.hyphen(i) {
		i++
	}
	best := -1
	for k, end := i, i+groupLength; k < end && s.inGroup(k); k++ {
		low := s.low(k)
		if s.hyphen(k) && k > i {
			end = min(end+2, i+2*groupLength) // a compound is one word
		}
		if s.words.capitals {
			if s.at(k).upper {
				best = k
			}
			continue
		}
		if !s.words.plurals {
			best = k // in the other languages the noun comes first
			break
		}
		if plural(low) {
			best = k
			break
		}
		if value == 1 {
			best = k
		}
	}
	if best < 0 {
		return "", corpus.Span{}
	}
	t := s.at(best)
	return strings.TrimSuffix(strings.TrimSuffix(t.low, "'s"), "’s"), t.Span
}

// inGroup reports whether token k can belong to the noun group after a number.
func (s *scan) inGroup(k int) bool {
	t := s.at(k)
	if t.kind == symbol && s.hyphen(k) {
		return true
	}
	return t.kind == word && !s.words.stops[t.low] && s.words.durations[t.low] == 0
}

// plural reports whether an English word looks like a plural noun.
func plural(low string) bool {
	if plurals[low] || strings.HasSuffix(low, "men") && len(low) > 4 {
		return true
	}
	n := len(low)
	if n < 4 || low[n-1] != 's' || singulars[low] {
		return false
	}
	switch low[n-2] {
	case 's', 'u', 'i', '\'':
		return false
	}
	return !strings.HasSuffix(low, "ous") && !strings.HasSuffix(low, "’s")
}

// singular returns the singular of an English plural, near enough for comparing two words.
func singular(low string) string {
	if s, ok := irregular[low]; ok {
		return s
	}
	n := len(low)
	switch {
	case strings.HasSuffix(low, "men") && n > 3:
		return low[:n-3] + "man"
	case strings.HasSuffix(low, "ies") && n > 4:
		return low[:n-3] + "y"
	case hasAnySuffix(low, "sses", "ches", "shes", "xes") && n > 4:
		return low[:n-2]
	case plural(low) && strings.HasSuffix(low, "s"):
		return low[:n-1]
	}
	return low
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

var plurals = set(`people men women children police troops personnel staff mice feet teeth sheep fish aircraft species
	series cattle media data criteria geese others dead civilians spacecraft offspring buses gas-works youth crew
	poor needy homeless bacteria fungi nuclei alumni clergy nobility infantry cavalry livestock poultry undergraduates foci radii phenomena helicopters ships`)

var singulars = set(`always across series's previous various chaos lens politics economics physics mathematics news
	gas bus christmas pass less unless besides whereas towards afterwards sometimes perhaps thus overseas others's
	minus plus texas arkansas kansas illinois paris united`)

var irregular = map[string]string{
	"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "mice": "mouse",
	"feet": "foot", "teeth": "tooth", "geese": "goose", "criteria": "criterion", "bacteria": "bacterium", "lives": "life",
	"wives": "wife", "knives": "knife", "leaves": "leaf", "buses": "bus", "series": "series", "species": "species",
	"protestors": "protester", "protestor": "protester",
}
