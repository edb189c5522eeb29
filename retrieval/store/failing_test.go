package store

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// TestDiskFailsAtEveryStep lets one step fail, or two, or every one from there on, and then works again.
func TestDiskFailsAtEveryStep(t *testing.T) {
	for _, generations := range []int{0, 2} {
		template := beforeCrash(t, generations)
		for n := range reloadSteps(t, template) {
			for kind, refuse := range map[string]func(i int) bool{
				"once":     func(i int) bool { return i == n },
				"twice":    func(i int) bool { return i == n || i == n+1 }, // so that the pointer is not put back either
				"for good": func(i int) bool { return i >= n },
			} {
				t.Run(fmt.Sprintf("%d generations, step %d %s", generations, n, kind), func(t *testing.T) {
					t.Parallel()
					before := [...]string{"", "1", "2"}[generations]
					checkFailing(t, copyOf(t, template), before, &steps{refuse: refuse})
				})
			}
		}
	}
}

func checkFailing(t *testing.T, dir, before string, failing *steps) {
	t.Helper()
	s, err := reloadOn(dir, failing.disk())
	if err != nil {
		checkMend(t, err, dir)
	}
	if s == nil { // it was not even opened
		checkAfter(t, dir, before)
		return
	}
	served := checkServes(t, s, err, before)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	checkAfter(t, dir, served)
}

// checkServes fails unless a failed commit has left the old generation, one that succeeded the new one, and another one
// can follow. It returns which is current in the end.
func checkServes(t *testing.T, s *Store, err error, before string) string {
	t.Helper()
	want := "new"
	if err != nil {
		want = before
	}
	got := label(t, s)
	// The disk has exchanged the pointer, but neither confirmed it nor let it be put back.
	stuck := got == "new" && err != nil && strings.Count(err.Error(), syscall.ENOSPC.Error()) > 1
	if got != want && !stuck {
		t.Errorf("after %v generation %q is current, want %q", err, got, want)
	}
	s.disk = disk{}
	mustCommit(t, s, "mended")
	for _, g := range s.Generations() {
		if g.Label == "new" && got != "new" {
			t.Errorf("generation %d can be rolled back to, although its commit failed: %v", g.Number, err)
		}
	}
	return label(t, s)
}

func checkMend(t *testing.T, err error, dir string) {
	t.Helper()
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	for _, want := range []string{dir, "free some space"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q does not say %q", err, want)
		}
	}
}
