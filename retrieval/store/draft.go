package store

import "fmt"

// Draft is a generation that is being made. It is for one goroutine, but what is in its folders may be written by many.
// It must be committed or discarded.
type Draft struct {
	store    *Store
	number   int
	done     bool
	parts    []string              // names, in order
	reusable map[string]partListed // the parts that generations already have
	fresh    map[string]bool       // the parts that are new
}

// Begin opens a draft, whether the current generation is whole, damaged or absent. It fails while another draft is open
// or a rollback is under way, and when its folder cannot be made.
func (s *Store) Begin() (*Draft, error) {
	if err := s.begin(); err != nil {
		return nil, fmt.Errorf("begin generation in store %s: %w", s.folder, err)
	}
	s.sweep() // of a draft that could not be removed: beside a later number it would count as finished
	l := s.folder.list()
	d := &Draft{store: s, number: l.next(), reusable: l.parts(), fresh: map[string]bool{}}
	if err := s.disk.makeAll(s.folder.own(d.number)); err != nil {
		d.Discard()
		return nil, fmt.Errorf("begin generation in store %s: %w", s.folder, s.Mend(err))
	}
	return d, nil
}

// Own returns the folder for the generation's own files.
func (d *Draft) Own() string { return d.store.folder.own(d.number) }

// Part adds a new part. It returns its name and its folder, which is to be filled before Commit and stays where it is.
func (d *Draft) Part() (name, dir string, err error) {
	name = partName(d.number, len(d.fresh)+1)
	dir = d.store.folder.part(name)
	if err := d.store.disk.makeAll(dir); err != nil {
		return "", "", fmt.Errorf("add part to generation %d: %w", d.number, d.store.Mend(err))
	}
	d.fresh[name] = true
	d.parts = append(d.parts, name)
	return name, dir, nil
}

// Reuse adds a part of a generation that is still kept; Commit fails when it is not. Its files are not read again: who
// begins because of a [DamageError] reuses nothing of what is damaged.
func (d *Draft) Reuse(part Part) { d.parts = append(d.parts, part.Name) }

// Discard ends a draft and removes what was written for it, as far as possible: the rest goes when the next draft
// begins or the store is next opened. After Commit, and a second time, it does nothing.
func (d *Draft) Discard() {
	if d.done {
		return
	}
	d.remove()
	d.finish()
}

// finish lets the next draft begin.
func (d *Draft) finish() {
	d.done = true
	d.store.refresh()
	d.store.end()
}

// remove removes what was written for the draft, unless the pointer names it, or cannot be read.
func (d *Draft) remove() {
	s := d.store
	if !s.folder.mayRemove(d.number) {
		return
	}
	if !s.drop(d.number) {
		return // its manifest names the parts: they stay with it, until both can go
	}
	for name := range d.fresh {
		_ = s.disk.remove(s.folder.part(name)) // the next sweep tries again
	}
}
