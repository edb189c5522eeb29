package name

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Two names agree where one has all words of the other ("Holm" and "Greta Holm"), where one is the initials of the
// other ("NSA", "Northern Ski Association"), or where they differ in given names that one shortens ("G. Holm"). The
// numerals of rulers tell apart: "Otto I" and "Otto II" do not agree, nor do "Otto" and "Ottoman".

// Agrees reports whether n and m may name the same.
func (n Name) Agrees(m Name) bool {
	if len(n.words) == 0 || len(m.words) == 0 {
		return false
	}
	return holds(n.words, m.words) || holds(m.words, n.words) || abbreviates(n.words, m.words) || abbreviates(m.words, n.words)
}

// holds reports whether every word of few is among many, a single letter standing for a word that begins with it.
func holds(many, few []string) bool {
	for _, w := range few {
		if !slices.ContainsFunc(many, func(x string) bool { return x == w || isInitial(w) && strings.HasPrefix(x, w) }) {
			return false
		}
	}
	return len(few) > 1 || len(few[0]) > 1
}

func isInitial(w string) bool {
	return utf8.RuneCountInString(w) == 1 && w != "i" && w != "v" && w != "x"
}

// abbreviates reports whether short is one word made of the initials of long.
func abbreviates(short, long []string) bool {
	if len(short) != 1 || len(long) < 2 {
		return false
	}
	var initials strings.Builder
	for _, w := range long {
		r, _ := utf8.DecodeRuneInString(w)
		initials.WriteRune(r)
	}
	return short[0] == initials.String()
}
