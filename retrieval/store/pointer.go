package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
)

// pointer is what the file "current" holds.
type pointer struct {
	Format     int `json:"format"`
	Generation int `json:"generation"` // that is current, from 1
	Last       int `json:"last"`       // that was ever committed: later ones are unfinished
}

// decodePointer reads a pointer. Its errors say what is wrong with it.
func decodePointer(data []byte) (pointer, error) {
	var p pointer
	if err := unseal(data, &p); err != nil {
		return pointer{}, err
	}
	if err := knownFormat(p.Format); err != nil {
		return pointer{}, err
	}
	if p.Generation < 1 || p.Last < p.Generation {
		return pointer{}, fmt.Errorf("it names generation %d of %d", p.Generation, p.Last)
	}
	return p, nil
}

func knownFormat(n int) error {
	if n != format {
		return fmt.Errorf("it is in format %d of another version of this program, which reads format %d", n, format)
	}
	return nil
}

// readPointer returns the pointer of the folder, with the bytes of its file: the zero pointer when there is none, and a
// *DamageError for one that cannot be understood.
func (f folder) readPointer() (pointer, []byte, error) {
	data, err := readFile(f.pointer())
	if errors.Is(err, fs.ErrNotExist) {
		return pointer{}, nil, nil
	}
	if err != nil {
		return pointer{}, nil, err
	}
	p, err := decodePointer(data)
	if err != nil {
		return pointer{}, data, &DamageError{File: f.pointer(), Reason: err.Error()}
	}
	return p, data, nil
}

// point exchanges the pointer. When it fails the old one is in its place again, unless that fails too.
func (s *Store) point(p pointer) error {
	data, err := seal(p)
	if err != nil {
		return err
	}
	_, old, err := s.folder.readPointer()
	if damage := (*DamageError)(nil); err != nil && !errors.As(err, &damage) {
		return err
	}
	if err := s.disk.replace(s.folder.pointer(), data); err != nil {
		return errors.Join(err, s.pointBack(old))
	}
	return nil
}

// pointBack puts back the bytes of an old pointer, nil for none, if another one has taken its place: it was renamed, but
// the disk did not confirm it.
func (s *Store) pointBack(old []byte) error {
	_, now, _ := s.folder.readPointer()
	switch {
	case bytes.Equal(now, old):
		return nil
	case old == nil:
		return s.disk.remove(s.folder.pointer())
	}
	return s.disk.replace(s.folder.pointer(), old)
}
