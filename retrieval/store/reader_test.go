package store

import (
	"context"
	"errors"
	"io/fs"
	"strconv"
	"sync"
	"testing"
)

// TestReadersBesideAWriter reads, by readers and by the store itself, while generations are committed and pruned at once:
// what is read is always whole, and never older than what was read before.
func TestReadersBesideAWriter(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{KeepGenerations: -1})
	mustCommit(t, s, "1")
	ctx, end := context.WithCancel(context.Background())
	var readers sync.WaitGroup
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, from := range []source{r, r, r, s} {
		readers.Go(func() {
			if n, err := readOn(ctx, from); err != nil || n == 0 {
				t.Errorf("%d reads, then %v", n, err)
			}
		})
	}
	for i := range 60 {
		mustCommit(t, s, strconv.Itoa(i+2))
		if all := s.Generations(); len(all) > 0 {
			t.Errorf("after commit %d there are %d old generations, want none", i+2, len(all))
		}
	}
	end()
	readers.Wait()
}

// source is a Reader or a Store.
type source interface {
	Current(context.Context) (*Generation, error)
}

// readOn reads until the context ends, and returns how often.
func readOn(ctx context.Context, from source) (n int, err error) {
	for last := 0; ctx.Err() == nil; n++ {
		g, err := from.Current(context.WithoutCancel(ctx))
		if err != nil {
			return n, err
		}
		if g.Number < last || g.Label != strconv.Itoa(g.Number) {
			return n, errors.New("generation " + g.Label + " came after a later one")
		}
		last = g.Number
		if err := whole(g); err != nil && !errors.Is(err, fs.ErrNotExist) { // it may have been pruned meanwhile
			return n, err
		}
	}
	return n, nil
}

func TestReaderOfNothing(t *testing.T) {
	r, err := OpenReader(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Current(context.Background()); !errors.Is(err, ErrNone) {
		t.Errorf("Current of an empty folder: %v, want ErrNone", err)
	}
	if _, err := OpenReader(t.TempDir() + "/absent"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("OpenReader of an absent folder: %v", err)
	}
}

func TestCurrentStopsWithItsContext(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{})
	mustCommit(t, s, "1")
	ctx, end := context.WithCancel(context.Background())
	end()
	var damage *DamageError
	if _, err := s.Current(ctx); !errors.Is(err, context.Canceled) || errors.As(err, &damage) {
		t.Errorf("Current: %v, want context.Canceled", err)
	}
}
