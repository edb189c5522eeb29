package retrieval

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"pullquote/corpus"
)

func TestVocabularyCountsPassages(t *testing.T) {
	l := open(t, flood)
	for _, tongue := range l.current.Load().tongues {
		for term := range tongue.vocabulary.numbers {
			want := 0
			for _, p := range l.current.Load().passages {
				if p.tongue == tongue && slices.Contains(p.fields()[tongue.text], term) {
					want++
				}
			}
			if got := tongue.vocabulary.frequency(term); got != want {
				t.Errorf("%q in %d passages, want %d", term, got, want)
			}
		}
		if got := tongue.vocabulary.frequency("zeppelin"); got != 0 {
			t.Errorf("a term of no passage is in %d", got)
		}
	}
}

func TestAnswersDoNotDependOnWhatIsKept(t *testing.T) {
	kept := open(t, flood)
	for _, most := range []int{0, 1, 20} {
		l := openSnapshot(t, kept.Snapshot(), most)
		for _, question := range []string{"How many people were rescued?", "What caused the flood?", "Who is the mayor?", "zzz"} {
			if got, want := ask(t, l, question), ask(t, kept, question); !reflect.DeepEqual(got, want) {
				t.Errorf("keeping %d terms: %s\ngot %+v\nwant %+v", most, question, got, want)
			}
		}
	}
}

func openSnapshot(t testing.TB, snapshot *corpus.Snapshot, most int) *Library {
	t.Helper()
	l, err := openKeeping(context.Background(), snapshot, most)
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
