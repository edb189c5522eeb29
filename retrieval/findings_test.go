package retrieval

import (
	"context"
	"path/filepath"
	"testing"

	"pullquote/corpus"
)

// TestFindingsAreOfTheirFile looks at what is known of the source of a library that was opened again and reloaded: it is that
// of the reading, and the same for all who ask at once.
func TestFindingsAreOfTheirFile(t *testing.T) {
	f, dir := newFolder(t, 0), t.TempDir()
	twoSegments(t, f, dir)
	l := openDir(t, f, dir)
	defer closeLibrary(t, l)
	checkFindings(t, l)
	f.change(t, 3)
	readAndServe(t, l)
	checkFindings(t, l)
}

func checkFindings(t *testing.T, l *Library) {
	t.Helper()
	found, documents := l.found.Load(), len(l.Snapshot().Documents())
	if found.kept != nil {
		t.Error("what was found is in memory although it is filed")
	}
	first := found.inventory()
	if first.Documents() != documents || found.inventory() != first {
		t.Errorf("%d documents were found, want %d, twice the same", first.Documents(), documents)
	}
	if stale, err := l.Stale(context.Background()); stale || err != nil {
		t.Errorf("stale %t, %v", stale, err)
	}
}

// TestDamagedFindingsCountAsNone damages what was found by the last reading while the library is open: the source then counts
// as changed, and is read anew.
func TestDamagedFindingsCountAsNone(t *testing.T) {
	f, dir := newFolder(t, 0), t.TempDir()
	twoSegments(t, f, dir)
	l := openDir(t, f, dir)
	defer closeLibrary(t, l)
	path := filepath.Join(dir, "generations", "2", "own", inventoryName)
	if l.found.Load().path != path {
		t.Fatalf("what was found is in %s, want %s", l.found.Load().path, path)
	}
	if err := clearFile(path); err != nil {
		t.Fatal(err)
	}
	var none *corpus.Inventory
	if got := l.found.Load().inventory(); got != none {
		t.Errorf("%d documents are read of a damaged file", got.Documents())
	}
	if stale, err := l.Stale(context.Background()); !stale || err != nil {
		t.Errorf("stale %t, %v", stale, err)
	}
	readAndServe(t, l)
	checkSays(t, l, memorySays(t, f.files))
	checkFindings(t, l)
}
