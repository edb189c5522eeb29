package retrieval

import (
	"context"
	"errors"
	"fmt"

	"pullquote/corpus"
)

// Update is what a reading of the source has found: the snapshot that may be served next. It must be served or discarded.
type Update struct {
	library  *Library
	snapshot *corpus.Snapshot
	edition  *edition // nil until it is indexed
	filed    *filing  // nil in memory
	// found is what the reading has found; nil where it is filed.
	found *findings
}

// Snapshot returns the snapshot that was read.
func (u *Update) Snapshot() *corpus.Snapshot { return u.snapshot }

// ErrNoSource is the error of a Library that was opened from a snapshot and knows no source to read.
var ErrNoSource = errors.New("the library has no source to read")

// Read reads the source of the library, only what has changed of it, and calls progress, if it is not nil, with the number
// of files read and of all. What serves is not touched. One update can be under way at a time: others wait, no longer
// than their context.
//
// It fails when the source cannot be read and when the context ends; where snapshots are filed, also when there is no more
// room in the folder (with store.ErrFull) or it may not be written to (with store.ErrForbidden, which Serve can fail with
// as well), and with ErrReadOnly where another process writes there.
func (l *Library) Read(ctx context.Context, progress func(done, all int)) (*Update, error) {
	if err := l.begin(ctx); err != nil {
		return nil, fmt.Errorf("read corpus: %w", err)
	}
	var u *Update
	defer func() {
		if u == nil { // it has failed, or the reader of a file has panicked
			l.end()
		}
	}()
	u, err := l.read(ctx, progress)
	if err != nil {
		return nil, fmt.Errorf("read corpus: %w", err)
	}
	return u, nil
}

func (l *Library) read(ctx context.Context, progress func(done, all int)) (u *Update, err error) {
	defer recoverRead(&err)
	switch {
	case l.closed:
		return nil, ErrClosed
	case l.archive != nil:
		return l.readFiled(ctx, progress)
	case l.source == nil:
		return nil, ErrNoSource
	}
	s, found, err := l.source.WithProgress(progress).Load(ctx)
	if err != nil {
		return nil, err
	}
	return &Update{library: l, snapshot: s, found: &findings{kept: found}}, nil
}

// Serve makes the library answer from the update. Questions that are under way end on the snapshot they began with, whose
// index is closed when the last of them has ended. When Serve fails the old snapshot serves on. The update is used up in
// either case.
func (u *Update) Serve(ctx context.Context) (err error) {
	defer u.library.end()
	defer u.library.afterReload()
	defer func() { err = errors.Join(err, u.release()) }() // what does not serve
	if err := u.serve(ctx); err != nil {
		return fmt.Errorf("serve corpus: %w", err)
	}
	return nil
}

func (u *Update) serve(ctx context.Context) (err error) {
	defer recoverRead(&err)
	l := u.library
	old := l.current.Load()
	if u.filed != nil {
		if err := u.commit(ctx); err != nil {
			return err
		}
	}
	l.found.Store(u.found)
	l.seen.Store(u.found)
	if u.edition == nil && old != nil && old.snapshot.ID() == u.snapshot.ID() {
		old.latest.Store(u.snapshot.WithDocuments(old.snapshot))
		return nil
	}
	if u.edition == nil {
		if u.edition, err = newEdition(ctx, u.snapshot); err != nil {
			return err
		}
	}
	l.exchange(u.edition)
	u.edition = nil
	return nil
}

// commit files the update. Meanwhile what it has found is held in memory: the file of what was found before may go.
func (u *Update) commit(ctx context.Context) error {
	l := u.library
	found, seen := l.found.Load(), l.seen.Load()
	l.found.Store(u.filed.next.found)
	l.seen.Store(u.filed.next.found)
	if err := u.filed.commit(ctx, u.snapshot); err != nil {
		l.found.Store(found)
		l.seen.Store(seen)
		return err
	}
	u.found = l.archive.now.found
	return nil
}

// Discard gives the update up.
func (u *Update) Discard() error {
	defer u.library.end()
	return u.release()
}

// release closes what the update holds still.
func (u *Update) release() error {
	var err error
	if u.edition != nil {
		err = u.edition.close()
		u.edition = nil
	}
	if u.filed != nil {
		u.filed.discard()
		u.filed = nil
	}
	return err
}
