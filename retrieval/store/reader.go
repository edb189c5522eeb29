package store

import (
	"bytes"
	"context"
	"fmt"
	"os"
)

// Reader reads from a folder that another process may write to. It needs no right to write, holds no lock and no file,
// and is safe for concurrent use.
type Reader struct{ folder folder }

// OpenReader returns a reader of a folder, which may be empty. It fails when the folder is absent, when the files in it
// are not of a store, and when a newer version of this program has written it.
func OpenReader(dir string) (*Reader, error) {
	f := folder(dir)
	if _, err := f.recognise(); err != nil {
		return nil, fmt.Errorf("read store %s: %w", dir, err)
	}
	return &Reader{folder: f}, nil
}

// Current is [Store.Current]. The writer may remove the generation before its files are opened, if it commits several
// meanwhile: who finds one gone calls Current again.
func (r *Reader) Current(ctx context.Context) (*Generation, error) { return r.folder.current(ctx) }

// current returns the generation that the pointer names, verified.
func (f folder) current(ctx context.Context) (*Generation, error) {
	g, _, err := f.currentBut(ctx, nil)
	return g, err
}

// currentBut returns the generation that the pointer names, verified but for the files that are left for later, and these.
// Where the pointer is exchanged meanwhile, and what it named may be gone, it begins anew.
func (f folder) currentBut(ctx context.Context, later []string) (*Generation, []written, error) {
	for {
		p, before, err := f.readPointer()
		if err == nil && before == nil {
			return nil, nil, fmt.Errorf("store %s: %w", f, ErrNone)
		}
		var g *Generation
		var unread []written
		if err == nil {
			g, unread, err = f.verifiedBut(ctx, p.Generation, later)
		}
		if err == nil {
			return g, unread, nil
		}
		if now, _ := os.ReadFile(f.pointer()); bytes.Equal(now, before) || ctx.Err() != nil {
			return nil, nil, fmt.Errorf("current generation of store %s: %w", f, err)
		}
	}
}

// verified returns a generation of which every file is as it was committed.
func (f folder) verified(ctx context.Context, number int) (*Generation, error) {
	g, _, err := f.verifiedBut(ctx, number, nil)
	return g, err
}

// verifiedBut returns a generation of which every file is as it was committed, but for those that are left for later, and
// these.
func (f folder) verifiedBut(ctx context.Context, number int, later []string) (*Generation, []written, error) {
	m, err := f.readManifest(number)
	if err != nil {
		return nil, nil, err
	}
	unread, err := f.verify(ctx, m, later)
	if err != nil {
		return nil, nil, err
	}
	g := f.generation(m)
	return &g, unread, nil
}
