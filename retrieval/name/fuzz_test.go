package name

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"", "“", "Dr.", "A.B. C", "The mayor, Greta Holm, spoke.", "``Tide'' is by Rask", "\xffVarn\x80", "É. Холм’s"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all := (&scan{text: text, toks: tokenize(text), isOrdinary: func(string) bool { return false }}).names()
		if !strings.ContainsFunc(text, mayBegin) && len(all) > 0 {
			t.Fatalf("%q: %d names, though none may begin", text, len(all))
		}
		for _, n := range all {
			if n.Start < 0 || n.Start >= n.End || n.End > len(text) {
				t.Fatalf("%q: name at %v", text, n.Span)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[n.Start:n.End]) {
				t.Fatalf("%q: name cut inside a character at %v", text, n.Span)
			}
			if n.Key() != "" && utf8.RuneCountInString(n.Key()) > 1 && !n.Agrees(n) {
				t.Fatalf("%q: %q does not agree with itself", text, n.Key())
			}
		}
	})
}
