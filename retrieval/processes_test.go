package retrieval

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"pullquote/retrieval/store"
)

func TestWhatAnotherVersionHasMade(t *testing.T) {
	f, dir := newFolder(t, 2), t.TempDir()
	f.change(t, 20)
	s, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.Own(), editionName), []byte("another form"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Commit(context.Background(), "foreign"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	l, rebuilt, err := OpenSource(context.Background(), Options{Source: f.source(t), Dir: dir})
	if err != nil || !errors.Is(rebuilt, errForeign) {
		t.Fatalf("%v, rebuilt because of %v, want %v", err, rebuilt, errForeign)
	}
	if err := l.RollBack(context.Background(), 1); !errors.Is(err, ErrNotKept) {
		t.Errorf("rolled back: %v, want %v", err, ErrNotKept)
	}
	checkSays(t, l, memorySays(t, f.files))
	closeLibrary(t, l)
	l = openDir(t, f, dir)
	checkSays(t, l, memorySays(t, f.files))
	closeLibrary(t, l)
}

// TestTwoProcesses opens a folder twice: the second may look on and change nothing.
func TestTwoProcesses(t *testing.T) {
	f, dir := newFolder(t, 2), t.TempDir()
	f.change(t, 20)
	before := f.files
	writer := openDir(t, f, dir)
	defer closeLibrary(t, writer)
	if _, _, err := OpenSource(context.Background(), Options{Source: f.source(t), Dir: dir}); !errors.Is(err, store.ErrInUse) {
		t.Errorf("opened twice: %v, want %v", err, store.ErrInUse)
	}
	reader := openOptions(t, Options{Source: f.source(t), Dir: dir, Share: true})
	defer closeLibrary(t, reader)
	if _, err := reader.Read(context.Background(), nil); !errors.Is(err, ErrReadOnly) || !reader.IsReadOnly() {
		t.Errorf("read: %v, want %v", err, ErrReadOnly)
	}
	for range 6 { // more than are kept: what the reader has open is removed
		f.change(t, 5)
		readAndServe(t, writer)
		checkSays(t, reader, memorySays(t, before))
	}
	late := openOptions(t, Options{Source: f.source(t), Dir: dir, Share: true})
	checkSays(t, late, memorySays(t, f.files))
	closeLibrary(t, late)
}
