package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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

// cause returns the innermost message of err, without the paths that the others repeat.
func cause(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// isPrintable reports whether a name is valid UTF-8 without control, format or other unseen characters.
func isPrintable(name string) bool {
	return utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsGraphic(r)
	})
}

// shown returns name as it can be printed on one line.
func shown(name string) string {
	if isPrintable(name) {
		return name
	}
	return strconv.QuoteToGraphic(name)
}

// byteCount returns n in the largest unit that keeps it at 1 or more.
func byteCount(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.4g GiB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.4g MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.4g KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}

func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
