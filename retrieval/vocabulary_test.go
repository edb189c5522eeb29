package retrieval

import (
	"context"
	"slices"
	"testing"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

func TestVocabularyCountsPassages(t *testing.T) {
	l := open(t, flood)
	e := l.current.Load()
	for _, tongue := range e.tongues {
		for term := range tongue.vocabulary.Prefixed("") {
			want := 0
			for _, d := range e.snapshot.Documents() {
				title := termsOf(tongue.analyzer.Tokens(d.Metadata().Title.Value))
				for _, p := range d.Passages() {
					if d.Metadata().Language.Value == tongue.code && slices.Contains(append(termsOf(tongue.analyzer.Tokens(p.Text())), title...), term) {
						want++
					}
				}
			}
			if got := tongue.frequency(term); got != want || want == 0 {
				t.Errorf("%q in %d passages, want %d", term, got, want)
			}
		}
		if got := tongue.frequency("zeppelin"); got != 0 {
			t.Errorf("a term of no passage is in %d", got)
		}
	}
}

func openSnapshot(t testing.TB, snapshot *corpus.Snapshot) *Library {
	t.Helper()
	l, err := Open(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// termsOf returns the terms of a text that are searched for.
func termsOf(tokens []analysis.Token) []string {
	var out []string
	for _, tok := range tokens {
		if !tok.Stop {
			out = append(out, tok.Term)
		}
	}
	return out
}
