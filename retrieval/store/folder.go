package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// folder is the path of a store's folder. It knows where everything in it is.
type folder string

func (f folder) marker() string          { return filepath.Join(string(f), "pullquote-store") }
func (f folder) lock() string            { return filepath.Join(string(f), "lock") }
func (f folder) pointer() string         { return filepath.Join(string(f), "current") }
func (f folder) parts() string           { return filepath.Join(string(f), "parts") }
func (f folder) part(name string) string { return filepath.Join(f.parts(), name) }
func (f folder) generations() string     { return filepath.Join(string(f), "generations") }
func (f folder) generationDir(number int) string {
	return filepath.Join(f.generations(), strconv.Itoa(number))
}
func (f folder) manifest(number int) string {
	return filepath.Join(f.generationDir(number), "manifest")
}
func (f folder) own(number int) string        { return filepath.Join(f.generationDir(number), "own") }
func partName(generation, ordinal int) string { return fmt.Sprintf("%d-%d", generation, ordinal) }
func unfinished(path string) string           { return path + ".new" }

// numberOf returns the number of the generation that a folder of a generation or of a part was made for, 0 for any
// other name.
func numberOf(name string) int {
	digits, _, _ := strings.Cut(name, "-")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// marker is what the file holds whose name says that a folder is a store.
type marker struct {
	Format int `json:"format"` // of all that is in the folder
}

// format is what this version writes and the only one it reads.
const format = 1

// recognise tells whether the folder has a marker of this format. It fails when a newer version has written the folder,
// or when there are files in it but no marker. One that is damaged or of an older format counts as none: its name still
// says whose folder it is.
func (f folder) recognise() (marked bool, err error) {
	data, err := os.ReadFile(f.marker())
	if errors.Is(err, fs.ErrNotExist) {
		return false, f.unused()
	}
	if err != nil {
		return false, err
	}
	var m marker
	if err := unseal(data, &m); err != nil {
		return false, nil
	}
	if m.Format > format {
		return false, fmt.Errorf("a newer version of this program has written it, in format %d, and this one knows %d only: "+
			"use the newer version, or another folder", m.Format, format)
	}
	return m.Format == format, nil
}

// unused fails when there is anything in the folder but what Open has begun, or what a file system keeps at its root.
func (f folder) unused() error {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch path := filepath.Join(string(f), e.Name()); path {
		case f.lock(), unfinished(f.marker()), filepath.Join(string(f), "lost+found"):
		default:
			return fmt.Errorf("it holds files that are not of a store, %s among them: use an empty folder", e.Name())
		}
	}
	return nil
}
