package corpus

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// stories returns n documents that copy from each other, with dates and without.
func stories(t testing.TB, rnd *rand.Rand, n int) []*Document {
	var docs []*Document
	for i := range n {
		text := prose(rnd.Uint64N(uint64(n)/3+1), 4+rnd.IntN(12))
		if rnd.IntN(3) == 0 {
			text += " " + prose(rnd.Uint64N(uint64(n)), 3+rnd.IntN(5))
		}
		docs = append(docs, textDocument(t, fmt.Sprintf("%03d", i), rnd.IntN(3)*(2000+rnd.IntN(3)), text))
	}
	return docs
}

// spread puts documents on shelves in any order, among dead ones, which are older versions of others and copies of them.
func spread(t testing.TB, rnd *rand.Rand, docs []*Document, most int) []Holding {
	type onShelf struct {
		doc  *Document
		live bool
	}
	shelves := make([][]onShelf, 1+rnd.IntN(4))
	put := func(d *Document, live bool) {
		i := rnd.IntN(len(shelves))
		shelves[i] = append(shelves[i], onShelf{d, live})
	}
	for _, d := range docs {
		put(d, true)
		if rnd.IntN(3) == 0 {
			put(textDocument(t, d.ID(), 1990, d.Text()+" It was."), false)
		}
	}
	holdings := make([]Holding, len(shelves))
	for i, all := range shelves {
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		var on []*Document
		for _, x := range all {
			on = append(on, x.doc)
			holdings[i].Live = append(holdings[i].Live, x.live)
		}
		holdings[i].Shelf = shelveSampled(t, most, on...)
	}
	return holdings
}

// checkSame compares all that two snapshots say of their documents.
func checkSame(t *testing.T, got, want *Snapshot) {
	t.Helper()
	if got.ID() != want.ID() || len(got.Documents()) != len(want.Documents()) {
		t.Fatalf("snapshot %s of %d documents, want %s of %d", got.ID(), len(got.Documents()), want.ID(), len(want.Documents()))
	}
	for i, d := range got.Documents() {
		other := want.Documents()[i]
		seen := fmt.Sprint(d.ID(), d.SHA256(), got.Place(d), got.Witness(d).ID(), idList(got.Copies(d)))
		if wanted := fmt.Sprint(other.ID(), other.SHA256(), i, want.Witness(other).ID(), idList(want.Copies(other))); seen != wanted {
			t.Fatalf("document %d is %s, want %s", i, seen, wanted)
		}
		if got.Document(d.ID()) != d {
			t.Fatalf("%s is not found", d.ID())
		}
	}
}

// However documents are spread over shelves, the snapshot is the one that they make in memory, whether all runs of words
// are compared or few.
func TestSnapshotIsTheSameAnywhere(t *testing.T) {
	synonyms := []Synonym{{Asked: []string{"boat"}, Said: []string{"ship", "ferry"}}}
	copies := 0
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		docs := stories(t, rnd, 1+rnd.IntN(40))
		most := []int{mostShingles, 2000, 500}[seed%3]
		want, err := snapshotInMemory(t.Context(), docs, SnapshotParts{Synonyms: synonyms}, most)
		if err != nil {
			t.Fatal(err)
		}
		holdings := spread(t, rnd, docs, most)
		got, err := snapshotOnShelves(t.Context(), SnapshotParts{Holdings: holdings, Synonyms: synonyms}, most)
		if err != nil {
			t.Fatal(err)
		}
		checkSame(t, got, want)
		checkSame(t, reopened(t, got), want)
		checkPlaces(t, got, holdings)
		copies += len(got.copies.byCopy)
	}
	if copies < 100 {
		t.Errorf("%d near-copies in all, too few to compare", copies)
	}
}

// checkPlaces checks that Where tells where documents are.
func checkPlaces(t *testing.T, s *Snapshot, holdings []Holding) {
	t.Helper()
	live := 0
	for _, h := range holdings {
		for _, is := range h.Live {
			if is {
				live++
			}
		}
	}
	for _, d := range s.Documents() {
		shelf, n := s.Where(d)
		c, _, err := s.Shelves()[shelf].card(n)
		if err != nil || c.id != d.ID() || !holdings[shelf].Live[n] || s.Shelves()[shelf] != holdings[shelf].Shelf {
			t.Fatalf("%s is on shelf %d, number %d, where %+v stands, %v", d.ID(), shelf, n, c, err)
		}
	}
	if live != len(s.Documents()) {
		t.Fatalf("%d documents live, %d in the snapshot", live, len(s.Documents()))
	}
}

