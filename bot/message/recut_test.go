package message

import (
	"strings"
	"testing"

	"pullquote/corpus"
	"pullquote/retrieval"
)

func TestRecut(t *testing.T) {
	const text = "The first sentence stands alone. The second names a boat. The third names a boat and a crew. The fourth counts 12 boats. The fifth says nothing."
	d := doc(snapshotOf(t, document{ID: "a", Text: text}), "a")
	spans := func(words ...string) (out []corpus.Span) {
		for _, w := range words {
			at := strings.Index(d.Text(), w)
			out = append(out, corpus.Span{Start: at, End: at + len(w)})
		}
		return out
	}
	tests := []struct {
		name    string
		matches []string
		value   string
		limit   int
		want    string
		matched int
	}{
		{"the most matched and its matched neighbours", []string{"second", "third", "crew"}, "", 100, "The second names a boat. The third names a boat and a crew.", 3},
		{"no room for neighbours", []string{"second", "third", "crew"}, "", 40, "The third names a boat and a crew.", 2},
		{"the value before all", []string{"third", "crew"}, "12", 30, "The fourth counts 12 boats.", 0},
		{"the earliest of equals", []string{"first", "fifth"}, "", 100, "The first sentence stands alone.", 1},
		{"nothing matched", nil, "", 100, "", 0},
		{"too long even so", []string{"crew"}, "", 10, "", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := retrieval.Excerpt{Quote: quoteOf(t, d, corpus.Span{End: len(text)}), Matches: spans(test.matches...)}
			if test.value != "" {
				e.Value = &retrieval.Value{Span: spans(test.value)[0]}
			}
			cut, ok := recut(e, func(e retrieval.Excerpt) bool { return e.Quote.Span().Len() <= test.limit })
			switch {
			case ok != (test.want != ""):
				t.Errorf("recut is %v: %q", ok, cut.Quote.Text())
			case ok && cut.Quote.Text() != test.want:
				t.Errorf("recut = %q, want %q", cut.Quote.Text(), test.want)
			case ok && len(cut.Matches) != test.matched:
				t.Errorf("%d matches, want %d", len(cut.Matches), test.matched)
			}
		})
	}
}
