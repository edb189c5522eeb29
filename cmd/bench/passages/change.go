package passages

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Link makes a copy of a folder of documents that shares their files with it, which must not be written to. What was at
// the place of the copy is removed.
func Link(docs, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return eachFile(docs, func(name string) error {
		path, err := filepath.Rel(docs, name)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, path)), 0o777); err != nil {
			return err
		}
		return os.Link(name, filepath.Join(to, path))
	})
}

// Change puts another document in the place of every document whose number leaves the remainder r when it is divided by
// every, 0 <= r < every, in the order of their paths: one with another last paragraph. Copies made by Link keep theirs.
// It returns how many it changed.
func Change(docs string, every, r int) (changed int, err error) {
	n := 0
	err = eachFile(docs, func(name string) error {
		n++
		if (n-1)%every != r {
			return nil
		}
		changed++
		return rewrite(name, r)
	})
	return changed, err
}

func rewrite(name string, r int) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	i := bytes.LastIndex(bytes.TrimSpace(text), []byte("\n\n"))
	if i < 0 {
		return errors.New(name + " has no paragraph")
	}
	text = fmt.Appendf(text[:i:i], "\n\nSince then this was looked at again, %d times, and was found to be as it had been described.\n", r+2)
	next := name + ".next"
	if err := os.WriteFile(next, text, 0o666); err != nil {
		return err
	}
	return os.Rename(next, name)
}

// eachFile calls visit with every file below a folder, in the order of their paths.
func eachFile(dir string, visit func(name string) error) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return visit(name)
	})
}
