package retrieval

import (
	"context"
	"errors"
	"fmt"
	"time"

	"pullquote/corpus"
)

// Version is a snapshot that a library can return to.
type Version struct {
	// Number counts the snapshots that were filed, from 1.
	Number int
	// Snapshot is the snapshot's ID.
	Snapshot string
	// Filed is when it was filed.
	Filed time.Time
	// Bytes is what it takes on disk, with what it shares with others.
	Bytes int64
}

// ErrInMemory is the error of asking a library for earlier snapshots that keeps none.
var ErrInMemory = errors.New("the library is kept in memory, without earlier snapshots")

// Versions returns the earlier snapshots that are kept, newest first, none for a library in memory.
func (l *Library) Versions() []Version {
	if l.archive == nil || l.archive.store == nil {
		return nil
	}
	var out []Version
	for _, g := range l.archive.store.Generations() {
		out = append(out, Version{g.Number, g.Label, g.Created, g.Bytes})
	}
	return out
}

// RollBack makes the library answer from an earlier snapshot, until Read and Serve bring another. It fails, and the current
// one serves on, where the library keeps none of this number, the snapshot is damaged, or the context ends.
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
	switch {
	case l.closed:
		return ErrClosed
	case l.archive == nil:
		return ErrInMemory
	case l.archive.store == nil:
		return ErrReadOnly
	}
	g, err := l.archive.store.Rollback(ctx, number)
	if err != nil {
		return err
	}
	e, f, err := openFiled(g)
	if err != nil {
		return errors.Join(err, l.archive.stay(ctx))
	}
	l.archive.now = f
	l.exchangeFiled(e)
	return nil
}

// stay makes the generation that serves the current one again.
func (a *archive) stay(ctx context.Context) error {
	if a.now.number == 0 {
		return nil
	}
	_, err := a.store.Rollback(ctx, a.now.number)
	return err
}

// exchangeFiled makes an edition that was opened from the archive the current one.
func (l *Library) exchangeFiled(e *edition) {
	found, err := corpus.ReadInventory(l.archive.now.inventory)
	if err != nil {
		found = nil // as if nothing had been read: everything is read anew
	}
	l.inventory.Store(found)
	l.exchange(e)
}

// Stale reports whether the source has changed since it was read for the current snapshot, by the names, sizes and times
// of its files. It fails when they cannot be looked at, and with ErrNoSource for a library that knows no source.
func (l *Library) Stale(ctx context.Context) (bool, error) {
	if l.source == nil {
		return false, ErrNoSource
	}
	return l.source.Changed(ctx, l.inventory.Load())
}

// Watch calls changed whenever the source has changed since it was read for the current snapshot and who writes it has
// come to an end, until the context ends. It waits for changed to return.
func (l *Library) Watch(ctx context.Context, o corpus.WatchOptions, changed func()) {
	if l.source != nil {
		l.source.Watch(ctx, l.inventory.Load, o, changed)
	}
}

// IsReadOnly reports whether another process writes to the folder of the library.
func (l *Library) IsReadOnly() bool { return l.archive != nil && l.archive.store == nil }
