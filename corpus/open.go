package corpus

import (
	"io"
	"io/fs"
	"os"
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

// open opens a regular file. The error is a refusal.
func (l *loader) open(path string) (fs.File, error) {
	f, err := l.fsys.Open(path)
	if err != nil {
		return nil, unreadable(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = refusal{"it is not a regular file but a " + kindOf(info.Mode()), "remove it from the corpus"}
	}
	if err != nil {
		f.Close()
		return nil, unreadable(err)
	}
	return f, nil
}

// bytes returns the content of a file.
func (l *loader) bytes(path string) ([]byte, error) {
	f, err := l.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, l.limits.FileBytes+1))
	switch {
	case err != nil:
		return nil, unreadable(err)
	case int64(len(raw)) > l.limits.FileBytes:
		return nil, refusal{tooLarge(l.limits.FileBytes), "split it into smaller files"}
	case len(raw) == 0:
		return nil, refusal{"it is empty", "delete it or fill it"}
	}
	return raw, nil
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
