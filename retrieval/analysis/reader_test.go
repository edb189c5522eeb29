package analysis

import (
	"slices"
	"testing"

	"pullquote/corpus"
)

// FuzzReader reads texts one after another, as a Reader does that knows words from earlier ones.
func FuzzReader(f *testing.F) {
	f.Add("en", "The pilots' boats weren't re-opened.", "U.S. boats; the BOATS’ pilots")
	f.Add("de", "Die Häuser der Straße, größer als Strassen", "Haus Häusern")
	f.Add("tr", "İstanbul'un ışıkları", "IŞIK ışık")
	f.Add("zh", "港口关闭了 2022 boats", "港口")
	f.Add("", "naïve café 3,000.50 1/2", "a\xffb \u200d")
	f.Fuzz(func(t *testing.T, language, first, second string) {
		a := For(language)
		r := NewReader[int](a)
		for _, text := range []string{first, second, first} {
			if got, want := tokensOf(r.Read(text)), tokensOf(readingsOf(a, text)); !slices.Equal(got, want) {
				t.Errorf("%s: %q: %v, want %v", language, text, got, want)
			}
		}
	})
}

// told is what a word of a text is read as.
type told struct {
	corpus.Span
	term string
	stop bool
}

func tokensOf(read []Reading[int]) []told {
	var out []told
	for _, w := range read {
		out = append(out, told{w.Span, w.Term, w.Stop})
	}
	return out
}

// readingsOf returns what the Analyzer itself reads.
func readingsOf(a *Analyzer, text string) []Reading[int] {
	var out []Reading[int]
	for _, tok := range a.Tokens(text) {
		out = append(out, Reading[int]{tok.Span, &Word[int]{Term: tok.Term}, tok.Stop})
	}
	return out
}

// TestReaderForgets reads more words than a Reader remembers.
func TestReaderForgets(t *testing.T) {
	a := For("en")
	r := NewReader[int](a)
	word := []byte("aaaaa")
	for n := range mostKnown + 2 {
		for i, rest := 0, n; i < len(word); i, rest = i+1, rest/26 {
			word[i] = 'a' + byte(rest%26)
		}
		r.Read(string(word))
	}
	if len(r.known) > mostKnown {
		t.Errorf("%d words are known", len(r.known))
	}
	if text := "The boats were lost."; !slices.Equal(tokensOf(r.Read(text)), tokensOf(readingsOf(a, text))) {
		t.Errorf("%v, want %v", tokensOf(r.Read(text)), a.Tokens(text))
	}
}
