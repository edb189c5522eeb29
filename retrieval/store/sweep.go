package store

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// listing is which generations a folder has.
type listing struct {
	current int        // number, 0 for none or one that is unknown
	last    int        // number that nothing in the folder goes beyond
	kept    []manifest // of the generations that were committed and whose manifests are whole, newest first
	// certain tells that nothing which may name a part could not be read. Only then is it known what nothing names.
	certain bool
}

// next returns the number of the next generation.
func (l listing) next() int { return l.last + 1 }

// parts returns all parts of the listed generations.
func (l listing) parts() map[string]partListed {
	all := map[string]partListed{}
	for _, m := range l.kept {
		for _, p := range m.Parts {
			all[p.Name] = p
		}
	}
	return all
}

// list reads which generations there are. What cannot be read makes it uncertain, never fail: the current generation can
// be served all the same.
func (f folder) list() listing {
	p, _, err := f.readPointer()
	l := listing{current: p.Generation, last: p.Last, certain: err == nil}
	for _, name := range append(f.names(f.parts(), &l), f.names(f.generations(), &l)...) {
		l.last = max(l.last, numberOf(name))
	}
	for _, name := range f.names(f.generations(), &l) {
		number := numberOf(name)
		if strconv.Itoa(number) != name || err == nil && number > p.Last {
			continue // it is none, or was not finished
		}
		f.listGeneration(number, &l)
	}
	slices.SortFunc(l.kept, func(a, b manifest) int { return cmp.Compare(b.Number, a.Number) })
	return l
}

func (f folder) names(dir string, l *listing) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		l.certain = false
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func (f folder) listGeneration(number int, l *listing) {
	m, err := f.readManifest(number)
	var damage *DamageError
	switch {
	case err == nil:
		l.kept = append(l.kept, m)
	case number == l.current || !errors.As(err, &damage):
		l.certain = false
	}
}

// mayRemove tells whether the pointer is known not to name a generation. One that is damaged names none.
func (f folder) mayRemove(number int) bool {
	p, _, err := f.readPointer()
	var damage *DamageError
	return p.Generation != number && (err == nil || errors.As(err, &damage))
}

// refresh lists the generations anew.
func (s *Store) refresh() {
	l := s.folder.list()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listing = l
}

// sweep removes all that no generation needs: what a crash has left, and what belonged to a generation that has been
// dropped. It is for times when no draft is open. While something cannot be read it removes nothing, since that may need
// it. What cannot be removed, because the system says that a file is in use, stays until the next sweep.
func (s *Store) sweep() {
	l := s.folder.list()
	if l.certain {
		s.sweepListed(l)
	}
}

func (s *Store) sweepListed(l listing) {
	for _, path := range []string{unfinished(s.folder.pointer()), unfinished(s.folder.marker())} {
		if _, err := os.Lstat(path); err == nil {
			_ = s.disk.remove(path)
		}
	}
	named := map[string]bool{}
	for _, m := range l.kept {
		named[s.folder.generationDir(m.Number)] = true
		for _, p := range m.Parts {
			named[s.folder.part(p.Name)] = true
		}
	}
	for _, dir := range []string{s.folder.generations(), s.folder.parts()} {
		for _, name := range s.folder.names(dir, &l) {
			if path := filepath.Join(dir, name); !named[path] {
				_ = s.disk.remove(path)
			}
		}
	}
}
