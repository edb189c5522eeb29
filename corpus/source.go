package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"
)

// A corpus is read as a stream and against what an earlier reading of it has found, so that a reload costs what has
// changed and the memory does not grow with the corpus. What a reading finds is the same with and without an earlier
// one: the same documents, in the same order, and the same problems.

// Source is a place that holds a corpus. It is safe for concurrent use.
type Source struct {
	path string // of a folder or a .jsonl file; "" where files is set
	name string // its absolute path
	fsys fs.FS
	opts Options
	now  func() time.Time
	// stamped is true where the stamps of files tell whether they have changed.
	stamped bool
}

// SourceAt returns the corpus at path: a folder, or a single .jsonl file whose documents keep their own ids. Links that
// lead out of the folder are not followed. It fails where no corpus can be at path.
func SourceAt(path string, opts Options) (Source, error) {
	if _, err := look(path); err != nil {
		return Source{}, err
	}
	name, err := filepath.Abs(path)
	if err != nil {
		return Source{}, fmt.Errorf("corpus %q: %w", path, err)
	}
	return Source{path: path, name: name, opts: opts, now: time.Now, stamped: true}, nil
}

// SourceFS returns the corpus below the root of fsys. What such a file system says about times is not relied on: an
// unchanged file is recognised by its content alone.
func SourceFS(fsys fs.FS, opts Options) Source { return Source{fsys: fsys, opts: opts, now: time.Now} }

// Name tells the corpus from others on this machine: it is its absolute path, or "" for one that was made by SourceFS.
func (s Source) Name() string { return s.name }

// WithProgress returns the source with another [Options].Progress.
func (s Source) WithProgress(progress func(done, all int)) Source {
	s.opts.Progress = progress
	return s
}

// Sink takes the documents that a reading finds. Its methods are called one after another from one goroutine, in the
// order of the files, and the reading waits for them. An error ends the reading, which returns it.
type Sink interface {
	// Keep says that the document of the earlier reading with this id stays as it is.
	Keep(id string) error
	// Put hands over a document that is new or not what it was.
	Put(d *Document) error
}

// Reading is what was found besides the documents.
type Reading struct {
	// Inventory is what a later reading can be read against.
	Inventory *Inventory
	// Problems is what could not be read and why, ordered by path. Of one file a hundred are listed and the others summed
	// up.
	Problems []Problem
	// Synonyms is what the moderators have named, in its order.
	Synonyms []Synonym
	// Kept and New count the documents by the method of the sink that took them. Documents of the earlier reading that
	// were not kept are gone.
	Kept, New int
	// Bytes is how much was read from files.
	Bytes int64
}

// Read reads the corpus and gives every document to the sink: whole where it is new or has changed since the earlier
// reading, otherwise its id. The earlier inventory is nil where everything is wanted whole; one that was made with other
// limits or by another version of the readers counts as nil. An error means that nothing could be read, that the sink
// failed or that ctx has ended; what is wrong with single files is in the problems.
func (s Source) Read(ctx context.Context, before *Inventory, to Sink) (*Reading, error) {
	l, err := s.open()
	if err != nil {
		return nil, err
	}
	defer l.close()
	r, err := l.read(ctx, before, to)
	var full sinkError
	switch {
	case errors.As(err, &full):
		return nil, full.error
	case err != nil:
		return nil, s.named(err)
	}
	return r, nil
}

// sinkError is an error of the sink's own, which is not about the corpus.
type sinkError struct{ error }

// named says which corpus an error is about.
func (s Source) named(err error) error {
	if s.path == "" {
		return err
	}
	return fmt.Errorf("corpus %q: %w", s.path, err)
}

// open returns a loader that reaches the files, and is to be closed. What stands at the path is looked at each time: it
// may be another since.
func (s Source) open() (*loader, error) {
	l, err := s.reach()
	if err != nil {
		return nil, err
	}
	l.now, l.stamped = s.now, s.stamped
	return l, nil
}

func (s Source) reach() (*loader, error) {
	if s.path == "" {
		return newLoader(s.fsys, s.opts), nil
	}
	info, err := look(s.path)
	if err != nil {
		return nil, err
	}
	openIt := openLone
	if info.IsDir() {
		openIt = openFolder
	}
	l, err := openIt(s.path, s.opts)
	if err != nil {
		return nil, s.named(err)
	}
	return l, nil
}

func openFolder(path string, opts Options) (*loader, error) {
	files, err := openRoot(path)
	if err != nil {
		return nil, err
	}
	l := newLoader(files, opts)
	l.close = func() { files.root.Close() }
	return l, nil
}

// openLone fails where the file cannot be opened: there is nothing else to be read.
func openLone(path string, opts Options) (*loader, error) {
	l := newLoader(loneFile(path), opts)
	l.bare, l.lone = true, filepath.Base(path)
	f, _, err := l.open(path)
	if err != nil {
		return nil, err
	}
	f.Close()
	return l, nil
}

// read reads the files that l reaches.
func (l *loader) read(ctx context.Context, before *Inventory, to Sink) (*Reading, error) {
	began := l.now().UnixNano()
	found, err := l.list(ctx)
	if err != nil {
		return nil, err
	}
	w := newInventoryWriter(l.making(), began)
	w.listing = digestProblems(found.problems)
	stated := l.readRules(found.rules, w)
	p := newPast(l, before, stated.sidecar)
	p.sameRules = sameContent(p.before.rule(sidecarName), w.rule(sidecarName))
	e := newEmitter(p, to, w)
	e.early = append(found.problems, stated.problems...)
	if err := newDispatcher(p).run(ctx, found.files, e); err != nil {
		return nil, err
	}
	l.progress(len(found.files), len(found.files))
	return &Reading{Inventory: w.finish(), Problems: e.problems(), Synonyms: stated.synonyms, Kept: e.kept, New: e.put, Bytes: l.taken.Load()}, nil
}
