package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// file is a file of a supported type, and what the file system said about it.
type file struct {
	path  string
	stamp stamp
}

// listing is what a walk finds, in the order of the paths: documents, files that say something about them, and what
// cannot be either.
type listing struct {
	files, rules []file
	problems     []Problem
}

// list lists the files. It fails only when the root cannot be listed or ctx ends.
func (l *loader) list(ctx context.Context) (listing, error) {
	if l.lone != "" {
		return l.listLone()
	}
	w := walker{loader: l}
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return listing{}, fmt.Errorf("list the folder: %w", err)
	}
	if err := w.entries(ctx, ".", entries, 1); err != nil {
		return listing{}, err
	}
	return w.listing, nil
}

func (l *loader) listLone() (listing, error) {
	info, err := fs.Stat(l.fsys, l.lone)
	if err != nil {
		return listing{}, unreadable(err)
	}
	return listing{files: []file{{l.lone, stampOf(info)}}}, nil
}

type walker struct {
	*loader
	listing
	bytes int64
}

func (w *walker) leaveOut(path, reason, mend string) {
	w.problems = append(w.problems, problemOf(shown(path), refusal{reason, mend}))
}

func (w *walker) entries(ctx context.Context, dir string, entries []fs.DirEntry, depth int) error {
	inner := w.listsIn(dir, entries, depth+1)
	defer inner.wait()
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := path.Join(dir, e.Name())
		switch {
		case isWalked(dir, e):
			if err := w.folder(ctx, name, inner, depth+1); err != nil {
				return err
			}
		case strings.HasPrefix(e.Name(), "."):
		case dir == "." && notDocuments[e.Name()]:
			w.rule(name)
		case !isPrintable(e.Name()):
			w.leaveOut(name, "its name holds characters that cannot be shown", "rename it")
		default:
			w.file(name, e)
		}
	}
	return nil
}

// isWalked reports whether an entry of a folder is a folder that is gone through, unless it is too deep.
func isWalked(dir string, e fs.DirEntry) bool {
	name := e.Name()
	return e.IsDir() && !strings.HasPrefix(name, ".") && !(dir == "." && notDocuments[name]) && isPrintable(name)
}

// rule notes a file that says something about the documents. A link that leads nowhere says nothing.
func (w *walker) rule(name string) {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case err == nil:
		w.rules = append(w.rules, file{name, stampOf(info)})
	case !errors.Is(err, fs.ErrNotExist):
		w.rules = append(w.rules, file{name, unknownStamp})
	}
}

// folder goes through a folder, of which the lists are to have the next.
func (w *walker) folder(ctx context.Context, dir string, lists *lists, depth int) error {
	if depth > w.limits.Depth {
		w.leaveOut(dir, fmt.Sprintf("folders are nested more than %d deep", w.limits.Depth), "move its files further up")
		return nil
	}
	entries, err := lists.next()
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // what could be listed is loaded all the same
		w.leaveOut(dir, "the folder cannot be listed: "+cause(err), "give this user the right to read it")
	}
	return w.entries(ctx, dir, entries, depth)
}

// file notes the file, after links have been followed, or why it is none. What has gone since the folder was listed is
// passed over.
func (w *walker) file(name string, e fs.DirEntry) {
	isLink := e.Type()&fs.ModeSymlink != 0
	stat := e.Info
	if isLink {
		stat = func() (fs.FileInfo, error) { return fs.Stat(w.fsys, name) }
	}
	info, err := stat()
	switch {
	case errors.Is(err, fs.ErrNotExist) && !isLink:
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
		w.regular(file{name, stampOf(info)})
	}
}

func (w *walker) regular(f file) {
	name, size := f.path, f.stamp.size
	switch {
	case !isJSONL(name) && size > w.limits.FileBytes:
		w.leaveOut(name, tooLarge(w.limits.FileBytes), "split it into smaller files")
	case w.bytes+size > w.limits.TotalBytes:
		w.leaveOut(name, fmt.Sprintf("the files before it fill the corpus limit of %s", byteCount(w.limits.TotalBytes)), "make the corpus smaller")
	default:
		w.bytes += size
		w.files = append(w.files, f)
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