func reopened(t testing.TB, s *Snapshot) *Snapshot {
	t.Helper()
	data, err := s.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := OpenSnapshot(s.Shelves(), data)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestOpenSnapshot(t *testing.T) {
	story := prose(1, 20)
	first, second := shelve(t, textDocument(t, "a", 0, story), textDocument(t, "b", 0, story)), shelve(t, textDocument(t, "c", 2020, story))
	s, err := SnapshotOf(t.Context(), SnapshotParts{
		Holdings: []Holding{{Shelf: first, Live: []bool{false, true}}, {Shelf: second}},
		Synonyms: []Synonym{{[]string{"boat"}, []string{"ship", ""}}, {}},
		Problems: []Problem{{"b.txt", "it is empty", "fill it", true, 0}, {Path: "a.txt", Count: 7}},
		Loaded:   time.Date(2022, 1, 7, 3, 4, 5, 6, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	got := reopened(t, s)
	checkSame(t, got, s)
	if n := inMemory(reopened(t, s)); n != 0 {
		t.Errorf("opening has read %d cards and bodies", n)
	}
	if !got.Loaded().Equal(s.Loaded()) || fmt.Sprint(got.Problems()) != fmt.Sprint(s.Problems()) || fmt.Sprintf("%q", got.Synonyms()) != fmt.Sprintf("%q", s.Synonyms()) {
		t.Errorf("loaded %v, problems %v, synonyms %q", got.Loaded(), got.Problems(), got.Synonyms())
	}
	if s.Problems()[0].Path != "a.txt" || s.LeftOut() != 1 || s.Remarks() != 7 {
		t.Errorf("problems %v", s.Problems())
	}
	data, err := s.AppendBinary([]byte("before"))
	if err != nil {
		t.Fatal(err)
	}
	data = data[len("before"):]
	for _, shelves := range [][]*Shelf{nil, {first}, {second, first}, {first, second, second}} {
		if _, err := OpenSnapshot(shelves, data); err == nil {
			t.Errorf("opened on %d other shelves", len(shelves))
		}
	}
	for i := range data {
		data[i] ^= 0x10
		if _, err := OpenSnapshot(s.Shelves(), data); err == nil {
			t.Errorf("opened with byte %d damaged", i)
		}
		if _, err := OpenSnapshot(s.Shelves(), data[:i]); err == nil {
			t.Errorf("opened with %d bytes", i)
		}
		data[i] ^= 0x10
	}
}

func TestSnapshotInMemoryIsNotStored(t *testing.T) {
	s := mustSnapshot(t, textDocument(t, "a", 0, "One."))
	if _, err := s.AppendBinary(nil); err == nil {
		t.Error("a snapshot in memory was stored")
	}
	if shelf, n := s.Where(s.Documents()[0]); shelf != 0 || n != 0 || len(s.Shelves()) != 0 {
		t.Errorf("its document is on shelf %d, number %d, of %d", shelf, n, len(s.Shelves()))
	}
}

func TestSnapshotOfFails(t *testing.T) {
	a := shelve(t, textDocument(t, "a", 0, "One."), textDocument(t, "b", 0, "Two."))
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tt := range []struct {
		name     string
		ctx      context.Context
		holdings []Holding
		want     string
	}{
		{"one id twice", t.Context(), []Holding{{Shelf: a}, {Shelf: a, Live: []bool{false, true}}}, `make snapshot: two documents have the id "b"`},
		{"too few", t.Context(), []Holding{{Shelf: a, Live: []bool{true}}}, "make snapshot: 1 documents of shelf 0 are said to be live or not, it has 2"},
		{"ended", ended, []Holding{{Shelf: a}}, "make snapshot: context canceled"},
	} {
		_, err := SnapshotOf(tt.ctx, SnapshotParts{Holdings: tt.holdings})
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
		if tt.ctx.Err() != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v is not the end of the context", tt.name, err)
		}
	}
}

func TestDocumentsOfOtherSnapshots(t *testing.T) {
	docs := []*Document{textDocument(t, "a", 0, prose(1, 20)), textDocument(t, "b", 0, prose(1, 20))}
	one, other := mustSnapshot(t, docs...), onShelf(t, shelve(t, docs...))
	for _, d := range []*Document{docs[1], other.Document("b")} {
		if one.Place(d) != -1 || one.Witness(d) != d || one.Copies(d) != nil {
			t.Errorf("a document of no or another snapshot is at %d, its witness is %v", one.Place(d), one.Witness(d))
		}
	}
	if d := one.Document("b"); one.Place(d) != 1 || one.Witness(d) != one.Document("a") || d.Passages()[0].Document() != d {
		t.Errorf("b is at %d", one.Place(d))
	}
}

// What Compare says of snapshots on shelves is what it says of them in memory.
func TestCompareOnShelves(t *testing.T) {
	for seed := range uint64(20) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		before, after := stories(t, rnd, 12), stories(t, rnd, 12)
		for i := range after { // some go, some stay as they are, and the rest change
			if rnd.IntN(2) == 0 {
				after[i] = before[i]
			}
		}
		after = slices.DeleteFunc(after, func(*Document) bool { return rnd.IntN(4) == 0 })
		before = slices.DeleteFunc(before, func(*Document) bool { return rnd.IntN(4) == 0 })
		want := changeList(Compare(mustSnapshot(t, before...), mustSnapshot(t, after...)))
		old := snapshotSpread(t, rnd, before)
		for name, s := range map[string]*Snapshot{"shelves": snapshotSpread(t, rnd, after), "memory": mustSnapshot(t, after...)} {
			if got := changeList(Compare(old, s)); got != want {
				t.Errorf("seed %d, %s: %s, want %s", seed, name, got, want)
			}
		}
	}
}

func snapshotSpread(t *testing.T, rnd *rand.Rand, docs []*Document) *Snapshot {
	t.Helper()
	s, err := SnapshotOf(t.Context(), SnapshotParts{Holdings: spread(t, rnd, docs, mostShingles)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func changeList(c Change) string {
	return fmt.Sprintf("+%v ~%v -%v", idList(c.Added), idList(c.Changed), idList(c.Removed))
}

// Documents that stay where they were are not read to be compared.
func TestCompareReadsWhatDiffers(t *testing.T) {
	shelf := shelve(t, textDocument(t, "a", 0, "One."), textDocument(t, "b", 0, "Two."), textDocument(t, "c", 0, "Three."))
	added := shelve(t, textDocument(t, "b", 0, "Two, changed."))
	before := reopened(t, onShelf(t, shelf))
	made, err := SnapshotOf(t.Context(), SnapshotParts{Holdings: []Holding{{Shelf: mustOpenShelf(t, shelf.dir), Live: []bool{true, false, true}}, {Shelf: added}}})
	if err != nil {
		t.Fatal(err)
	}
	after := reopened(t, made)
	if got := changeList(Compare(before, after)); got != "+[] ~[b] -[]" {
		t.Errorf("the change is %s", got)
	}
	after = reopened(t, made)
	Compare(before, after)
	if n := inMemory(after); n != 1 {
		t.Errorf("%d cards and bodies were read, want the card of b", n)
	}
}

// The sample depends on the documents, not on their order, and has at most as many runs of words as it may.
func TestPileSamples(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 3))
	docs := stories(t, rnd, 60)
	var want string
	for range 3 {
		p, total := newPile(500), 0
		for i, n := range rnd.Perm(len(docs)) {
			total += p.add(uint32(i), docs[n].body())
		}
		hashes := ""
		if err := merge(p.sorted(nil), func(hash uint64, documents []uint32) error {
			hashes += fmt.Sprintf("%x*%d ", hash, len(documents))
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(hashes, " "); n > 600 || uint64(total) > 500*p.rate || uint64(total) <= 250*p.rate {
			t.Errorf("%d shingles of %d runs, one in %d", n, total, p.rate)
		}
		if want = max(want, hashes); hashes != want {
			t.Error("another order of the documents gives another sample")
		}
	}
}
