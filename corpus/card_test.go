package corpus

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestCards(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 1))
	docs := append(everyKind(t), stories(t, rnd, 300)...)
	inMemory := mustSnapshot(t, docs...)
	for name, s := range map[string]*Snapshot{
		"in memory": inMemory, "on one shelf": onShelf(t, shelve(t, docs...)), "opened again": reopened(t, onShelf(t, shelve(t, docs...))),
		"spread": snapshotSpread(t, rnd, docs), "none": mustSnapshot(t), "on no shelf": onShelf(t),
	} {
		n := 0
		for d, c := range s.Cards() {
			if want := (Card{d.ID(), d.Label(), d.Metadata()}); d != s.Documents()[n] || c != want || d.Card() != want {
				t.Fatalf("%s: card %d is %+v, want %+v", name, n, c, want)
			}
			n++
		}
		if n != len(s.Documents()) {
			t.Errorf("%s: %d cards of %d documents", name, n, len(s.Documents()))
		}
		for range s.Cards() {
			break
		}
		var want []string
		for _, d := range s.Documents() {
			want = append(want, d.ID())
		}
		if got := slices.Collect(s.IDs()); !slices.Equal(got, want) {
			t.Errorf("%s: the ids are %q, want %q", name, got, want)
		}
	}
}

// A pass over the cards keeps none of them.
func TestCardsAreNotKept(t *testing.T) {
	s := onShelf(t, shelve(t, everyKind(t)...))
	for range s.Cards() {
	}
	for range s.IDs() {
	}
	for _, d := range s.Documents() {
		if d.head.Load() != nil {
			t.Errorf("the card of document %d is in memory", d.n)
		}
	}
}

func TestCardsThatCannotBeRead(t *testing.T) {
	shelf := shelve(t, textDocument(t, "a", 0, "One two three."), textDocument(t, "b", 0, "Four five six."))
	s := onShelf(t, shelf)
	path := filepath.Join(shelf.dir, cardsFile)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw[shelf.slot(1).card] ^= 1
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	var seen []string
	defer func() {
		var read *ReadError
		if err, _ := recover().(error); !errors.As(err, &read) || read.Document != 1 || !slices.Equal(seen, []string{"a"}) {
			t.Errorf("after %q: %v", seen, err)
		}
	}()
	for _, c := range s.Cards() {
		seen = append(seen, c.ID)
	}
}

// Records are the same in whatever order they are asked for.
func TestRecordReader(t *testing.T) {
	shelf := shelve(t, stories(t, rand.New(rand.NewPCG(5, 2)), 3*mostGap)...)
	in := shelf.readBodies()
	for _, n := range []int{0, 1, 1, 0, mostGap, 3*mostGap - 1, 2, 3, 2 * mostGap, 2*mostGap - 1} {
		got, err := in.at(n)
		if err != nil {
			t.Fatal(err)
		}
		if want, err := shelf.bodyRecord(n); err != nil || string(got) != want {
			t.Errorf("record %d is %q, want %q, %v", n, got, want, err)
		}
	}
}

func TestDocumentOfID(t *testing.T) {
	docs := stories(t, rand.New(rand.NewPCG(5, 3)), 50)
	inMemory := mustSnapshot(t, docs...)
	for name, s := range map[string]*Snapshot{"in memory": inMemory, "on a shelf": onShelf(t, shelve(t, docs...)), "opened again": reopened(t, onShelf(t, shelve(t, docs...)))} {
		for _, d := range s.Documents() {
			if got := s.Document(d.ID()); got != d {
				t.Errorf("%s: Document(%q) is another", name, d.ID())
			}
		}
		for _, id := range []string{"", "none", docs[0].ID() + "#"} {
			if got := s.Document(id); got != nil {
				t.Errorf("%s: Document(%q) is %s", name, id, got.ID())
			}
		}
	}
}

// Ids with the same hash are told apart.
func TestIDsOfOneHash(t *testing.T) {
	seen := map[uint64]string{}
	for n := 0; ; n++ {
		id := fmt.Sprint(n)
		other, found := seen[hashID(id)]
		if seen[hashID(id)] = id; !found {
			continue
		}
		s := mustSnapshot(t, textDocument(t, id, 0, "One."), textDocument(t, other, 0, "Two."))
		for _, want := range []string{id, other} {
			if d := s.Document(want); d == nil || d.ID() != want {
				t.Errorf("Document(%q) = %v", want, d)
			}
		}
		return
	}
}
