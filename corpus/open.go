package corpus

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync/atomic"
)

// A file may have changed since it was found: it can be gone, have grown, or be a pipe by now, which would keep its
// reader waiting for ever. So files are opened without waiting, where the system allows that, and looked at again.

// folder is the file system below a folder. Links that lead out of it cannot be followed.
type folder struct {
	fs.FS
	root *os.Root
}

func openRoot(path string) (folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return folder{}, err
	}
	return folder{root.FS(), root}, nil
}

func (f folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return f.root.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
}

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }

func (f folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// loneFile is the path of a file as a file system of that file alone, whatever name is asked for. It may be a link.
type loneFile string

func (l loneFile) Open(string) (fs.File, error) {
	return os.OpenFile(string(l), os.O_RDONLY|withoutWaiting, 0)
}

// open opens a regular file. The error is a refusal, or fs.ErrNotExist where the file has gone.
func (l *loader) open(path string) (fs.File, stamp, error) {
	f, err := l.fsys.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, stamp{}, fs.ErrNotExist
	case err != nil:
		return nil, stamp{}, unreadable(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = refusal{"it is not a regular file but a " + kindOf(info.Mode()), "remove it from the corpus"}
	}
	if err != nil {
		f.Close()
		return nil, stamp{}, unreadable(err)
	}
	return countedFile{f, &l.taken}, stampOf(info), nil
}

// countedFile counts the bytes that are read from it.
type countedFile struct {
	fs.File
	taken *atomic.Int64
}

func (c countedFile) Read(b []byte) (int, error) {
	n, err := c.File.Read(b)
	c.taken.Add(int64(n))
	return n, err
}

// content is the whole of a file as it stood for as long as it was read.
type content struct {
	raw   []byte
	stamp stamp
	hash  [sha256.Size]byte
}

// errUnsteady is the error for a file that somebody else writes while it is read.
var errUnsteady = unread{refusal{"it changed each time while it was read", "reload when it is no longer being written"}}

// readTries is how often a file is read that changes meanwhile.
const readTries = 3

// steadily calls read until the file does not change meanwhile, or too often.
func steadily[T any](read func() (T, error)) (got T, err error) {
	for range readTries {
		if got, err = read(); err != errUnsteady {
			return got, err
		}
	}
	return got, err
}

// bytes returns the content of a file. The error is a refusal or fs.ErrNotExist. A file that is refused for what it
// is comes with its stamp; for one that could not be read the error is an unread.
func (l *loader) bytes(path string) (content, error) {
	return steadily(func() (content, error) { return l.readOnce(path) })
}

func (l *loader) readOnce(path string) (content, error) {
	f, s, err := l.open(path)
	if err != nil {
		return content{}, err
	}
	defer f.Close()
	if s.size > l.limits.FileBytes {
		return content{stamp: s}, refusal{tooLarge(l.limits.FileBytes), "split it into smaller files"}
	}
	raw := make([]byte, s.size+1) // one more, to see whether it has grown
	n, err := io.ReadFull(f, raw)
	raw = raw[:n]
	switch {
	case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return content{}, unreadable(err)
	case int64(n) != s.size || !isSteady(f, s):
		return content{}, errUnsteady
	case n == 0:
		err = refusal{"it is empty", "delete it or fill it"}
	default:
		err = nil
	}
	return content{raw, s, sha256.Sum256(raw)}, err
}

// isSteady reports whether the file is still as it was when it was opened.
func isSteady(f fs.File, before stamp) bool {
	info, err := f.Stat()
	return err == nil && stampOf(info) == before
}

func kindOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "folder"
	case m&fs.ModeNamedPipe != 0:
		return "pipe"
	case m&fs.ModeSocket != 0:
		return "socket"
	case m&fs.ModeDevice != 0:
		return "device"
	}
	return "special file"
}
