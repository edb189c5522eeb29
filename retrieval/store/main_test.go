package store

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

var update = flag.Bool("update", false, "rewrite golden files")

// childEnv names what a test process does instead of running tests, and where: "NAME FOLDER ARGUMENT". Crashes, locks
// and full disks are tested with real processes.
const childEnv = "STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	if task := os.Getenv(childEnv); task != "" {
		if err := runChild(task); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

func runChild(task string) error {
	var name, dir string
	var argument int
	if _, err := fmt.Sscan(task, &name, &dir, &argument); err != nil {
		return err
	}
	switch name {
	case "hold":
		return childHolds(dir)
	case "crash":
		return childCrashes(dir, argument)
	case "endless":
		return childCommitsEndlessly(dir, argument)
	}
	return systemChild(name, dir)
}

// child returns a process that does a task.
func child(name, dir string, argument int) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %d", childEnv, name, dir, argument))
	return cmd
}

// startChild starts a child and returns it with its output. It is killed at the end of the test.
func startChild(t *testing.T, name, dir string, argument int) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	cmd := child(name, dir, argument)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	return cmd, bufio.NewReader(out)
}

// kill kills a child with a signal that it cannot catch, and waits for its end.
func kill(cmd *exec.Cmd) {
	if cmd.ProcessState == nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
}

// childHolds opens a store, says so, and holds it until it is killed.
func childHolds(dir string) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, _ = io.Copy(io.Discard, os.Stdin) // until who started it has ended
	return s.Close()
}

func mustOpen(t testing.TB, dir string, options Options) *Store {
	t.Helper()
	s, err := Open(dir, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// commit commits a generation of one new part and some old ones.
func commit(s *Store, label string, reuse ...Part) (*Generation, error) {
	d, err := s.Begin()
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	for _, p := range reuse {
		d.Reuse(p)
	}
	if err := fill(d, label); err != nil {
		return nil, err
	}
	return d.Commit(context.Background(), label)
}

// fill writes the files that whole expects.
func fill(d *Draft, label string) error {
	name, dir, err := d.Part()
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(d.Own()+"/label", []byte(label), 0o600),
		os.WriteFile(dir+"/name", []byte(name), 0o600),
		os.WriteFile(dir+"/empty", nil, 0o600),
		os.Mkdir(dir+"/below", 0o700),
		os.WriteFile(dir+"/below/long", []byte(strings.Repeat(name+" ", 1000)), 0o600))
}

func mustCommit(t testing.TB, s *Store, label string, reuse ...Part) *Generation {
	t.Helper()
	g, err := commit(s, label, reuse...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// whole fails unless the files of a generation are those that fill wrote for its label and its parts.
func whole(g *Generation) error {
	err := contains(g.Dir+"/label", g.Label)
	for _, p := range g.Parts {
		err = errors.Join(err, contains(p.Dir+"/name", p.Name), contains(p.Dir+"/below/long", strings.Repeat(p.Name+" ", 1000)))
	}
	return err
}

func contains(path, want string) error {
	got, err := os.ReadFile(path)
	if err == nil && string(got) != want {
		err = fmt.Errorf("%s holds %.40q, want %.40q", path, got, want)
	}
	return err
}

// mustCurrent returns the current generation, which must be whole.
func mustCurrent(t testing.TB, s *Store) *Generation {
	t.Helper()
	g, err := s.Current(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := whole(g); err != nil {
		t.Fatal(err)
	}
	return g
}
