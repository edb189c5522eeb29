package retrieval

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"pullquote/corpus"
)

// Version is an earlier snapshot that a library can return to.
type Version struct {
	// Number counts the snapshots that were filed, from 1.
	Number int
	// Snapshot is the snapshot's ID, Documents how many documents it has.
	Snapshot  string
	Documents int
	// Filed is when it was filed.
	Filed time.Time
	// Bytes is what it takes on disk, with what it shares with others.
	Bytes int64
}

var (
	// ErrInMemory is the error of returning to an earlier snapshot of a library that keeps none.
	ErrInMemory = errors.New("the library is kept in memory, without earlier snapshots")
	// ErrNotKept is the error of returning to a snapshot that is not kept, or not any more.
	ErrNotKept = errors.New("that snapshot is not kept")
)

// IsFiled reports whether the library keeps its snapshots in a folder.
func (l *Library) IsFiled() bool { return l.archive != nil }

// IsReadOnly reports whether another process writes to the folder of the library.
func (l *Library) IsReadOnly() bool { return l.archive != nil && l.archive.store == nil }

// IsRolledBack reports whether an earlier snapshot serves than the last that was read. It stays so, over restarts, until
// Read and Serve bring another.
func (l *Library) IsRolledBack() bool { return l.seen.Load() != l.found.Load() }

// Versions returns the snapshots of the source that RollBack can return to, newest first: those that are kept and have
// other documents than the current one. There are none of a library in memory, or where another process writes.
func (l *Library) Versions() []Version {
	if l.archive == nil || l.archive.store == nil {
		return nil
	}
	return l.archive.versions(l.Snapshot().ID())
}

// versions returns the generations of the source but those with the label of the current one.
func (a *archive) versions(current string) (out []Version) {
	for _, g := range a.store.Generations() {
		state, err := readFiledEdition(filepath.Join(g.Dir, editionName))
		if err == nil && state.Source == a.source.Name() && g.Label != current {
			out = append(out, Version{g.Number, g.Label, state.Documents, g.Created, g.Bytes})
		}
	}
	return out
}

// RollBack makes the library answer from one of its Versions, until Read and Serve bring another. It fails, and the current
// one serves on, with ErrNotKept where there is none of this number, and when the snapshot is damaged, the folder cannot be
// written to, or the context ends.
func (l *Library) RollBack(ctx context.Context, number int) error {
	if err := l.begin(ctx); err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	defer l.end()
	if err := l.rollBack(ctx, number); err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}

func (l *Library) rollBack(ctx context.Context, number int) error {
	a := l.archive
	switch {
	case l.closed:
		return ErrClosed
	case a == nil:
		return ErrInMemory
	case a.store == nil:
		return ErrReadOnly
	case !slices.ContainsFunc(l.Versions(), func(v Version) bool { return v.Number == number }):
		return fmt.Errorf("%w: %d", ErrNotKept, number)
	}
	e, err := a.rollBack(ctx, number)
	if err != nil {
		return err
	}
	l.exchangeFiled(e)
	if number == a.newest() {
		l.seen.Store(l.found.Load())
	}
	return nil
}

// rollBack makes an earlier generation the current one and opens it. When it fails the current one is what it was.
func (a *archive) rollBack(ctx context.Context, number int) (*edition, error) {
	g, err := a.store.Rollback(ctx, number)
	if err != nil {
		return nil, err
	}
	e, f, err := a.openFiled(g)
	if err != nil {
		_, back := a.store.Rollback(context.WithoutCancel(ctx), a.now.number)
		return nil, errors.Join(err, back)
	}
	a.now = f
	a.checking.serve(f.parts)
	return e, nil
}

// newest returns the number of the last generation of the source that is kept, which is the current one unless an earlier
// one was returned to. Where another process writes that is not known, and it is the current one.
func (a *archive) newest() int {
	newest := a.now.number
	if a.store == nil {
		return newest
	}
	for _, v := range a.versions("") {
		newest = max(newest, v.Number)
	}
	return newest
}

// findingsOf returns what was found by the reading of which a generation was made; nil where that is not kept.
func (a *archive) findingsOf(number int) *findings {
	for _, g := range a.store.Generations() {
		if g.Number == number {
			return findingsOf(&g)
		}
	}
	return nil
}

// exchangeFiled makes an edition that was opened from the archive the current one.
func (l *Library) exchangeFiled(e *edition) {
	l.found.Store(l.archive.now.found)
	l.exchange(e)
}

// Stale reports whether the source has changed since it was last read, by the names, sizes and times of its files, or the
// snapshot that was opened is damaged. It fails when they cannot be looked at, and with ErrNoSource for a library that knows no
// source. A return to an earlier snapshot is no change.
func (l *Library) Stale(ctx context.Context) (bool, error) {
	if l.source == nil {
		return false, ErrNoSource
	}
	changed, err := l.source.Changed(ctx, l.seen.Load().inventory())
	if err != nil || changed || l.archive == nil {
		return changed, err
	}
	damage, err := l.archive.checking.found(ctx)
	return damage != nil, err
}

// Watch calls changed whenever the source has changed since it was last read and who writes it has come to an end, until
// the context ends. It waits for changed to return. A return to an earlier snapshot is no change.
func (l *Library) Watch(ctx context.Context, o corpus.WatchOptions, changed func()) {
	if l.source != nil {
		l.source.Watch(ctx, func() *corpus.Inventory { return l.seen.Load().inventory() }, o, changed)
	}
}
