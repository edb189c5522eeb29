package store

import (
	"context"
	"fmt"
)

// Generations returns the generations that Rollback can return to, newest first: all that are kept but the current one.
// Their files have not been read.
func (s *Store) Generations() []Generation {
	s.mu.Lock()
	l := s.listing
	s.mu.Unlock()
	var all []Generation
	for _, m := range l.kept {
		if m.Number != l.current {
			all = append(all, s.folder.generation(m))
		}
	}
	return all
}

// Rollback makes another generation the current one, after reading every file of it against its checksum. It keeps its
// number, and the next generation is numbered after the last that was ever committed. When it fails, with a *DamageError
// if the generation is damaged, the pointer names what it named before.
func (s *Store) Rollback(ctx context.Context, number int) (*Generation, error) {
	if err := s.begin(); err != nil {
		return nil, fmt.Errorf("roll back store %s: %w", s.folder, err)
	}
	defer s.end()
	g, err := s.rollBack(ctx, number)
	if err != nil {
		return nil, fmt.Errorf("roll back store %s to generation %d: %w", s.folder, number, s.Mend(err))
	}
	return g, nil
}

func (s *Store) rollBack(ctx context.Context, number int) (*Generation, error) {
	defer s.refresh()
	l := s.folder.list()
	if !l.has(number) {
		return nil, fmt.Errorf("it is not kept")
	}
	g, err := s.folder.verified(ctx, number)
	if err != nil {
		return nil, err
	}
	if err := s.point(pointer{Format: format, Generation: number, Last: l.last}); err != nil {
		return nil, err
	}
	return g, nil
}

// has tells whether a generation is kept.
func (l listing) has(number int) bool {
	for _, m := range l.kept {
		if m.Number == number {
			return true
		}
	}
	return false
}
