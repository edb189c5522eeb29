package corpus

import (
	"context"
	"io/fs"
)

// Limits bound what is read. A zero field means its default.
type Limits struct {
	// FileBytes bounds one file; a JSONL file only has a bound per line. Default 32 MiB.
	FileBytes int64
	// Documents bounds the documents of a corpus. Default 1,000,000.
	Documents int
	// Depth bounds how deep folders are followed. Default 32.
	Depth int
}

// Options say how a corpus is loaded.
type Options struct {
	Limits Limits
	// Progress, if not nil, is called now and then with the number of files read and of all files.
	Progress func(done, all int)
}

// Open loads the corpus at path: a folder, or a single .jsonl file whose documents keep their own ids.
func Open(ctx context.Context, path string, opts Options) (*Snapshot, error) { return nil, nil }

// Load loads every document below the root of fsys.
func Load(ctx context.Context, fsys fs.FS, opts Options) (*Snapshot, error) { return nil, nil }
