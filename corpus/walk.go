package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// file is a regular file of a supported type.
type file struct {
	path string
	size int64
}

// walk lists the documents in the order of their paths and notes as problems what cannot be one. It fails only when
// the root cannot be listed or ctx ends.
func (l *loader) walk(ctx context.Context) ([]file, error) {
	w := walker{loader: l}
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("list the folder: %w", err)
	}
	if err := w.entries(ctx, ".", entries, 1); err != nil {
		return nil, err
	}
	return w.files, nil
}

type walker struct {
	*loader
	files []file
	bytes int64
}

func (w *walker) entries(ctx context.Context, dir string, entries []fs.DirEntry, depth int) error {
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."), dir == "." && notDocuments[e.Name()]:
		case !isPrintable(e.Name()):
			w.leaveOut(name, "its name holds characters that cannot be shown", "rename it")
		case e.IsDir():
			if err := w.folder(ctx, name, depth+1); err != nil {
				return err
			}
		default:
			w.file(name)
		}
	}
	return nil
}

func (w *walker) folder(ctx context.Context, dir string, depth int) error {
	if depth > w.limits.Depth {
		w.leaveOut(dir, fmt.Sprintf("folders are nested more than %d deep", w.limits.Depth), "move its files further up")
		return nil
	}
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil { // what could be listed is loaded all the same
		w.leaveOut(dir, "the folder cannot be listed: "+cause(err), "give this user the right to read it")
	}
	return w.entries(ctx, dir, entries, depth)
}

// file notes the file, after links have been followed, or why it is none.
func (w *walker) file(name string) {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.leaveOut(name, "the link leads nowhere", "mend or delete the link")
	case errors.Is(err, fs.ErrPermission):
		w.leaveOut(name, "it may not be read", "give this user the right to read it")
	case err != nil:
		w.leaveOut(name, "the link leads out of the corpus or round in a circle: "+cause(err), "put the file itself into the corpus")
	case info.IsDir():
		w.leaveOut(name, "it is a link to a folder, and those are not followed", "put the folder itself into the corpus")
	case !info.Mode().IsRegular():
		w.leaveOut(name, "it is not a regular file but a "+kindOf(info.Mode()), "remove it from the corpus")
	case !isJSONL(name) && readers[lowerExt(name)] == nil:
		w.leaveOut(name, unsupported(name), "convert it to one of "+supported)
	default:
		w.regular(name, info.Size())
	}
}

func (w *walker) regular(name string, size int64) {
	switch {
	case !isJSONL(name) && size > w.limits.FileBytes:
		w.leaveOut(name, tooLarge(w.limits.FileBytes), "split it into smaller files")
	case w.bytes+size > w.limits.TotalBytes:
		w.leaveOut(name, fmt.Sprintf("the files before it fill the corpus limit of %s", byteCount(w.limits.TotalBytes)), "make the corpus smaller")
	default:
		w.bytes += size
		w.files = append(w.files, file{name, size})
	}
}

func unsupported(name string) string {
	if ext := lowerExt(name); ext != "" {
		return "files of type " + ext + " are not supported"
	}
	return "its name has no ending that says what type it is"
}

// supported lists the endings in readers, and those of JSONL, in words.
const supported = ".txt, .md, .html or .jsonl"
