package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// DamageError tells of a file that is not as it was written, is missing, or does not belong where it is. What it is part
// of cannot be used and has to be built anew.
type DamageError struct {
	File   string // path
	Reason string // what is wrong with it
}

// Error implements error.
func (e *DamageError) Error() string {
	return fmt.Sprintf("%s is damaged: %s; the generation has to be built anew", e.File, e.Reason)
}

// written is a file of a generation, with where it should be.
type written struct {
	file
	path string
}

// verify fails with a *DamageError when the files of a generation are not exactly those of its manifest. Other errors say
// nothing of the files: they could not be looked at. Files of parts with the names later are not read, but returned.
func (f folder) verify(ctx context.Context, m manifest, later []string) (unread []written, err error) {
	all, err := compare(f.own(m.Number), m.Own)
	if err != nil {
		return nil, err
	}
	for _, p := range m.Parts {
		files, err := compare(f.part(p.Name), p.Files)
		if err != nil {
			return nil, err
		}
		for _, w := range files {
			if slices.Contains(later, w.Name) {
				unread = append(unread, w)
			} else {
				all = append(all, w)
			}
		}
	}
	return unread, verifyAll(ctx, all)
}

// verifyAll reads files against their checksums.
func verifyAll(ctx context.Context, all []written) error {
	// Large files first: the workers end at about the same time.
	slices.SortStableFunc(all, func(a, b written) int { return cmp.Compare(b.Bytes, a.Bytes) })
	return eachFile(ctx, len(all), func(ctx context.Context, i int, buffer []byte) error {
		return all[i].verify(ctx, buffer)
	})
}

// findDamage reads files against their checksums, calls found for each that is damaged, one at a time, and fails with what
// keeps it from looking at others.
func findDamage(ctx context.Context, all []written, found func(*DamageError)) error {
	var mu sync.Mutex
	var unseen error
	err := eachFile(ctx, len(all), func(ctx context.Context, i int, buffer []byte) error {
		err := all[i].verify(ctx, buffer)
		mu.Lock()
		defer mu.Unlock()
		var damage *DamageError
		switch {
		case errors.As(err, &damage):
			found(damage)
		case ctx.Err() == nil:
			unseen = errors.Join(unseen, err)
		}
		return ctx.Err()
	})
	return errors.Join(err, unseen)
}

// compare fails when the names or sizes of the files in a folder are not those of a list.
func compare(dir string, listed []file) ([]written, error) {
	t, err := readTree(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &DamageError{File: dir, Reason: "it is missing"}
	}
	if err != nil {
		return nil, err
	}
	if t.odd != "" {
		return nil, &DamageError{File: t.odd, Reason: "it is no regular file"}
	}
	var all []written
	there := t.files
	for _, l := range listed {
		w := written{l, filepath.Join(dir, filepath.FromSlash(l.Name))}
		all = append(all, w)
		switch {
		case len(there) > 0 && there[0].name < l.Name:
			return nil, strange(dir, there[0])
		case len(there) == 0 || there[0].name > l.Name:
			return nil, w.damaged("it is missing")
		case there[0].bytes != l.Bytes:
			return nil, w.damaged(fmt.Sprintf("it has %d bytes, it was written with %d", there[0].bytes, l.Bytes))
		}
		there = there[1:]
	}
	if len(there) > 0 {
		return nil, strange(dir, there[0])
	}
	return all, nil
}

func strange(dir string, f found) error {
	return &DamageError{File: filepath.Join(dir, filepath.FromSlash(f.name)), Reason: "it does not belong there"}
}

func (w written) damaged(reason string) error { return &DamageError{File: w.path, Reason: reason} }

// verify reads a file against its checksum.
func (w written) verify(ctx context.Context, buffer []byte) error {
	f, err := os.Open(w.path)
	if errors.Is(err, fs.ErrNotExist) {
		return w.damaged("it is missing")
	}
	if err != nil {
		return err
	}
	defer f.Close()
	bytes, got, err := sum(ctx, f, buffer)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil: // it was opened, so it is the disk that fails
		return w.damaged(err.Error())
	case bytes != w.Bytes || got != w.Sum:
		return w.damaged(fmt.Sprintf("its checksum is %v, it was written with %v", got, w.Sum))
	}
	return nil
}
