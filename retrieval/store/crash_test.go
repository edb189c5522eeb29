package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// crashOptions keep one old generation, so that a commit on top of two prunes.
var crashOptions = Options{KeepGenerations: 1}

// beforeCrash makes a store in a new folder, with the generations "1", "2" and so on.
func beforeCrash(t *testing.T, generations int) string {
	t.Helper()
	dir := t.TempDir()
	s, err := Open(dir, crashOptions)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range generations {
		mustCommit(t, s, strconv.Itoa(i+1))
	}
	return dir
}

// copyOf returns a copy of a folder.
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	other := t.TempDir()
	if err := os.CopyFS(other, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return other
}

// reloadOn opens a store and commits a generation "new" that reuses the parts of the current one.
func reloadOn(dir string, disk disk) (s *Store, err error) {
	s, err = open(dir, crashOptions, disk)
	if err != nil {
		return nil, err
	}
	g, err := s.Current(context.Background())
	if errors.Is(err, ErrNone) {
		g, err = &Generation{}, nil
	}
	if err == nil {
		_, err = commit(s, "new", g.Parts...)
	}
	return s, err
}

// reloadSteps returns the steps of reloadOn in a copy of a folder.
func reloadSteps(t *testing.T, dir string) []string {
	t.Helper()
	var log steps
	s, err := reloadOn(copyOf(t, dir), log.disk())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return log.taken
}

// exchange returns where the pointer is renamed, in a list of steps.
func exchange(t *testing.T, taken []string) int {
	t.Helper()
	i := slices.IndexFunc(taken, func(s string) bool { return strings.HasPrefix(s, "rename") && strings.HasSuffix(s, "current") })
	if i < 0 {
		t.Fatalf("no step exchanges the pointer: %q", taken)
	}
	return i
}

// label returns that of the current generation, which must be whole, "" if there is none.
func label(t *testing.T, s *Store) string {
	t.Helper()
	if _, err := s.Current(context.Background()); errors.Is(err, ErrNone) {
		return ""
	}
	return mustCurrent(t, s).Label
}

// checkAfter opens a store after a crash: the generation must be the one that is wanted, and nothing may be left over.
func checkAfter(t *testing.T, dir, want string) {
	t.Helper()
	s, err := Open(dir, crashOptions)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := label(t, s); got != want {
		t.Errorf("after the crash generation %q is current, want %q", got, want)
	}
	checkTidy(t, s)
}

// checkTidy fails when there is anything in the folder that no generation needs.
func checkTidy(t *testing.T, s *Store) {
	t.Helper()
	l := s.folder.list()
	var want []string
	for _, m := range l.kept {
		want = append(want, s.folder.generationDir(m.Number))
	}
	for name := range l.parts() {
		want = append(want, s.folder.part(name))
	}
	var got []string
	for _, pattern := range []string{"generations/*", "parts/*", "*.new"} {
		names, err := filepath.Glob(filepath.Join(string(s.folder), pattern))
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, names...)
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the folder holds something else than its generations:\n%s", diff)
	}
}

func TestKilledAtEveryStep(t *testing.T) {
	for _, generations := range []int{0, 2} {
		template := beforeCrash(t, generations)
		taken := reloadSteps(t, template)
		for n, step := range taken {
			t.Run(fmt.Sprintf("%d generations, step %d", generations, n), func(t *testing.T) {
				t.Parallel()
				dir := copyOf(t, template)
				if out, err := child("crash", dir, n).CombinedOutput(); err == nil || len(out) > 0 {
					t.Fatalf("the child did not crash at %s: %v\n%s", step, err, out)
				}
				want := [...]string{"", "1", "2"}[generations]
				if n > exchange(t, taken) {
					want = "new"
				}
				checkAfter(t, dir, want)
			})
		}
	}
}

// childCrashes kills itself just before a step.
func childCrashes(dir string, step int) error {
	log := steps{refuse: func(n int) bool {
		if n == step {
			p, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = p.Kill()
			}
			panic(fmt.Sprint("still alive: ", err))
		}
		return false
	}}
	_, err := reloadOn(dir, log.disk())
	return err
}

// TestKilledAtAnyMoment kills a process that commits without end, again and again, whatever it is doing.
func TestKilledAtAnyMoment(t *testing.T) {
	dir, random := beforeCrash(t, 1), rand.New(rand.NewPCG(1, 2))
	last := 1
	for range 25 {
		cmd, out := startChild(t, "endless", dir, last)
		for range 1 + random.IntN(200) {
			line, err := out.ReadString('\n')
			if err != nil {
				t.Fatalf("the child ended by itself: %v", err)
			}
			if n, err := strconv.Atoi(strings.TrimSpace(line)); err == nil {
				last = n
			}
		}
		kill(cmd)
		s := mustOpen(t, dir, crashOptions)
		g := mustCurrent(t, s)
		if n, err := strconv.Atoi(g.Label); err != nil || n < last {
			t.Fatalf("after the crash generation %q is current, but %d was committed", g.Label, last)
		}
		checkTidy(t, s)
		last, _ = strconv.Atoi(g.Label)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// childCommitsEndlessly prints a line at every step, and the label of each generation that it has committed.
func childCommitsEndlessly(dir string, last int) error {
	s, err := open(dir, crashOptions, disk{before: func(string, string) error { fmt.Println("step"); return nil }})
	if err != nil {
		return err
	}
	for n := last + 1; ; n++ {
		g, err := s.Current(context.Background())
		if err != nil {
			return err
		}
		if _, err := commit(s, strconv.Itoa(n), g.Parts[max(0, len(g.Parts)-3):]...); err != nil {
			return err
		}
		fmt.Println(n)
	}
}
