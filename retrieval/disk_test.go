package retrieval

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pullquote/corpus"
)

// folder is a corpus of files that change.
type folder struct {
	dir   string
	rng   *rand.Rand
	files map[string]string
}

func newFolder(t *testing.T, seed uint64) *folder {
	return &folder{t.TempDir(), rand.New(rand.NewPCG(seed, 3)), map[string]string{}}
}

// change writes, changes and removes some files.
func (f *folder) change(t *testing.T, times int) {
	t.Helper()
	for range times {
		name := fmt.Sprintf("%s%02d.md", []string{"a/", "b/", ""}[f.rng.IntN(3)], f.rng.IntN(40))
		path := filepath.Join(f.dir, name)
		if f.rng.IntN(4) == 0 {
			delete(f.files, name)
			if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			continue
		}
		f.files[name] = f.text()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.files[name]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// text returns a document of a few passages, some of them those of other documents.
func (f *folder) text() string {
	var b strings.Builder
	switch f.rng.IntN(6) {
	case 0:
		b.WriteString("---\nlang: de\npublished: 2024-03-0" + fmt.Sprint(1+f.rng.IntN(9)) + "\n---\n\n")
		fmt.Fprintf(&b, "Der Sturm beschädigte %d Boote im Hafen, sagte die Hafenbehörde. Der Deichbruch traf das Dorf im Herbst.\n", f.rng.IntN(9))
	case 1:
		fmt.Fprintf(&b, "Pier %d closed!\n", f.rng.IntN(5))
	default:
		fmt.Fprintf(&b, "---\ntitle: The gale of %d\nlang: en\npublished: 2024-02-1%d\n---\n\n", 1990+f.rng.IntN(5), f.rng.IntN(9))
		for range 1 + f.rng.IntN(4) {
			fmt.Fprintf(&b, "The Harbour Pilots' Union (HPU) said that %d boats were lost in the %s gale near %s. ", f.rng.IntN(30),
				[]string{"autumn", "spring", "great"}[f.rng.IntN(3)], []string{"Varn", "Arlau", "the cease-fire line", "the old pier"}[f.rng.IntN(4)])
			fmt.Fprintf(&b, "The ferry office counted %d ferries, and %d pilots were hurt while they were towing them to the quay, which was closed.\n\n", f.rng.IntN(30), f.rng.IntN(9))
		}
	}
	return b.String()
}

var diskQuestions = []string{
	"How many boats were lost?", "How many boats were lost in the gale near Varn?", "Which pier was closed?", "What did the HPU say?",
	"Wie viele Boote hat der Sturm beschädigt?", "Was ist im Herbst gebrochen?", "Who counted the feries?", "What about the ceasefire?", "zeppelin",
}

func (f *folder) source(t *testing.T) corpus.Source {
	t.Helper()
	s, err := corpus.SourceAt(f.dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
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
			f.change(t, 1+f.rng.IntN(6))
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
