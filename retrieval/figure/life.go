package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
)

// Two dates in parentheses after a name are a birth and a death, "(4 May 1801 – 2 June 1877)", and so is one after a
// word or a sign for either, "(born 4 May 1801)", "(d. 1877)". No verb stands beside them, so which of them a question
// asks for is told by its own: "born" asks for the first, "die" for the second.

// life is an end of a life.
type life int

const (
	noLife life = iota
	birth
	death
)

var lifeWords = map[string]life{
	"born": birth, "birth": birth, "birthday": birth, "birthdate": birth, "geboren": birth, "né": birth, "née": birth,
	"naissance": birth, "nació": birth, "nacimiento": birth, "родился": birth, "родилась": birth,
	"die": death, "died": death, "death": death, "starb": death, "gestorben": death, "mort": death, "morte": death,
	"décédé": death, "murió": death, "muerte": death, "умер": death, "умерла": death,
}

// lifeAsked returns the end of a life that a question's words name.
func (s *scan) lifeAsked() life {
	for i := range s.toks {
		if end, ok := lifeWords[s.low(i)]; ok {
			return end
		}
	}
	return noLife
}

// lifeOf returns which end of a life figure i of figs is by its place in parentheses.
func lifeOf(figs []Figure, i int, text string) life {
	f := figs[i]
	if f.Kind != Date || f.Start > len(text) || f.End > len(text) {
		return noLife
	}
	open := strings.LastIndexByte(text[:f.Start], '(')
	if open < 0 || f.Start-open > 80 || strings.ContainsRune(text[open:f.Start], ')') || !afterName(text[:open]) {
		return noLife
	}
	return endIn(figs, i, text, corpus.Span{Start: open + 1, End: f.Start})
}

// endIn tells by what stands between the parenthesis and figure i.
func endIn(figs []Figure, i int, text string, before corpus.Span) life {
	lead := strings.ToLower(strings.TrimRight(text[before.Start:before.End], " .,"))
	switch {
	case hasAnySuffix(lead, "born", "b", "*", "geboren", "née", "né", "род"):
		return birth
	case hasAnySuffix(lead, "died", "d", "†", "gestorben", "ум"):
		return death
	case i > 0 && figs[i-1].Kind == Date && figs[i-1].Start >= before.Start && isDash(text[figs[i-1].End:figs[i].Start]):
		return death
	case i+1 < len(figs) && figs[i+1].Kind == Date && figs[i].End <= figs[i+1].Start && isDash(text[figs[i].End:figs[i+1].Start]):
		return birth
	}
	return noLife
}

// isDash reports whether s joins two dates with a dash; a place or a title may stand there too.
func isDash(s string) bool { return len(s) < 60 && strings.ContainsAny(s, "-–—") }

// afterName reports whether text ends with a capitalised word, as a name does, or with more parentheses after one.
func afterName(text string) bool {
	words := strings.Fields(text)
	for k := len(words) - 1; k >= 0 && k > len(words)-4; k-- {
		if r, _ := utf8.DecodeRuneInString(words[k]); unicode.IsUpper(r) {
			return true
		}
	}
	return false
}
