package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// manyDocuments returns documents for several blocks: the words "red boat" stand in every third, exactly in every sixth.
func manyDocuments(t testing.TB) []*Document {
	t.Helper()
	var docs []*Document
	for n := range 3*blockDocuments + 1 {
		text := fmt.Sprintf("Number %d is here.", n)
		switch n % 6 {
		case 0:
			text += " The red boat leaves."
		case 3:
			text += " The Red-boat, the Red Boat."
		}
		docs = append(docs, textDocument(t, fmt.Sprintf("%04d", n), 0, text))
	}
	return docs
}

// What workers find is what one reader of all documents finds.
func TestFindInBlocks(t *testing.T) {
	docs := manyDocuments(t)
	inMemory := mustSnapshot(t, docs...)
	for name, s := range map[string]*Snapshot{"in memory": inMemory, "on a shelf": onShelf(t, shelve(t, docs...))} {
		for _, most := range []int{0, 1, 5, blockDocuments / 3, 200, 1000} {
			words := []string{"red boat", "?", "Number 700 is", "the boat", "is here"}
			got, err := s.FindEach(t.Context(), words, most)
			if err != nil {
				t.Fatal(err)
			}
			all := make(searches, len(words))
			for i, w := range words {
				all[i] = search{wording: newWording(w), most: most}
			}
			one := bodyFolder{bodies: recordReaders{open: (*Shelf).readBodies}}
			found := one.read(t.Context(), s.Documents(), all)
			for i, w := range words {
				if want := found.searches[i].findings(); found.err != nil || !reflect.DeepEqual(got[i], want) {
					t.Errorf("%s: Find(%q, %d) = %d places, want %d, %v", name, w, most, len(got[i]), len(want), found.err)
				}
			}
		}
	}
}

// A document that cannot be read fails a search that has not found enough before it, and no other.
func TestFindBeforeDamage(t *testing.T) {
	const damaged = blockDocuments + 1
	shelf := shelve(t, manyDocuments(t)...)
	path := filepath.Join(shelf.dir, bodiesFile)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw[shelf.slot(damaged).body] ^= 1
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	s := onShelf(t, shelf)
	exact := (damaged + 5) / 6 // places before the damage
	for most, fails := range map[int]bool{1: false, exact: false, exact + 1: true} {
		found, err := s.Find(t.Context(), "red boat", most)
		if fails != isReadError(err) || !fails && len(found) != most {
			t.Errorf("Find of %d places = %d places, %v", most, len(found), err)
		}
	}
}
