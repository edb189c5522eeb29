package message

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pullquote/corpus"
)

// called is a corpus of n documents with titles, publishers and authors.
func called(t testing.TB, n int) *corpus.Snapshot {
	files := map[string]string{"untitled.txt": "It rained on the harbour for nine days without an end."}
	for i := range n {
		files[fmt.Sprintf("doc-%03d.md", i)] = fmt.Sprintf("---\ntitle: The Gale of %d\npublisher: Harbour Post %d\nauthor: Ada Byrne\n---\nIt rained.", i, i%7)
	}
	return filesOf(t, files)
}

func named(d *Directory, text string) (ids []string) {
	for doc := range d.Named(context.Background(), text) {
		ids = append(ids, doc.ID())
	}
	return ids
}

// TestNamed looks names up, whether they are kept or beyond what is kept.
func TestNamed(t *testing.T) {
	s := called(t, 100)
	whole, short := NewDirectory(s), NewDirectory(s)
	short.names.ends = short.names.ends[:40]
	for text, want := range map[string]int{
		"": 101, "gale of 7": 11, " GALE of 99 ": 1, "ada byrne": 100, "harbour post 3: the gale": 14, "post 3": 14, "rained on the": 1,
		"doc-01": 10, "untitled.txt": 1, "nothing": 0, "harbour": 101, "\x00": 101, "byrne\x00doc": 0,
	} {
		var plain []string
		for _, d := range s.Documents() {
			if strings.Contains(lookedUpAs(d.Card()), strings.ToLower(withoutMarks.Replace(strings.TrimSpace(text)))) {
				plain = append(plain, d.ID())
			}
		}
		got := named(whole, text)
		if len(got) != want || !slices.Equal(got, plain) {
			t.Errorf("%q names %d documents, want %d", text, len(got), want)
		}
		if !slices.Equal(named(short, text), got) && len(short.names.ends) < len(s.Documents()) {
			t.Errorf("%q names %d documents where names are not kept, want %d", text, len(named(short, text)), len(got))
		}
	}
}

// TestNamedStopsWithItsContext reads no more documents when whoever types has typed on.
func TestNamedStopsWithItsContext(t *testing.T) {
	d := NewDirectory(called(t, 10))
	d.names = nameList{}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range d.Named(ctx, "") {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d documents were read, want 1", n)
	}
}

func TestPicked(t *testing.T) {
	s := called(t, 5)
	d := NewDirectory(s)
	for _, doc := range s.Documents() {
		if got := d.Picked(PickOf(doc)); got != doc {
			t.Errorf("%s picks %v, want %s", PickOf(doc), got, doc.ID())
		}
	}
	for _, choice := range []string{"", "#", "doc-001.md", "#0123456789abcdef", "#zz", PickOf(s.Documents()[0])[1:]} {
		if got := d.Picked(choice); got != nil {
			t.Errorf("%q picks %s", choice, got.ID())
		}
	}
}

// TestDirectoryAt carries what was gathered over to an equal snapshot, and to no other.
func TestDirectoryAt(t *testing.T) {
	d := NewDirectory(called(t, 5))
	same, other := called(t, 5), called(t, 6)
	again := d.At(same)
	if again == nil || again.Snapshot() != same || again.entries != d.entries {
		t.Error("the directory of an equal snapshot is made anew")
	}
	if d.At(other) != nil {
		t.Error("the directory holds for another snapshot")
	}
	if got := again.Picked(PickOf(same.Documents()[2])); got != same.Documents()[2] {
		t.Error("it finds the documents of the first snapshot")
	}
}
