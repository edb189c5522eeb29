package passages

import (
	"slices"
	"strings"
	"testing"
)

// A line of a lexicon is refused, or gives words and sentences.
func FuzzReadMeaning(f *testing.F) {
	f.Add(`00001740 06 n 02 lantern 0 lamp 0 000 | a light in a case; "the lantern hung from the mast"`)
	f.Add(`00001750 00 a 01 steep(p) 0 000 | having a sharp slope`)
	f.Add("  1 a line of the licence | a")
	f.Fuzz(func(t *testing.T, line string) {
		m, ok := readMeaning(line)
		if !ok {
			return
		}
		l := newLearner()
		lexiconOf(&l.source.Lexicon).add(m)
		l.define(m)
	})
}

// Sentences of a text have no mark at an end or beside another, and are as long as they may be.
func FuzzText(f *testing.F) {
	f.Add("The harbour, rebuilt (in 1931): it is high. \"Is it?\" he asked; and the keeper's light [p. 3] was on.")
	f.Add(", ; one two three four five , , six.")
	f.Fuzz(func(t *testing.T, text string) {
		l := newLearner()
		l.text(text)
		for _, s := range l.source.Sentences {
			if len(s) < shortest || len(s) > longest || isMark(s[0]) || isMark(s[len(s)-1]) {
				t.Errorf("%q gives the sentence %q", text, s)
			}
			for i, w := range s[1:] {
				if isMark(w) && isMark(s[i]) {
					t.Errorf("%q gives %q with marks side by side", text, s)
				}
			}
			if slices.Contains(s, "") || strings.ContainsAny(strings.Join(s, ""), " \n\t") {
				t.Errorf("%q gives %q with white space in a word", text, s)
			}
		}
	})
}
