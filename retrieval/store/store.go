// Package store keeps generations of files on disk, of which one is current: old or new, but always whole, whenever the
// program is killed or the power fails. It does not know what the files hold.
//
// A [Generation] is a list of parts, which are folders of files that never change and that generations share, and a
// folder of files of its own. A [Store] is the one writer of a folder and holds its lock (lock.go); any number of
// [Reader] values may look on. New files are written where they will stay, by way of a [Draft] (draft.go), but nothing
// names them until [Draft.Commit] (commit.go) has
//
//   - read every new file for its CRC-32C and told the disk to keep it, with the folders it is in;
//   - written the manifest of the generation, which lists all files (manifest.go), under a checksum of its own (seal.go);
//   - exchanged the file "current", which names the generation (pointer.go), by renaming another one over it.
//
// What no pointer and no manifest names is what a crash has left, and the next writer removes it (sweep.go). Older
// generations stay for [Store.Rollback] (rollback.go), as many as [Options] allow (prune.go).
//
// Current reads every file of the generation against its checksum before anything is answered from it, but for those whose
// readers check what they read (verify.go). What is damaged is told by name in a [DamageError] and can be built anew beside it.
//
// A folder of format 1 holds
//
//	pullquote-store          says whose folder it is, and its format
//	lock                     who writes: process, host and start
//	current                  the number of the current generation; without it the folder counts as new
//	generations/12/manifest  what generation 12 is made of
//	generations/12/own       its own files
//	parts/12-1               the first part that was written for generation 12
package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

var (
	// ErrInUse is the error of a folder that another Store has open, in this process or in another one.
	ErrInUse = errors.New("in use")
	// ErrNone is the error of a folder in which no generation has been committed yet.
	ErrNone = errors.New("no generation has been committed")
)

// Options say how much is kept to roll back to. The zero value keeps what the fields say. Of generations with the same
// label, unless it is empty, none is kept but the current and else the last: there is nothing to return to.
type Options struct {
	// KeepGenerations is how many generations are kept besides the current one: 0 means 3, less means none.
	KeepGenerations int
	// KeepBytes is how many bytes may be kept that the current generation does not need: 0 means 4 GiB, less means none.
	KeepBytes int64
}

// Store is the one writer of a folder. It is safe for concurrent use and must be closed.
type Store struct {
	folder  folder
	options Options
	disk    disk
	lock    *os.File

	mu      sync.Mutex // guards what follows
	closed  bool
	busy    bool    // a draft is open, or a rollback is under way
	listing listing // as it last stood on disk
}

// Open makes a folder ready to write to, which may be absent or empty, takes its lock and removes what a crash has left.
// It fails, and changes nothing, when another Store has it open (with ErrInUse, at once), when the files in it are not
// of a store, and when a newer version of this program has written it. Generations of an older version count as damaged.
func Open(dir string, options Options) (*Store, error) {
	return open(dir, options, disk{})
}

// open is Open with another disk.
func open(dir string, options Options, disk disk) (*Store, error) {
	s := &Store{folder: folder(dir), options: options, disk: disk}
	if err := s.open(); err != nil {
		return nil, fmt.Errorf("open store %s: %w", dir, s.Mend(err))
	}
	return s, nil
}

func (s *Store) open() error {
	if err := s.makeFolder(); err != nil {
		return err
	}
	if _, err := s.folder.recognise(); err != nil {
		return err
	}
	lock, err := takeLock(s.folder.lock())
	if err != nil {
		return err
	}
	s.lock = lock
	if err := s.prepare(); err != nil {
		return errors.Join(err, lock.Close())
	}
	s.sweep()
	s.refresh()
	return nil
}

// makeFolder makes the folder if it is missing. At worst it is missing again after a power failure, and all is built
// anew: so whether the disk has it is no reason to fail.
func (s *Store) makeFolder() error {
	path := filepath.Clean(string(s.folder))
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if err := s.disk.makeAll(path); err != nil {
		return err
	}
	_ = s.disk.sync(filepath.Dir(path))
	return nil
}

// prepare makes the marker and the folders that are missing.
func (s *Store) prepare() error {
	marked, err := s.folder.recognise() // again: who held the lock before may have written it
	if err != nil {
		return err
	}
	if !marked {
		if err := s.mark(); err != nil {
			return err
		}
	}
	for _, path := range []string{s.folder.parts(), s.folder.generations()} {
		if err := s.disk.makeAll(path); err != nil {
			return err
		}
	}
	return s.disk.sync(string(s.folder))
}

func (s *Store) mark() error {
	data, err := seal(marker{Format: format})
	if err != nil {
		return err
	}
	return s.disk.replace(s.folder.marker(), data)
}

// Close gives the lock back. It fails while a draft is open, which must be committed or discarded first; a second Close
// does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return nil
	case s.busy:
		return fmt.Errorf("close store %s: %w", s.folder, errBusy)
	}
	s.closed = true
	if err := s.lock.Close(); err != nil {
		return fmt.Errorf("close store %s: %w", s.folder, err)
	}
	return nil
}

// Current returns the generation that the pointer names, after reading every file of it against its checksum. It fails
// with ErrNone when there is none, with a *DamageError when the pointer, the manifest or a file is not as it was
// written, and when the context ends. The next Commit mends all of these but the last.
func (s *Store) Current(ctx context.Context) (*Generation, error) { return s.folder.current(ctx) }

// CurrentBut is Current without reading the files of parts that have one of these slash-separated names, which are only looked
// at for their size. That is for files that are checked in another way whenever something is read of them. Verify reads them
// all and calls found, one at a time, for each that is not as it was written. It fails when some cannot be looked at, and when
// its context ends.
func (s *Store) CurrentBut(ctx context.Context, later ...string) (g *Generation, verify func(ctx context.Context, found func(*DamageError)) error, err error) {
	g, unread, err := s.folder.currentBut(ctx, later)
	return g, func(ctx context.Context, found func(*DamageError)) error { return findDamage(ctx, unread, found) }, err
}

var (
	errBusy   = errors.New("a draft is open or a rollback is under way")
	errClosed = errors.New("the store is closed")
)

// begin claims the store for one change at a time, until end.
func (s *Store) begin() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return errClosed
	case s.busy:
		return errBusy
	}
	s.busy = true
	return nil
}

func (s *Store) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy = false
}
