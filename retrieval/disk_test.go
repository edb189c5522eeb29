package retrieval

import (
	"context"
	"fmt"
	"reflect"
	"testing"
)

var diskQuestions = []string{
	"How many boats were lost?", "How many boats were lost in the gale near Varn?", "Which pier was closed?", "What did the HPU say?",
	"Wie viele Boote hat der Sturm beschädigt?", "Was ist im Herbst gebrochen?", "Who counted the feries?", "What about the ceasefire?", "zeppelin",
}

func openDir(t *testing.T, f *folder, dir string) *Library {
	t.Helper()
	l, rebuilt, err := OpenSource(context.Background(), Options{Source: f.source(t), Dir: dir})
	if err != nil || rebuilt != nil {
		t.Fatal(err, rebuilt)
	}
	return l
}

func closeLibrary(t *testing.T, l *Library) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

// sameAnswers compares the answers of two libraries, by what they say: their documents are not the same in memory.
func sameAnswers(t *testing.T, what string, got, want *Library) {
	t.Helper()
	for _, q := range diskQuestions {
		g, w := told(ask(t, got, q)), told(ask(t, want, q))
		if !reflect.DeepEqual(g, w) {
			t.Errorf("%s: %s\ngot  %v\nwant %v", what, q, g, w)
		}
	}
}

// told is all that an answer says, in words and numbers.
func told(a Answer) []string {
	out := []string{fmt.Sprint(a.Snapshot, a.Outcome, a.Confidence, a.Disagreement, a.Updated, a.Searched, a.Read, a.Unread, a.Witnesses,
		idsOf(a.Silent), idsOf(a.Covers), a.UnknownWords)}
	for _, g := range a.Groups {
		for _, x := range g.Excerpts {
			out = append(out, fmt.Sprint(g.Value, g.Aside, x.Source, x.Score, x.Matches, x.Quote.Document().ID(), x.Quote.Span(), x.Quote.Text()))
		}
	}
	for _, r := range a.Retrieved {
		out = append(out, fmt.Sprint(r.Score, r.Passage.Document().ID(), r.Passage.Span()))
	}
	return append(out, fmt.Sprintf("%+v", a.Explanation))
}

func TestAnswersAreTheSameHoweverTheyWereIndexed(t *testing.T) {
	for seed := range uint64(4) {
		f, dir := newFolder(t, seed), t.TempDir()
		f.change(t, 25)
		l := openDir(t, f, dir)
		for round := range 8 {
			fresh, _, err := OpenSource(context.Background(), Options{Source: f.source(t)})
			if err != nil {
				t.Fatal(err)
			}
			sameAnswers(t, fmt.Sprintf("seed %d round %d", seed, round), l, fresh)
			if round%3 == 2 {
				closeLibrary(t, l)
				l = openDir(t, f, dir)
				sameAnswers(t, fmt.Sprintf("seed %d round %d opened again", seed, round), l, fresh)
			}
			closeLibrary(t, fresh)
			f.change(t, 1+round%6)
			u, err := l.Read(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := u.Serve(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		closeLibrary(t, l)
	}
}
