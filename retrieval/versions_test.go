package retrieval

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"pullquote/corpus"
)

// bells is a corpus of one document, which says how often a bell rang.
type bells struct{ dir, data string }

func newBells(t *testing.T, text string) *bells {
	b := &bells{t.TempDir(), t.TempDir()}
	b.write(t, text)
	return b
}

func (b *bells) write(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(b.dir, "bell.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (b *bells) options(t *testing.T) Options {
	t.Helper()
	source, err := corpus.SourceAt(b.dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Options{Source: source, Dir: b.data}
}

func (b *bells) open(t *testing.T) *Library {
	t.Helper()
	l, rebuilt, err := OpenSource(t.Context(), b.options(t))
	if err != nil || rebuilt != nil {
		t.Fatal(rebuilt, err)
	}
	return l
}

// read writes a text and serves it.
func (b *bells) read(t *testing.T, l *Library, text string) {
	t.Helper()
	b.write(t, text)
	serveNew(t, l)
}

func serveNew(t *testing.T, l *Library) {
	t.Helper()
	u, err := l.Read(t.Context(), nil)
	if err == nil {
		err = u.Serve(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// says fails unless the library answers with a text.
func says(t *testing.T, l *Library, want string) {
	t.Helper()
	a := ask(t, l, howOften)
	if got := quotes(a); len(got) != 1 || got[0] != "bell.txt: "+want {
		t.Errorf("the answer quotes %q, want %q", got, want)
	}
}

func isStale(t *testing.T, l *Library) bool {
	t.Helper()
	stale, err := l.Stale(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stale
}

const (
	firstBell  = "The bell of Skarn rang 100 times at noon."
	secondBell = "The bell of Skarn rang 200 times at noon."
	thirdBell  = "The bell of Skarn rang 3000 times at noon."
)

// TestRollBack returns to an earlier snapshot, which serves over a restart until the files change or are read again.
func TestRollBack(t *testing.T) {
	b := newBells(t, firstBell)
	l := b.open(t)
	b.read(t, l, secondBell)
	serveNew(t, l) // nothing is new: there is no more to return to
	versions := l.Versions()
	if len(versions) != 1 || versions[0].Number != 1 || versions[0].Documents != 1 || versions[0].Snapshot == l.Snapshot().ID() {
		t.Fatalf("there are the versions %+v, want the first", versions)
	}
	if err := l.RollBack(t.Context(), 7); !errors.Is(err, ErrNotKept) {
		t.Errorf("a return to what is not kept: %v", err)
	}
	if err := l.RollBack(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		says(t, l, firstBell)
		if !l.IsRolledBack() || isStale(t, l) {
			t.Errorf("rolled back: %v, stale: %v, want the first alone", l.IsRolledBack(), isStale(t, l))
		}
		closeLibrary(t, l)
		l = b.open(t)
	}
	b.write(t, thirdBell)
	if !isStale(t, l) {
		t.Error("a change of the files is not noticed")
	}
	serveNew(t, l)
	says(t, l, thirdBell)
	if l.IsRolledBack() || isStale(t, l) {
		t.Error("what was read just now counts as an earlier snapshot or as changed")
	}
	closeLibrary(t, l)
}

// TestRollForward returns to an earlier snapshot and back to the last.
func TestRollForward(t *testing.T) {
	b := newBells(t, firstBell)
	l := b.open(t)
	b.read(t, l, secondBell)
	for _, number := range []int{1, 2} {
		if err := l.RollBack(t.Context(), number); err != nil {
			t.Fatal(err)
		}
	}
	says(t, l, secondBell)
	if l.IsRolledBack() || isStale(t, l) {
		t.Error("the last snapshot counts as an earlier one or as changed")
	}
	closeLibrary(t, l)
}

// TestRollBackToADamagedSnapshot fails and changes nothing, for the next start either.
func TestRollBackToADamagedSnapshot(t *testing.T) {
	b := newBells(t, firstBell)
	l := b.open(t)
	b.read(t, l, secondBell)
	if err := os.Truncate(filepath.Join(b.data, "generations/1/own", lostName), 0); err != nil {
		t.Fatal(err)
	}
	if err := l.RollBack(t.Context(), 1); err == nil {
		t.Error("a damaged snapshot was returned to")
	}
	says(t, l, secondBell)
	closeLibrary(t, l)
	l = b.open(t)
	says(t, l, secondBell)
	closeLibrary(t, l)
}

// TestOtherCorpus opens the folder of one corpus for another: no answer is from the first, and there is no way back to it.
func TestOtherCorpus(t *testing.T) {
	a, b := newBells(t, firstBell), newBells(t, secondBell)
	l := a.open(t)
	closeLibrary(t, l)
	b.data = a.data
	var told error
	o := b.options(t)
	o.Rebuilding = func(why error) { told = why }
	l, rebuilt, err := OpenSource(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	var other *OtherCorpusError
	if !errors.As(rebuilt, &other) || other.Name != a.dir || told != rebuilt {
		t.Errorf("rebuilt because of %v, announced as %v, want the corpus %s", rebuilt, told, a.dir)
	}
	says(t, l, secondBell)
	if v := l.Versions(); len(v) > 0 {
		t.Errorf("there are the versions %+v of another corpus", v)
	}
	shared := a.options(t)
	shared.Share = true
	if _, _, err := OpenSource(t.Context(), shared); !errors.As(err, &other) {
		t.Errorf("shared with another corpus: %v", err)
	}
	closeLibrary(t, l)
}

// TestOpenSourceOfNothing opens a corpus without documents: that fails, and nothing is filed.
func TestOpenSourceOfNothing(t *testing.T) {
	b := newBells(t, "")
	var empty *EmptyError
	if _, _, err := OpenSource(context.Background(), b.options(t)); !errors.As(err, &empty) || empty.LeftOut != 1 {
		t.Errorf("the error is %v, want an EmptyError", err)
	}
	b.write(t, firstBell)
	l := b.open(t)
	says(t, l, firstBell)
	if v := l.Versions(); len(v) > 0 {
		t.Errorf("there are the versions %+v", v)
	}
	closeLibrary(t, l)
}

// slippery is a file system that panics once, like a reader with a mistake.
type slippery struct {
	fs.FS
	slips bool
}

func (s *slippery) Open(name string) (fs.File, error) {
	if s.slips {
		s.slips = false
		panic("a slip")
	}
	return s.FS.Open(name)
}

// TestReadThatPanics leaves the library able to read again, and to close.
func TestReadThatPanics(t *testing.T) {
	b := newBells(t, firstBell)
	for _, dir := range []string{"", b.data} {
		files := &slippery{FS: os.DirFS(b.dir)}
		l, _, err := OpenSource(t.Context(), Options{Source: corpus.SourceFS(files, corpus.Options{}), Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		files.slips = true
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic is lost")
				}
			}()
			_, _ = l.Read(t.Context(), nil)
		}()
		serveNew(t, l)
		says(t, l, firstBell)
		closeLibrary(t, l)
	}
}
