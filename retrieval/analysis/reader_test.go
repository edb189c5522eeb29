package analysis

import (
	"fmt"
	"slices"
	"testing"

	"pullquote/corpus"
)

// FuzzReader reads texts one after another, as a Reader does that knows words from earlier ones.
func FuzzReader(f *testing.F) {
	f.Add("en", "The pilots' boats weren't re-opened.", "U.S. boats; the BOATS’ pilots")
	f.Add("de", "Die Häuser der Straße, größer als Strassen", "Haus Häusern")
	f.Add("tr", "İstanbul'un ışıkları", "un IŞIK ışık")
	f.Add("zh", "港口关闭了 2022 boats", "港口")
	f.Add("", "naïve café 3,000.50 1/2", "a\xffb \u200d")
	f.Fuzz(func(t *testing.T, language, first, second string) {
		n := newNumbered(For(language))
		for _, text := range []string{first, second, first} {
			if got, want := n.read(text), told(n.analyzer, text); !slices.Equal(got, want) {
				t.Errorf("%s: %q: %v, want %v", language, text, got, want)
			}
		}
	})
}

// numbered is a Reader and the terms that it was given numbers for.
type numbered struct {
	*Reader
	terms []string
}

func newNumbered(a *Analyzer) *numbered {
	n := &numbered{}
	n.Reader = NewReader(a, func(term string) uint32 {
		n.terms = append(n.terms, term)
		return uint32(len(n.terms) - 1)
	})
	return n
}

// reading is a word of a text and its term.
type reading struct {
	corpus.Span
	term string
}

func (n *numbered) read(text string) []reading {
	var out []reading
	for _, w := range n.Read(text) {
		out = append(out, reading{w.Span, n.terms[w.Term]})
	}
	return out
}

// told returns what the Analyzer itself reads.
func told(a *Analyzer, text string) []reading {
	var out []reading
	for _, tok := range a.Tokens(text) {
		if !tok.Stop {
			out = append(out, reading{tok.Span, tok.Term})
		}
	}
	return out
}

// TestReaderNumbersWhatIsIndexed gives numbers to no stop words and to no endings of names.
func TestReaderNumbersWhatIsIndexed(t *testing.T) {
	for _, tt := range []struct{ language, text, want string }{
		{"", "", "[]"},
		{"en", "The boats and the Boat", "[boat boat]"},
		{"tr", "Van'dan gelen, dan", "[van gelen dan]"},
	} {
		n := newNumbered(For(tt.language))
		for range 2 {
			n.Read(tt.text)
		}
		if got := fmt.Sprint(n.terms); got != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.language, tt.text, got, tt.want)
		}
	}
}

// TestReaderForgets reads more words than a Reader remembers.
func TestReaderForgets(t *testing.T) {
	n := newNumbered(For(""))
	word := []byte("aaaaa")
	for i := range mostKnown + 2 {
		for j, rest := 0, i; j < len(word); j, rest = j+1, rest/26 {
			word[j] = 'a' + byte(rest%26)
		}
		n.Read(string(word))
	}
	if known := len(n.Reader.terms); known != 2 || n.written.Len() != known {
		t.Errorf("%d words are known and %d numbered", known, n.written.Len())
	}
	if text := "The boats were lost."; !slices.Equal(n.read(text), told(n.analyzer, text)) {
		t.Errorf("%v, want %v", n.read(text), n.analyzer.Tokens(text))
	}
}
