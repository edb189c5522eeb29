package corpus

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// prose returns n sentences of made-up words, the same for the same seed.
func prose(seed uint64, n int) string {
	rnd := rand.New(rand.NewPCG(seed, 0))
	var out []string
	for range n {
		words := []string{"The"}
		for range 8 + rnd.IntN(8) {
			words = append(words, fmt.Sprintf("w%d", rnd.IntN(3000)))
		}
		out = append(out, strings.Join(words, " ")+".")
	}
	return strings.Join(out, " ")
}

func textDocument(t testing.TB, id string, published int, text string) *Document {
	t.Helper()
	d := drafted(Paragraph, text)
	d.meta.Published = Date{Year: published}
	doc, err := newDocument(id, d)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// witnesses returns the ids of the documents that are near-copies, and those of their witnesses.
func witnesses(s *Snapshot) map[string]string {
	out := map[string]string{}
	for _, d := range s.Documents() {
		if w := s.Witness(d); w != d {
			out[d.ID()] = w.ID()
		}
	}
	return out
}

func TestFindCopies(t *testing.T) {
	story := prose(1, 40)
	half := story[:len(story)*6/10]
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"same", story, true},
		{"other case and marks", strings.ToUpper(strings.ReplaceAll(story, ".", " —")), true},
		{"cut", half, true},
		{"padded", prose(2, 10) + " " + story + " " + prose(3, 20), true},
		{"embedded", prose(4, 60) + " " + half + " " + prose(5, 60), true},
		{"some words changed", strings.ReplaceAll(story, "The w1", "A w1"), true},
		{"unrelated", prose(6, 40), false},
		{"a sentence in common", prose(7, 40) + " " + strings.SplitAfter(story, ".")[0], false},
		{"too short", "The ferry leaves at nine from the old pier.", false},
	} {
		first, second := textDocument(t, "b", 2021, story), textDocument(t, "a", 2022, c.text)
		copies := witnesses(mustSnapshot(t, second, first))
		if got := copies["a"] == "b"; got != c.want || copies["b"] != "" {
			t.Errorf("%s: a copy %v, want %v; the first is a copy of %q", c.name, got, c.want, copies["b"])
		}
	}
}

func TestCopiesHaveOneWitness(t *testing.T) {
	story := prose(1, 40)
	var docs []*Document
	for i := range 200 {
		docs = append(docs, textDocument(t, fmt.Sprintf("%03d", i), 0, story+" "+prose(uint64(i+10), 2)))
	}
	copies := witnesses(mustSnapshot(t, docs...))
	for _, d := range docs[1:] {
		if copies[d.ID()] != "000" {
			t.Fatalf("the witness of %s is %q, want the first", d.ID(), copies[d.ID()])
		}
	}
	if copies["000"] != "" {
		t.Error("the first is a copy")
	}
}

func TestUndatedCopiesComeLast(t *testing.T) {
	story := prose(1, 40)
	dated, undated := textDocument(t, "b", 2022, story), textDocument(t, "a", 0, story)
	if got := witnesses(mustSnapshot(t, undated, dated))["a"]; got != "b" {
		t.Errorf("the witness of the undated is %q, want the dated", got)
	}
}

func TestShinglesAreSampledAlike(t *testing.T) {
	long, part := textDocument(t, "a", 0, prose(1, 300)), textDocument(t, "b", 0, prose(1, 150))
	whole := map[uint64]bool{}
	all, _ := appendShingles(nil, long.body(), 4)
	for _, h := range all {
		whole[h] = true
	}
	sample, _ := appendShingles(nil, part.body(), 4)
	if _, n := appendShingles(nil, part.body(), 1); len(sample) < n/6 || len(sample) > n/3 {
		t.Errorf("a sample of one in four has %d of %d", len(sample), n)
	}
	for _, h := range sample {
		if !whole[h] {
			t.Fatal("the part has a shingle that the whole lacks")
		}
	}
}

func TestSnapshotStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newSnapshot(ctx, []*Document{textDocument(t, "a", 0, prose(1, 40))}, nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("newSnapshot = %v, want %v", err, context.Canceled)
	}
}

func TestCopies(t *testing.T) {
	story := prose(1, 40)
	docs := []*Document{textDocument(t, "a", 0, story), textDocument(t, "b", 0, prose(2, 40)), textDocument(t, "c", 2021, story), textDocument(t, "d", 0, story)}
	s, err := newSnapshot(context.Background(), docs, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"a": "c: c d", "b": "b:", "c": "c: a d", "d": "c: a c"} {
		d := s.Document(id)
		got := s.Witness(d).ID() + ":"
		for _, other := range s.Copies(d) {
			got += " " + other.ID()
		}
		if got != want {
			t.Errorf("the witness and copies of %s are %q, want %q", id, got, want)
		}
	}
}

// What is furniture changes what can be quoted, and so the name.
func TestSnapshotIDCoversBlocks(t *testing.T) {
	names := map[string]bool{}
	for _, d := range []draft{
		drafted(Paragraph, "One.", Paragraph, "Two."), drafted(Paragraph, "One.", Furniture, "Two."),
		drafted(Heading, "One.", Paragraph, "Two."), drafted(Paragraph, "One.\n\nTwo."),
	} {
		s, err := newSnapshot(context.Background(), []*Document{mustDocument(t, d)}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		names[s.ID()] = true
	}
	if len(names) != 4 {
		t.Errorf("4 different snapshots have %d names", len(names))
	}
}
