package store

import (
	"context"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// numbers returns those of the generations that can be rolled back to.
func numbers(s *Store) []int {
	var all []int
	for _, g := range s.Generations() {
		all = append(all, g.Number)
	}
	return all
}

func TestRollback(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	for i := range 4 {
		mustCommit(t, s, strconv.Itoa(i+1))
	}
	if diff := cmp.Diff([]int{3, 2, 1}, numbers(s)); diff != "" {
		t.Errorf("Generations:\n%s", diff)
	}
	g, err := s.Rollback(context.Background(), 2)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(g, mustCurrent(t, s)); diff != "" || g.Label != "2" {
		t.Errorf("Rollback returned %+v; Current differs:\n%s", g, diff)
	}
	if diff := cmp.Diff([]int{4, 3, 1}, numbers(s)); diff != "" {
		t.Errorf("Generations after a rollback:\n%s", diff)
	}
	again := mustOpen(t, copyOf(t, dir), Options{})
	if g := mustCommit(t, again, "next", g.Parts...); g.Number != 5 {
		t.Errorf("the next generation is %d, want 5", g.Number)
	}
	if diff := cmp.Diff([]int{4, 3, 2}, numbers(again)); diff != "" {
		t.Errorf("Generations after the next commit:\n%s", diff)
	}
}

// TestNumbersGoOn rolls back to the first generation and prunes the later ones: their numbers are not used again.
func TestNumbersGoOn(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{KeepGenerations: 1})
	mustCommit(t, s, "1")
	mustCommit(t, s, "2")
	if _, err := s.Rollback(context.Background(), 1); err != nil {
		t.Fatal(err)
	}
	s.drop(2)
	again := mustOpen(t, copyOf(t, dir), Options{})
	if g := mustCommit(t, again, "3"); g.Number != 3 {
		t.Errorf("the next generation is %d, want 3", g.Number)
	}
}

func TestRollbackToNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{})
	mustCommit(t, s, "1")
	for _, number := range []int{-1, 0, 2} {
		if g, err := s.Rollback(context.Background(), number); err == nil {
			t.Errorf("rolled back to %d: %+v", number, g)
		}
	}
	mustCurrent(t, s)
}
