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

	"github.com/blevesearch/vellum"
)

// TestRunsOfAnySizeGiveTheSame builds the same index from runs of several sizes, the smallest of one passage.
func TestRunsOfAnySizeGiveTheSame(t *testing.T) {
	passages := corpus(rand.New(rand.NewPCG(3, 5)), 300)
	var want []byte
	for _, most := range []int{runPostings, 1, 700, 4_001} {
		dir, names := t.TempDir(), numbering{}
		b := NewBuilder(dir)
		b.inversion.most = most
		for _, p := range passages {
			b.Add(names.passage(p))
		}
		x, err := b.Finish(context.Background(), names.names())
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(filepath.Join(dir, runsName)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("runs of %d: the file of runs stays: %v", most, err)
		}
		paths, err := filepath.Glob(filepath.Join(dir, storeName, "*.zap"))
		if err != nil || len(paths) != 1 {
			t.Fatalf("%q, %v", paths, err)
		}
		got, err := os.ReadFile(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("runs of %d give another segment: %d bytes, %d of one run", most, len(got), len(want))
		}
	}
}

// TestFinishNeedsNames leaves a term out, and has two in the wrong order.
func TestFinishNeedsNames(t *testing.T) {
	for what, names := range map[string][]string{"one is missing": {"a"}, "order": {"b", "a"}, "twice": {"a", "a", "b"}} {
		for _, dir := range []string{"", t.TempDir()} {
			b := NewBuilder(dir)
			b.Add(Passage{Text: []Occurring{{0, 1}, {1, 3}}, Length: 4})
			all := func(yield func(string, uint32) bool) {
				for _, n := range names {
					if !yield(n, uint32(n[0]-'a')) {
						return
					}
				}
			}
			if x, err := b.Finish(context.Background(), map[string]Names{"en": all}); err == nil {
				t.Errorf("%s: no error, %v", what, x.Close())
			} else if what == "order" && !errors.Is(err, vellum.ErrOutOfOrder) {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
}

// TestFinishStops ends the context of a build.
func TestFinishStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := NewBuilder(t.TempDir())
	b.Add(Passage{Text: []Occurring{{0, 1}}, Length: 1})
	if _, err := b.Finish(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func FuzzDecodeLists(f *testing.F) {
	f.Add(appendLists(nil, []uint32{0, 1, 1 << numberBits, 5, runPassages - 1}), uint32(7))
	f.Add([]byte{}, uint32(0))
	f.Add([]byte{1, 255, 255, 3, 1}, uint32(1))
	f.Fuzz(func(t *testing.T, data []byte, first uint32) {
		var lists [slots][]uint32
		mask, err := decodeLists(data, first, &lists)
		if err != nil {
			return
		}
		var postings []uint32
		for slot, list := range lists {
			if (len(list) > 0) != (mask&(1<<slot) != 0) && len(list) > 0 {
				t.Errorf("slot %d of %b has %d passages", slot, mask, len(list))
			}
			if !slices.IsSorted(list) || len(list) > 0 && list[len(list)-1]-first >= runPassages {
				return // no run has it
			}
			for _, p := range list {
				postings = append(postings, uint32(slot)<<numberBits|(p-first))
			}
		}
		var again [slots][]uint32
		if _, err := decodeLists(appendLists(nil, postings), first, &again); err != nil {
			t.Fatal(err)
		}
		for slot := range lists {
			if !slices.Equal(lists[slot], again[slot]) {
				t.Errorf("slot %d: %v, encoded again %v", slot, lists[slot], again[slot])
			}
		}
	})
}
