package corpus

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync/atomic"
	"time"
)

// Limits bound what is read. A zero field means its default.
type Limits struct {
	// FileBytes bounds one file; a JSONL file only has a bound per line. Default 32 MiB.
	FileBytes int64
	// TotalBytes bounds all files together; those beyond it, in the order of their paths, are left out. Default 4 GiB.
	TotalBytes int64
	// Documents bounds the documents of a corpus. Default 1,000,000.
	Documents int
	// Depth bounds how deep folders are followed. Default 32.
	Depth int
}

func (l Limits) withDefaults() Limits {
	l.FileBytes = cmp.Or(l.FileBytes, 32<<20)
	l.TotalBytes = cmp.Or(l.TotalBytes, 4<<30)
	l.Documents = cmp.Or(l.Documents, 1_000_000)
	l.Depth = cmp.Or(l.Depth, 32)
	return l
}

// Options say how a corpus is loaded.
type Options struct {
	Limits Limits
	// Progress, if not nil, is called now and then with the number of files read and of all files. Calls do not
	// overlap.
	Progress func(done, all int)
}

// Open loads the corpus at path: a folder, or a single .jsonl file whose documents keep their own ids. Links that
// lead out of the folder are not followed. An error means that nothing could be loaded at all; what is wrong with
// single files is in the snapshot's problems.
func Open(ctx context.Context, path string, opts Options) (*Snapshot, error) {
	s, err := SourceAt(path, opts)
	if err != nil {
		return nil, err
	}
	snapshot, _, err := s.Load(ctx)
	return snapshot, err
}

// CheckPath returns nil where a corpus can be at path, and otherwise the error that Open returns, without reading
// anything.
func CheckPath(path string) error {
	_, err := look(path)
	return err
}

// look returns what stands at path: a folder or a regular .jsonl file.
func look(path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("corpus %q: there is no such file or folder; name a folder of documents or a .jsonl file: %w", path, err)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("corpus %q: it may not be read; give this user the right to read it: %w", path, err)
	case err != nil:
		return nil, fmt.Errorf("corpus %q: %w", path, err)
	case info.IsDir(), info.Mode().IsRegular() && isJSONL(path):
		return info, nil
	}
	return nil, fmt.Errorf("corpus %q: it is neither a folder nor a .jsonl file; put the document into a folder and name that", path)
}

// Load loads every document below the root of fsys. Files and folders whose name begins with a dot are passed over,
// and so are sources.yaml and synonyms.txt in the root, which are no documents. Every other file is either loaded or
// named in the snapshot's problems.
func Load(ctx context.Context, fsys fs.FS, opts Options) (*Snapshot, error) {
	s, _, err := SourceFS(fsys, opts).Load(ctx)
	return s, err
}

// Load reads all documents into memory. The inventory is what a later reading can be read against. It fails as Read does.
func (s Source) Load(ctx context.Context) (*Snapshot, *Inventory, error) {
	var all collection
	r, err := s.Read(ctx, nil, &all)
	if err != nil {
		return nil, nil, err
	}
	snapshot, err := newSnapshot(ctx, all.documents, r.Synonyms, r.Problems)
	if err != nil {
		return nil, nil, s.named(err)
	}
	return snapshot, r.Inventory, nil
}

// collection is a sink that holds all documents.
type collection struct{ documents []*Document }

func (c *collection) Put(d *Document) error {
	c.documents = append(c.documents, d)
	return nil
}

func (c *collection) Keep(id string) error {
	return fmt.Errorf("document %s was not read before and cannot be kept", id)
}

// loader reaches the files of a corpus while it is read.
type loader struct {
	fsys     fs.FS
	limits   Limits
	progress func(done, all int)
	now      func() time.Time
	close    func()
	lone     string       // the name of the only file, where the corpus is no folder
	bare     bool         // documents of a JSONL file are known by their own id alone
	stamped  bool         // stamps tell whether a file has changed
	taken    atomic.Int64 // bytes that were read
}

func newLoader(fsys fs.FS, opts Options) *loader {
	l := &loader{fsys: fsys, limits: opts.Limits.withDefaults(), progress: opts.Progress, now: time.Now, close: func() {}}
	if l.progress == nil {
		l.progress = func(int, int) {}
	}
	return l
}

func isJSONL(name string) bool {
	ext := lowerExt(name)
	return ext == ".jsonl" || ext == ".ndjson"
}

func lowerExt(name string) string { return lowerASCII(path.Ext(name)) }
