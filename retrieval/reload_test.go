package retrieval

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"go.uber.org/goleak"

	"pullquote/corpus"
)

func load(t testing.TB, files map[string]string) *corpus.Snapshot {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	snapshot, err := corpus.Load(context.Background(), fsys, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// numbered returns snapshots of one document each, which says its number.
func numbered(t testing.TB, n int) []*corpus.Snapshot {
	t.Helper()
	var out []*corpus.Snapshot
	for i := range n {
		out = append(out, load(t, map[string]string{fmt.Sprintf("%d.txt", i): fmt.Sprintf("The bell of Skarn rang %d times at noon.", 100+i)}))
	}
	return out
}

func mustReload(t testing.TB, l *Library, s *corpus.Snapshot) {
	t.Helper()
	if err := l.Reload(context.Background(), s); err != nil {
		t.Fatal(err)
	}
}

const howOften = "How many times did the bell of Skarn ring?"

// isWhollyOf reports whether an answer to howOften comes from one snapshot and no other.
func isWhollyOf(a Answer, s *corpus.Snapshot) bool {
	return a.Snapshot == s.ID() && a.Outcome == Answered && len(a.Sources) == 1 && a.Sources[0].Document == s.Documents()[0]
}

func TestReload(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	snapshots := numbered(t, 3)
	l, err := Open(context.Background(), snapshots[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range snapshots {
		mustReload(t, l, s)
		if l.Snapshot() != s && l.Snapshot().ID() != s.ID() {
			t.Errorf("the snapshot is %s, want %s", l.Snapshot().ID(), s.ID())
		}
		if a := ask(t, l, howOften); !isWhollyOf(a, s) {
			t.Errorf("after the reload of %s: %s from %s, quotes %q", s.ID(), a.Outcome, a.Snapshot, quotes(a))
		}
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

func TestReloadOfEqualDocumentsKeepsTheIndex(t *testing.T) {
	files := map[string]string{"a.txt": "The bell of Skarn rang 100 times at noon."}
	l := open(t, files)
	before, edition := l.Snapshot(), l.current.Load()
	files["picture.png"] = "x"
	after := load(t, files)
	mustReload(t, l, after)
	got := l.Snapshot()
	if l.current.Load() != edition {
		t.Error("equal documents were indexed again")
	}
	if len(got.Problems()) != 1 || !got.Loaded().Equal(after.Loaded()) || got.ID() != before.ID() {
		t.Errorf("the snapshot has problems %v and was loaded at %v, want those of the second", got.Problems(), got.Loaded())
	}
	if a := ask(t, l, howOften); !isWhollyOf(a, got) {
		t.Errorf("%s from %s, want an answer from the documents of the snapshot", a.Outcome, a.Snapshot)
	}
}

func TestReloadThatFailsLeavesTheOldServing(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	snapshots := numbered(t, 2)
	l, err := Open(context.Background(), snapshots[0])
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := l.Reload(ctx, snapshots[1]); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v, want %v", err, context.Canceled)
	}
	if a := ask(t, l, howOften); !isWhollyOf(a, snapshots[0]) || l.Snapshot() != snapshots[0] {
		t.Errorf("%s from %s, want it from %s", a.Outcome, a.Snapshot, snapshots[0].ID())
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

func TestReloadWaitsForAnotherNoLongerThanItsContext(t *testing.T) {
	snapshots := numbered(t, 2)
	l := openSnapshot(t, snapshots[0])
	<-l.writing // a reload is under way
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- l.Reload(ctx, snapshots[1]) }()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v, want %v", err, context.Canceled)
	}
	l.writing <- struct{}{}
	mustReload(t, l, snapshots[1])
}

func TestOldIndexIsClosedByItsLastReader(t *testing.T) {
	snapshots := numbered(t, 2)
	l := openSnapshot(t, snapshots[0])
	old, err := l.hold() // a question is under way
	if err != nil {
		t.Fatal(err)
	}
	mustReload(t, l, snapshots[1])
	a, err := old.ask(context.Background(), Question{Text: howOften})
	if err != nil || !isWhollyOf(a, snapshots[0]) {
		t.Errorf("the question under way: %s from %s, %v, want it from %s", a.Outcome, a.Snapshot, err, snapshots[0].ID())
	}
	l.letGo(old)
	if old.hold() {
		t.Error("the old edition is open after its last reader has left")
	}
}

func TestCloseWaitsForQuestions(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	snapshots := numbered(t, 1)
	l, err := Open(context.Background(), snapshots[0])
	if err != nil {
		t.Fatal(err)
	}
	e, err := l.hold()
	if err != nil {
		t.Fatal(err)
	}
	answered := false
	closed := make(chan error)
	go func() {
		err := l.Close()
		if !answered { // the race detector sees it, too, if Close does not wait
			err = errors.Join(err, errors.New("closed before the question was answered"))
		}
		closed <- err
	}()
	if a, err := e.ask(context.Background(), Question{Text: howOften}); err != nil || !isWhollyOf(a, snapshots[0]) {
		t.Errorf("%s from %s, %v", a.Outcome, a.Snapshot, err)
	}
	answered = true
	l.letGo(e)
	if err := <-closed; err != nil {
		t.Error(err)
	}
}

func TestClosedLibrary(t *testing.T) {
	snapshots := numbered(t, 2)
	l, err := Open(context.Background(), snapshots[0])
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := l.Ask(context.Background(), Question{Text: howOften}); !errors.Is(err, ErrClosed) {
		t.Errorf("asked: %v, want %v", err, ErrClosed)
	}
	for _, s := range snapshots {
		if err := l.Reload(context.Background(), s); !errors.Is(err, ErrClosed) {
			t.Errorf("reloaded: %v, want %v", err, ErrClosed)
		}
	}
	if l.Snapshot() != snapshots[0] {
		t.Errorf("the snapshot is %s, want the last one", l.Snapshot().ID())
	}
}

// unclosable fails to close.
type unclosable struct{}

var errUnclosable = errors.New("unclosable")

func (unclosable) Close() error { return errUnclosable }

func TestCloseReportsWhatAReloadCouldNotRelease(t *testing.T) {
	snapshots := numbered(t, 2)
	l, err := Open(context.Background(), snapshots[0])
	if err != nil {
		t.Fatal(err)
	}
	e := l.current.Load()
	e.closing = append(e.closing, unclosable{})
	mustReload(t, l, snapshots[1])
	if err := l.Close(); !errors.Is(err, errUnclosable) {
		t.Errorf("the error is %v, want %v", err, errUnclosable)
	}
}

// TestAskWhileReloading asks and reloads at the same time: every answer comes wholly from one snapshot, and nothing is
// closed under a reader or left open.
func TestAskWhileReloading(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	const askers, reloaders, rounds = 4, 3, 12
	snapshots := numbered(t, 4)
	l, err := Open(context.Background(), snapshots[0])
	if err != nil {
		t.Fatal(err)
	}
	var reloading, asking sync.WaitGroup
	stop := make(chan struct{})
	for range askers {
		asking.Go(func() { askUntil(t, l, snapshots, stop) })
	}
	for i := range reloaders {
		reloading.Go(func() {
			for n := range rounds {
				if err := l.Reload(context.Background(), snapshots[(i+n)%len(snapshots)]); err != nil {
					t.Error(err)
				}
			}
		})
	}
	reloading.Wait()
	close(stop)
	asking.Wait()
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

// askUntil asks at least once, and until stop is closed.
func askUntil(t *testing.T, l *Library, snapshots []*corpus.Snapshot, stop <-chan struct{}) {
	for {
		a, err := l.Ask(context.Background(), Question{Text: howOften})
		if err != nil || !slices.ContainsFunc(snapshots, func(s *corpus.Snapshot) bool { return isWhollyOf(a, s) }) {
			t.Errorf("%s from %s, quotes %q, %v", a.Outcome, a.Snapshot, quotes(a), err)
			return
		}
		select {
		case <-stop:
			return
		default:
		}
	}
}
