package corpus

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"
)

// A snapshot has one for each document, whether it is in use or not.
func TestDocumentIsSmall(t *testing.T) {
	if n := reflect.TypeFor[Document]().Size(); n > 32 {
		t.Errorf("a document takes %d bytes", n)
	}
}

// inMemory returns how many cards and bodies of a snapshot are in memory.
func inMemory(s *Snapshot) (n int) {
	for _, d := range s.Documents() {
		if d.head.Load() != nil {
			n++
		}
		if d.whole.Load() != nil {
			n++
		}
	}
	return n
}

// Many readers at once read what is dropped at the same time, and all see every document whole.
func TestCacheDropsWhatIsRead(t *testing.T) {
	const documents, readers = 60, 8
	var docs []*Document
	for i := range documents {
		docs = append(docs, textDocument(t, fmt.Sprintf("%02d", i), 0, prose(uint64(i), 20)))
	}
	s := onShelf(t, shelve(t, docs...))
	s.holdings[0].cache.most = 20_000
	var wg sync.WaitGroup
	for r := range readers {
		wg.Go(func() {
			rnd := rand.New(rand.NewPCG(uint64(r), 0))
			for range 2000 {
				i := rnd.IntN(documents)
				d := s.Documents()[i]
				if d.ID() != docs[i].ID() || d.Text() != docs[i].Text() {
					t.Errorf("document %d is %s: %q", i, d.ID(), d.Text())
				}
				if p := d.Passages()[0]; p.Document() != d || p.Text() != docs[i].Passages()[0].Text() {
					t.Errorf("a passage of document %d is %q", i, p.Text())
				}
			}
		})
	}
	wg.Wait()
	c := s.holdings[0].cache
	if n := inMemory(s); n != len(c.queue) || n == 0 || n == 2*documents || c.bytes > c.most {
		t.Errorf("%d cards and bodies in memory, %d known to the cache, which has %d bytes", n, len(c.queue), c.bytes)
	}
}

func TestCacheKeepsTheLast(t *testing.T) {
	s := onShelf(t, shelve(t, textDocument(t, "a", 0, "One."), textDocument(t, "b", 0, "Two.")))
	s.holdings[0].cache.most = 1
	for _, d := range s.Documents() {
		if err := d.Load(); err != nil {
			t.Fatal(err)
		}
		if inMemory(s) != 1 || d.whole.Load() == nil {
			t.Errorf("%d in memory after %s, want its body alone", inMemory(s), d.ID())
		}
	}
}

// A quote stands, whatever has been read since.
func TestQuoteOutlivesTheCache(t *testing.T) {
	s := onShelf(t, shelve(t, textDocument(t, "a", 0, "One two. Three four."), textDocument(t, "b", 0, "Five.")))
	s.holdings[0].cache.most = 1
	q, err := s.Document("a").Passages()[0].Quote(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	text := q.Text()
	_ = s.Document("b").Text()
	if q.Text() != "Three four." || text != "Three four." || q.Document() != s.Document("a") {
		t.Errorf("the quote is %q, then %q", text, q.Text())
	}
}

func TestFindKeepsNothing(t *testing.T) {
	docs := []*Document{textDocument(t, "a", 0, "One two three."), textDocument(t, "b", 0, "Two three four.")}
	s := onShelf(t, shelve(t, docs...))
	found := mustFind(t, s, "two three", 10)
	if inMemory(s) != 0 {
		t.Errorf("%d cards and bodies in memory", inMemory(s))
	}
	want := mustFind(t, mustSnapshot(t, docs...), "two three", 10)
	if len(found) != 2 || len(want) != 2 {
		t.Fatalf("found %v, in memory %v", found, want)
	}
	for i := range found {
		if found[i].Document.ID() != want[i].Document.ID() || found[i].Span != want[i].Span || found[i].Exact != want[i].Exact {
			t.Errorf("finding %d is %+v, in memory %+v", i, found[i], want[i])
		}
	}
}
