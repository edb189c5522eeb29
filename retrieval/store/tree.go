package store

import (
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// tree is what is in a folder and below it.
type tree struct {
	files   []found  // in the order of their names
	folders []string // paths, the folder itself first
	odd     string   // path of the last thing that is neither, if any: a link would lead elsewhere tomorrow
}

type found struct {
	name  string // in the folder, slash-separated
	bytes int64
}

// readTree lists a folder.
func readTree(root string) (tree, error) {
	var t tree
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			t.folders = append(t.folders, path)
			return nil
		}
		if !e.Type().IsRegular() {
			t.odd = path
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		t.files = append(t.files, found{filepath.ToSlash(name), info.Size()})
		return err
	})
	slices.SortFunc(t.files, func(a, b found) int { return strings.Compare(a.name, b.name) })
	return t, err
}

const (
	// workers is how many files are read at a time. Two keep a fast disk busy and leave a small machine room to answer.
	workers = 2
	// bufferBytes is what each worker reads at a time: it fits into the cache of a core, larger ones are slower.
	bufferBytes = 256 << 10
)

// eachFile calls read for 0 to n-1, from several goroutines, each of which has a buffer, until one of them fails.
func eachFile(ctx context.Context, n int, read func(ctx context.Context, i int, buffer []byte) error) error {
	group, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range min(workers, n) {
		group.Go(func() error {
			buffer := make([]byte, bufferBytes)
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := read(ctx, i, buffer); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// sum reads a file to its end. It returns how many bytes there were, and their checksum.
func sum(ctx context.Context, f *os.File, buffer []byte) (int64, checksum, error) {
	var bytes int64
	var sum uint32
	for {
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		n, err := f.Read(buffer)
		bytes += int64(n)
		sum = crc32.Update(sum, castagnoli, buffer[:n])
		switch {
		case err == io.EOF:
			return bytes, checksum(sum), nil
		case err != nil:
			return 0, 0, fmt.Errorf("it cannot be read: %w", err)
		}
	}
}
