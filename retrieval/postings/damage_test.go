package postings

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestSearchTellsDamage searches an index of which the posting lists have become rubbish, or unreadable, since it was opened.
func TestSearchTellsDamage(t *testing.T) {
	for what, do := range map[string]func(path string, size int64) error{
		"rubbish": func(path string, size int64) error { return os.WriteFile(path, rubbish(size), 0o600) },
		"great lengths": func(path string, size int64) error {
			return os.WriteFile(path, bytes.Repeat([]byte("\xff\xff\xff\xff\xff\xff\x7f"), int(size)/7), 0o600)
		},
		"unreadable": func(path string, _ int64) error { return os.Truncate(path, 0) },
	} {
		rng := rand.New(rand.NewPCG(7, 11))
		passages := corpus(rng, 500)
		x := build(t, true, passages)
		paths, err := filepath.Glob(filepath.Join(x.dir, storeName, "*.zap"))
		if err != nil || len(paths) != 1 {
			t.Fatalf("%q, %v", paths, err)
		}
		info, err := os.Stat(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		q := query(rng)
		q.Language, q.Clauses, q.Held = "en", []Clause{{Text, "t1", 1}}, heldIn(passages)
		if err := do(paths[0], info.Size()); err != nil {
			t.Fatal(err)
		}
		var damage *DamageError
		for range 2 { // the first leaves nothing locked
			if _, err := Search(context.Background(), []*Index{x}, q); !errors.As(err, &damage) || damage.Dir != x.dir {
				t.Errorf("%s: %v, want a *DamageError of %s", what, err, x.dir)
			}
		}
		sound := build(t, true, passages)
		if hits, err := Search(context.Background(), []*Index{sound}, q); err != nil || len(hits) == 0 {
			t.Errorf("another index after %s: %d hits, %v", what, len(hits), err)
		}
	}
}

func rubbish(size int64) []byte {
	b := make([]byte, size)
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
	return b
}

// heldIn counts the passages in English that hold a term.
func heldIn(passages []text) func(int, string) int {
	return func(_ int, term string) (n int) {
		for _, p := range passages {
			if p.language == "en" && (slices.Contains(p.text, term) || slices.Contains(p.title, term)) {
				n++
			}
		}
		return n
	}
}
