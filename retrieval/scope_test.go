package retrieval

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pullquote/corpus"
)

func askOf(t testing.TB, l *Library, question string, documents ...string) Answer {
	t.Helper()
	a, err := l.Ask(context.Background(), Question{Text: question, Documents: documents})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func idsOf(documents []*corpus.Document) []string {
	var out []string
	for _, d := range documents {
		out = append(out, d.ID())
	}
	return out
}

func TestAnswerFromSomeDocuments(t *testing.T) {
	l := open(t, flood)
	const question = "How many people were rescued?"
	for _, tt := range []struct {
		documents []string
		searched  int
		sources   []string
		silent    []string
	}{
		{nil, 4, []string{"gazette.md", "voice.md", "herald.md"}, []string{"garden.md"}},
		{[]string{"voice.md"}, 1, []string{"voice.md"}, nil},
		{[]string{"voice.md", "garden.md", "voice.md", "none.md"}, 2, []string{"voice.md"}, []string{"garden.md"}},
		{[]string{"herald.md", "gazette.md"}, 2, []string{"herald.md", "gazette.md"}, nil},
	} {
		a := askOf(t, l, question, tt.documents...)
		var sources []string
		for _, s := range a.Sources {
			sources = append(sources, s.Document.ID())
		}
		if a.Outcome != Answered || a.Searched != tt.searched || a.Witnesses != tt.searched ||
			!slices.Equal(sources, tt.sources) || !slices.Equal(idsOf(a.Silent), tt.silent) {
			t.Errorf("of %q: %s, %d searched, %d witnesses, sources %q, silent %q, want %d, %q, %q",
				tt.documents, a.Outcome, a.Searched, a.Witnesses, sources, idsOf(a.Silent), tt.searched, tt.sources, tt.silent)
		}
		for _, r := range a.Retrieved {
			if len(tt.documents) > 0 && !slices.Contains(tt.documents, r.Passage.Document().ID()) {
				t.Errorf("of %q: retrieved %s", tt.documents, r.Passage.Document().ID())
			}
		}
	}
}

func TestAllDocumentsNamedAreAllDocuments(t *testing.T) {
	l := open(t, babel)
	all := idsOf(l.Snapshot().Documents())
	for _, question := range []string{"How many people crossed the bridge?", "Combien a coûté le pont ?", "zeppelin", ""} {
		if got, want := askOf(t, l, question, all...), askOf(t, l, question); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: with all documents named\ngot %+v\nwant %+v", question, got, want)
		}
	}
}

func TestNoKnownDocumentIsAnEmptyCorpus(t *testing.T) {
	a := askOf(t, open(t, flood), "What caused the flood of the zeppelin?", "none.md")
	if a.Outcome != NotFound || a.Searched != 0 || a.Witnesses != 0 || a.Covers != nil || a.Retrieved != nil {
		t.Errorf("%s of %d documents, %d witnesses, covers %q, retrieved %v", a.Outcome, a.Searched, a.Witnesses, idsOf(a.Covers), a.Retrieved)
	}
	if want := []string{"zeppelin"}; !slices.Equal(a.UnknownWords, want) {
		t.Errorf("unknown words %q, want %q", a.UnknownWords, want)
	}
}

func TestScopeNamesNearCopiesOnce(t *testing.T) {
	l := open(t, babel)
	for _, tt := range []struct{ documents, covers []string }{
		{[]string{"bridge-copy.md", "fr.md"}, []string{"bridge-copy.md", "fr.md"}},
		{[]string{"bridge-copy.md", "bridge.md", "fr.md"}, []string{"bridge.md", "fr.md"}},
	} {
		a := askOf(t, l, "zeppelin", tt.documents...)
		if got := idsOf(a.Covers); !slices.Equal(got, tt.covers) || a.Witnesses != len(tt.covers) {
			t.Errorf("of %q: covers %q, %d witnesses, want %q", tt.documents, got, a.Witnesses, tt.covers)
		}
	}
	a := askOf(t, l, "How many people crossed the bridge?", "bridge-copy.md")
	if q := quotes(a); a.Outcome != Answered || len(q) == 0 || !strings.HasPrefix(q[0], "bridge-copy.md") {
		t.Errorf("%s, quotes %q, want the copy", a.Outcome, q)
	}
}

func TestScopeReachesBelowTheBestPassages(t *testing.T) {
	files := map[string]string{"low.txt": "The storm was long. " + strings.Repeat("Grey water ran over the old stones of the quay. ", 12) + "It took the roof of the ferry house."}
	for i := range 3 * retrieveDepth {
		files[fmt.Sprintf("high%03d.txt", i)] = fmt.Sprintf("Storm %d took the roof. The storm took the roof of house %d.", i, i)
	}
	l := open(t, files)
	const question = "What did the storm take the roof of?"
	for _, r := range ask(t, l, question).Retrieved {
		if r.Passage.Document().ID() == "low.txt" {
			t.Fatal("low.txt is among the best passages, so this test tests nothing")
		}
	}
	a := askOf(t, l, question, "low.txt")
	if q := quotes(a); a.Outcome == NotFound || len(q) == 0 || !strings.Contains(q[0], "ferry house") {
		t.Errorf("%s, quotes %q, want the ferry house", a.Outcome, q)
	}
}
