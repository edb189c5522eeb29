package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// disk makes all changes to a store's folder but those of who fills a draft, one step at a time. What a crash leaves
// depends on the order of the steps, so that tests look at it. The zero disk is that of the system.
type disk struct {
	// before is told of each step and may refuse it; nil refuses none. Two goroutines may call it.
	before func(step, path string) error
}

func (d disk) do(step, path string, change func() error) error {
	if d.before != nil {
		if err := d.before(step, path); err != nil {
			return &fs.PathError{Op: step, Path: path, Err: err}
		}
	}
	return change()
}

// makeAll makes a folder and those above it that are missing, for this user only.
func (d disk) makeAll(path string) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return d.do("make", path, func() error { return os.MkdirAll(path, 0o700) })
}

func (d disk) write(path string, data []byte) error {
	return d.do("write", path, func() error { return os.WriteFile(path, data, 0o600) })
}

func (d disk) remove(path string) error {
	return d.do("remove", path, func() error { return os.RemoveAll(path) })
}

// sync waits until the disk has what is written in a file, or which files are in a folder.
func (d disk) sync(path string) error {
	return d.do("sync", path, func() error {
		f, err := openToSync(path)
		if err != nil || f == nil {
			return err
		}
		defer f.Close()
		return f.Sync()
	})
}

// replace gives a file new content: whenever it breaks off, the file has the old or the new one.
func (d disk) replace(path string, data []byte) error {
	aside := unfinished(path)
	if err := d.writeThrough(aside, data); err != nil {
		return errors.Join(err, d.remove(aside))
	}
	if err := d.do("rename", path, func() error { return rename(aside, path) }); err != nil {
		return errors.Join(err, d.remove(aside))
	}
	return d.sync(filepath.Dir(path))
}

func (d disk) writeThrough(path string, data []byte) error {
	if err := d.write(path, data); err != nil {
		return err
	}
	return d.sync(path)
}
