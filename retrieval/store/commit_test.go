package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestCommitMakesTheDraftCurrent(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{})
	if _, err := s.Current(context.Background()); !errors.Is(err, ErrNone) {
		t.Fatalf("Current of an empty store: %v, want ErrNone", err)
	}
	first := mustCommit(t, s, "first")
	second := mustCommit(t, s, "second – ‘zwei’", first.Parts...)
	if second.Number != 2 || second.Label != "second – ‘zwei’" || time.Since(second.Created) > time.Hour {
		t.Errorf("second generation is %+v", second)
	}
	if len(second.Parts) != 2 || second.Parts[0] != first.Parts[0] {
		t.Errorf("parts are %v, want that of %v first", second.Parts, first.Parts)
	}
	if want := int64(len("second – ‘zwei’") + 2*(3+4*1000)); second.Bytes != want {
		t.Errorf("Bytes is %d, want %d", second.Bytes, want)
	}
	if diff := cmp.Diff(second, mustCurrent(t, s)); diff != "" {
		t.Errorf("Current differs from what Commit returned:\n%s", diff)
	}
}

func TestCommitOfNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{})
	d, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Commit(context.Background(), ""); err != nil {
		t.Fatal(err)
	}
	if g, err := s.Current(context.Background()); err != nil || g.Bytes != 0 || g.Parts != nil {
		t.Errorf("Current is %+v, %v", g, err)
	}
}

func TestCommitFails(t *testing.T) {
	going := context.Background()
	ended, end := context.WithCancel(going)
	end()
	for name, test := range map[string]struct {
		ctx     context.Context
		prepare func(d *Draft) error
		want    string
	}{
		"context":   {ended, func(*Draft) error { return nil }, "context canceled"},
		"link":      {going, func(d *Draft) error { return os.Symlink("label", d.Own()+"/link") }, "no regular file"},
		"name":      {going, func(d *Draft) error { return os.WriteFile(d.Own()+"/\xff", nil, 0o600) }, "cannot be one"},
		"lost part": {going, func(d *Draft) error { d.Reuse(Part{Name: "9-9"}); return nil }, `has the part "9-9"`},
		"twice": {going, func(d *Draft) error {
			for name := range d.reusable {
				d.Reuse(Part{Name: name})
				d.Reuse(Part{Name: name})
			}
			return nil
		}, "there twice"},
		"committed": {going, func(d *Draft) error { d.Discard(); return nil }, "has been committed or discarded"},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t, t.TempDir(), Options{})
			old := mustCommit(t, s, "old")
			before := paths(t, s)
			d, err := s.Begin()
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(fill(d, "new"), test.prepare(d)); err != nil {
				t.Fatal(err)
			}
			if _, err := d.Commit(test.ctx, "new"); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Commit: %v, want %q", err, test.want)
			}
			if g := mustCurrent(t, s); g.Number != old.Number {
				t.Errorf("current is %d, want %d", g.Number, old.Number)
			}
			if diff := cmp.Diff(before, paths(t, s)); diff != "" {
				t.Errorf("the failed draft left something:\n%s", diff)
			}
			if g := mustCommit(t, s, "next"); g.Number <= old.Number {
				t.Errorf("the next generation is %d", g.Number)
			}
		})
	}
}

func TestOneChangeAtATime(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{})
	g := mustCommit(t, s, "old")
	d, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if _, err := s.Begin(); !errors.Is(err, errBusy) {
		t.Errorf("second Begin: %v, want errBusy", err)
	}
	if _, err := s.Rollback(context.Background(), g.Number); !errors.Is(err, errBusy) {
		t.Errorf("Rollback beside a draft: %v, want errBusy", err)
	}
	if err := s.Close(); !errors.Is(err, errBusy) {
		t.Errorf("Close beside a draft: %v, want errBusy", err)
	}
	mustCurrent(t, s)
}

// steps records the steps of a disk, and refuses those that refuse names.
type steps struct {
	mu     sync.Mutex
	taken  []string
	refuse func(n int) bool // n counts from 0
}

func (s *steps) disk() disk {
	return disk{before: func(step, path string) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.taken = append(s.taken, step+" "+path)
		if s.refuse != nil && s.refuse(len(s.taken)-1) {
			return syscall.ENOSPC
		}
		return nil
	}}
}

// TestSteps compares all changes of an opening and two commits, the second of which prunes the first, with a golden file.
// What matters: all files and folders are synchronised before the manifest is written, all that leads to it before
// "current" is renamed, and nothing is removed before that is synchronised.
func TestSteps(t *testing.T) {
	dir := t.TempDir()
	var log steps
	s, err := open(dir, Options{KeepGenerations: -1}, log.disk())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, label := range []string{"first", "second"} {
		log.mu.Lock()
		log.taken = append(log.taken, "", "# "+label)
		log.mu.Unlock()
		mustCommit(t, s, label)
	}
	got := filepath.ToSlash(strings.ReplaceAll(strings.Join(sortRuns(log.taken), "\n"), dir, ".") + "\n")
	golden := "testdata/steps.txt"
	if *update {
		if err := errors.Join(os.MkdirAll("testdata", 0o777), os.WriteFile(golden, []byte(got), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("steps differ (-update rewrites %s):\n%s", golden, diff)
	}
}

// sortRuns sorts the runs of synchronisations: two workers take them, in any order.
func sortRuns(lines []string) []string {
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && strings.HasPrefix(lines[start], "sync") && strings.HasPrefix(lines[end], "sync") {
			end++
		}
		slices.Sort(lines[start:end])
		start = end
	}
	return lines
}

// paths lists the folder of a store, but for the lock.
func paths(t testing.TB, s *Store) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(string(s.folder), func(path string, _ fs.DirEntry, err error) error {
		if path != s.folder.lock() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
