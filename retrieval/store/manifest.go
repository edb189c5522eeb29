package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// manifest lists the files of a generation.
type manifest struct {
	Format  int          `json:"format"`
	Number  int          `json:"number"`
	Label   string       `json:"label"`
	Created time.Time    `json:"created"`
	Own     []file       `json:"own"`
	Parts   []partListed `json:"parts"`
}

type partListed struct {
	Name  string `json:"name"`
	Files []file `json:"files"`
}

// file is a file as it was committed.
type file struct {
	Name  string   `json:"name"` // in its folder, slash-separated
	Bytes int64    `json:"bytes"`
	Sum   checksum `json:"crc32c"`
}

func bytesOf(files []file) int64 {
	var n int64
	for _, f := range files {
		n += f.Bytes
	}
	return n
}

// decodeManifest reads a manifest. Its errors say what is wrong with it.
func decodeManifest(data []byte) (manifest, error) {
	var m manifest
	if err := unseal(data, &m); err != nil {
		return manifest{}, err
	}
	if err := knownFormat(m.Format); err != nil {
		return manifest{}, err
	}
	if err := m.check(); err != nil {
		return manifest{}, err
	}
	return m, nil
}

// check fails where the lists are out of order, have a file twice, or name one outside of its folder.
func (m manifest) check() error {
	if m.Number < 1 {
		return fmt.Errorf("its number is %d", m.Number)
	}
	if err := checkFiles(m.Own); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, p := range m.Parts {
		if !isLocal(p.Name) || strings.Contains(p.Name, "/") || seen[p.Name] {
			return fmt.Errorf("it names the part %q, which is no name or is there twice", p.Name)
		}
		seen[p.Name] = true
		if err := checkFiles(p.Files); err != nil {
			return fmt.Errorf("part %s: %w", p.Name, err)
		}
	}
	return nil
}

func checkFiles(files []file) error {
	for i, f := range files {
		switch {
		case !isLocal(f.Name):
			return fmt.Errorf("it names the file %q, which cannot be one of its own", f.Name)
		case i > 0 && f.Name <= files[i-1].Name:
			return fmt.Errorf("it names the file %q after %q", f.Name, files[i-1].Name)
		case f.Bytes < 0:
			return fmt.Errorf("it gives the file %q %d bytes", f.Name, f.Bytes)
		}
	}
	return nil
}

// isLocal tells whether a slash-separated name can be that of a file in a folder, on this system.
func isLocal(name string) bool {
	_, err := filepath.Localize(name)
	return err == nil && name != "."
}

// readManifest returns the manifest of a generation. It fails with a *DamageError when it is missing or cannot be
// understood.
func (f folder) readManifest(number int) (manifest, error) {
	path := f.manifest(number)
	data, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, &DamageError{File: path, Reason: "it is missing"}
	}
	if err != nil {
		return manifest{}, err
	}
	m, err := decodeManifest(data)
	if err == nil && m.Number != number {
		err = fmt.Errorf("it is that of generation %d", m.Number)
	}
	if err != nil {
		return manifest{}, &DamageError{File: path, Reason: err.Error()}
	}
	return m, nil
}
