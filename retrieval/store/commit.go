package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Commit makes the draft the current generation, with a label, which is UTF-8 and, unless it is empty, equal for
// generations that nobody has to tell apart: it reads all new files, waits until the
// disk has them, and exchanges the pointer. No file of the draft may be open to be written any more. Then it removes
// the generations that [Options] do not keep; what cannot be removed is tried again at the next Commit.
//
// When it fails, because the context ends, the disk is full or a right is missing, the pointer names what it named before
// and the draft is discarded; the error says how to mend it. Only if the disk fails so that the old pointer cannot be put
// back either, the new generation may be current when the store is next opened: it is whole then.
func (d *Draft) Commit(ctx context.Context, label string) (*Generation, error) {
	if d.done {
		return nil, errors.New("commit: the draft has been committed or discarded")
	}
	g, err := d.commit(ctx, label)
	if err != nil {
		d.Discard()
		return nil, fmt.Errorf("commit generation %d in store %s: %w", d.number, d.store.folder, d.store.Mend(err))
	}
	d.store.prune()
	d.finish()
	return g, nil
}

func (d *Draft) commit(ctx context.Context, label string) (*Generation, error) {
	m, err := d.manifest(ctx, label)
	if err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	if err := d.settle(m); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := d.store.point(pointer{Format: format, Generation: m.Number, Last: m.Number}); err != nil {
		return nil, err
	}
	g := d.store.folder.generation(m)
	return &g, nil
}

// manifest describes the draft. The new files and their folders are on the disk then.
func (d *Draft) manifest(ctx context.Context, label string) (manifest, error) {
	m := manifest{Format: format, Number: d.number, Label: label, Created: time.Now().UTC()}
	var err error
	if m.Own, err = d.store.keep(ctx, d.Own()); err != nil {
		return manifest{}, err
	}
	for _, name := range d.parts {
		p, reused := d.reusable[name]
		if !reused {
			p, err = d.keepPart(ctx, name)
		}
		if err != nil {
			return manifest{}, err
		}
		m.Parts = append(m.Parts, p)
	}
	return m, nil
}

func (d *Draft) keepPart(ctx context.Context, name string) (partListed, error) {
	if !d.fresh[name] {
		return partListed{}, fmt.Errorf("no generation has the part %q any more", name)
	}
	files, err := d.store.keep(ctx, d.store.folder.part(name))
	return partListed{Name: name, Files: files}, err
}

// keep waits until the disk has the files in a folder, and returns them with their checksums.
func (s *Store) keep(ctx context.Context, dir string) ([]file, error) {
	t, err := readTree(dir)
	if err != nil {
		return nil, err
	}
	if t.odd != "" {
		return nil, fmt.Errorf("%s is no regular file", t.odd)
	}
	files := make([]file, len(t.files))
	err = eachFile(ctx, len(files), func(ctx context.Context, i int, buffer []byte) (err error) {
		files[i], err = s.keepFile(ctx, dir, t.files[i].name, buffer)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, folder := range t.folders {
		if err := s.disk.sync(folder); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (s *Store) keepFile(ctx context.Context, dir, name string, buffer []byte) (file, error) {
	path := filepath.Join(dir, filepath.FromSlash(name))
	f, err := os.Open(path)
	if err != nil {
		return file{}, err
	}
	defer f.Close()
	bytes, got, err := sum(ctx, f, buffer)
	if err != nil {
		return file{}, fmt.Errorf("%s: %w", path, err)
	}
	return file{Name: name, Bytes: bytes, Sum: got}, s.disk.sync(path)
}

// settle writes the manifest and waits until the disk has all that leads to it and to the parts.
func (d *Draft) settle(m manifest) error {
	data, err := seal(m)
	if err != nil {
		return err
	}
	s := d.store
	if err := s.disk.writeThrough(s.folder.manifest(d.number), data); err != nil {
		return err
	}
	for _, path := range []string{s.folder.generationDir(d.number), s.folder.generations(), s.folder.parts()} {
		if err := s.disk.sync(path); err != nil {
			return err
		}
	}
	return nil
}
