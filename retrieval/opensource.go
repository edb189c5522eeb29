package retrieval

import (
	"context"
	"errors"
	"fmt"

	"pullquote/corpus"
	"pullquote/retrieval/store"
)

// Options say where a library is kept and what it answers from.
type Options struct {
	// Source is what the library answers from.
	Source corpus.Source
	// Dir is the folder that keeps snapshots; "" keeps everything in memory.
	Dir string
	// Share lets the library answer from the last snapshot in the folder where another process writes to it. Its source
	// then cannot be read.
	Share bool
	// Progress, if not nil, is called now and then with the number of files read and of all, where they have to be read.
	Progress func(done, all int)
	// Rebuilding, if not nil, is called before everything is read anew although there is a snapshot, with the reason: by
	// OpenSource, and by Read.
	Rebuilding func(why error)
}

// EmptyError is the error of a corpus without a single document to answer from.
type EmptyError struct {
	// LeftOut is how many could not be read.
	LeftOut int
}

// Error implements error.
func (e *EmptyError) Error() string {
	if e.LeftOut == 0 {
		return "there are no documents in the corpus"
	}
	return fmt.Sprintf("there are no documents in the corpus, %d could not be read", e.LeftOut)
}

// OpenSource opens the library of a source. One that has a snapshot in its folder serves that at once, as it was when it
// was read last: Stale tells whether the source has changed since, Read reads what has. Where there is none, or a damaged
// one, or one of another version or of another corpus (an *[OtherCorpusError]), which rebuilt tells, everything is read and
// filed.
//
// The texts of the snapshot, and the terms of its passages, are read against their checksums while it serves already, and
// whenever something is read of them. Where they are damaged, Stale says so, and Read builds everything anew.
//
// It fails when the source cannot be read or has no document (with an *[EmptyError]), when another process writes to the
// folder (with store.ErrInUse), when the folder cannot be written to, and when the context ends; of a folder that is
// shared, also when there is no snapshot of the source in it that can be served. The Library must be closed.
func OpenSource(ctx context.Context, o Options) (l *Library, rebuilt error, err error) {
	opened := &Library{writing: make(chan struct{}, 1), source: &o.Source, rebuilding: o.Rebuilding}
	opened.writing <- struct{}{}
	if rebuilt, err = opened.openOrRead(ctx, o); err != nil {
		return nil, nil, errors.Join(fmt.Errorf("open library: %w", err), opened.Close())
	}
	return opened, rebuilt, nil
}

// openOrRead opens what is in the folder or else reads the source.
func (l *Library) openOrRead(ctx context.Context, o Options) (rebuilt, err error) {
	if o.Dir != "" {
		if l.archive, err = openArchive(o.Dir, o.Source, o.Share); err != nil {
			return nil, err
		}
		err = l.openFiled(ctx)
		switch {
		case err == nil:
			return nil, nil
		case ctx.Err() != nil, l.archive.store == nil:
			return nil, err
		case !errors.Is(err, store.ErrNone):
			rebuilt = err
		}
	}
	if rebuilt != nil {
		l.sayRebuilding(rebuilt)
	}
	return rebuilt, l.readFirst(ctx, o.Progress)
}

// sayRebuilding tells why everything is read anew.
func (l *Library) sayRebuilding(why error) {
	if l.rebuilding != nil {
		l.rebuilding(why)
	}
}

// openFiled serves the snapshot that is in the folder.
func (l *Library) openFiled(ctx context.Context) error {
	e, err := l.archive.open(ctx)
	if err != nil {
		return err
	}
	l.exchangeFiled(e)
	l.seen.Store(l.found.Load())
	if later := l.archive.newest(); later != l.archive.now.number {
		l.seen.Store(l.archive.findingsOf(later))
	}
	return nil
}

// readFirst reads the source for the first time and serves what it has.
func (l *Library) readFirst(ctx context.Context, progress func(done, all int)) error {
	u, err := l.Read(ctx, progress)
	if err != nil {
		return err
	}
	if s := u.Snapshot(); len(s.Documents()) == 0 {
		return errors.Join(&EmptyError{s.LeftOut()}, u.Discard())
	}
	return u.Serve(ctx)
}
