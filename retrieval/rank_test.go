package retrieval

import (
	"reflect"
	"strings"
	"testing"

	"pullquote/corpus"
)

func TestKinAloneBringsNoDocumentIn(t *testing.T) {
	l := open(t, map[string]string{
		"word.md": "---\nlang: en\n---\n\nTwo sailors were killed in the gale off Skarn.\n",
		"kin.md":  "---\nlang: en\n---\n\nMany butterflies died that winter in the hills.\n",
	})
	a := ask(t, l, "Who was killed?")
	var ids []string
	for _, r := range a.Retrieved {
		ids = append(ids, r.Passage.Document().ID())
	}
	if want := []string{"word.md"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("retrieved %q, want %q", ids, want)
	}
}

func TestOtherPassagesOfAnAdmittedDocumentMayHoldKinAlone(t *testing.T) {
	filler := strings.Repeat("The wind blew from the north over the grey water and the gulls were loud. ", 6)
	l := open(t, map[string]string{"a.md": "---\nlang: en\n---\n\nTwo sailors were killed off Skarn. " + filler + "\n\nThree more died later. " + filler + "\n"})
	if a := ask(t, l, "Who was killed?"); len(a.Retrieved) != 2 {
		t.Errorf("%d passages retrieved, want 2", len(a.Retrieved))
	}
}

func TestHasPair(t *testing.T) {
	at := func(word, start, end int) match {
		return match{corpus.Span{Start: start, End: end}, sense{word: word, safety: 1}}
	}
	for _, tt := range []struct {
		name  string
		found matches
		want  bool
	}{
		{"none", nil, false},
		{"side by side", matches{at(0, 0, 4), at(1, 5, 9)}, true},
		{"too far apart", matches{at(0, 0, 4), at(1, 8, 12)}, false},
		{"the other way round", matches{at(1, 0, 4), at(0, 5, 9)}, false},
		{"one term for both", matches{at(0, 0, 4), at(1, 0, 4)}, false},
		{"overlapping characters", matches{at(0, 0, 6), at(1, 3, 9)}, true},
		{"the second pair", matches{at(1, 0, 4), at(0, 20, 24), at(1, 25, 29)}, true},
	} {
		if got := tt.found.hasPair(0); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.name, got, tt.want)
		}
	}
}

func TestOrderDoesNotDependOnTheOrderOfPassages(t *testing.T) {
	text := "The ferry to Skarn leaves at noon. "
	a := ask(t, open(t, map[string]string{"b.txt": text, "a.txt": text, "c.txt": text + "It is blue."}), "When does the ferry to Skarn leave?")
	var ids []string
	for _, r := range a.Retrieved {
		ids = append(ids, r.Passage.Document().ID())
	}
	if want := []string{"a.txt", "b.txt", "c.txt"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("retrieved %q, want %q", ids, want)
	}
}
