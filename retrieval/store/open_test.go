package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenMakesTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	mustOpen(t, dir, Options{})
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("folder has %v, %v, want mode 0700", info, err)
	}
}

// TestForeignFolders opens what is not a store: both ways are refused, and nothing changes.
func TestForeignFolders(t *testing.T) {
	for name, test := range map[string]struct {
		marker any
		file   string
		want   string
	}{
		"another program": {nil, "database.db", "database.db"},
		"half a store":    {nil, "current", "current"},
		"newer":           {marker{Format: format + 1}, "", "newer version"},
	} {
		dir := t.TempDir()
		if test.marker != nil {
			writeSealed(t, folder(dir).marker(), test.marker)
		} else if err := os.WriteFile(filepath.Join(dir, test.file), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		before := paths(t, &Store{folder: folder(dir)})
		_, err := Open(dir, Options{})
		_, readErr := OpenReader(dir)
		for _, err := range []error{err, readErr} {
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), dir) {
				t.Errorf("%s: %v, want one that names %s and %q", name, err, dir, test.want)
			}
		}
		if after, err := os.ReadDir(dir); err != nil || len(after) != len(before)-1 {
			t.Errorf("%s: folder holds %v, %v, want only %q", name, after, err, before)
		}
	}
}

func writeSealed(t *testing.T, path string, value any) {
	t.Helper()
	data, err := seal(value)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestOpenGoesOn opens folders that may become a store: what an Open has begun, and what file systems put there.
func TestOpenGoesOn(t *testing.T) {
	for _, name := range []string{"lock", "pullquote-store.new", "lost+found", "pullquote-store"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("?"), 0o600); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, dir, Options{})
		mustCommit(t, s, "first")
		if marked, err := s.folder.recognise(); !marked || err != nil {
			t.Errorf("with %s before, the marker is %v, %v", name, marked, err)
		}
	}
}

// TestOlderFormat opens a folder of an older format: it is told as damage, and built anew.
func TestOlderFormat(t *testing.T) {
	dir := t.TempDir()
	f := folder(dir)
	writeSealed(t, f.marker(), marker{Format: format - 1})
	writeSealed(t, f.pointer(), pointer{Format: format - 1, Generation: 7, Last: 7})
	s := mustOpen(t, dir, Options{})
	_, err := s.Current(context.Background())
	checkNames(t, err, f.pointer())
	mustCommit(t, s, "new")
	mustCurrent(t, s)
}

// TestSecondProcess opens a folder that another process has open.
func TestSecondProcess(t *testing.T) {
	dir := t.TempDir()
	cmd, out := startChild(t, "hold", dir, 0)
	if line, err := out.ReadString('\n'); err != nil || line != "open\n" {
		t.Fatalf("child says %q, %v", line, err)
	}
	_, err := Open(dir, Options{})
	if !errors.Is(err, ErrInUse) {
		t.Fatalf("second Open: %v, want ErrInUse", err)
	}
	for _, want := range []string{dir, fmt.Sprintf("process %d on ", cmd.Process.Pid), "folder of its own", "only read"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q does not say %q", err, want)
		}
	}
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Current(context.Background()); !errors.Is(err, ErrNone) {
		t.Errorf("Current beside a writer: %v, want ErrNone", err)
	}
	kill(cmd)
	mustOpen(t, dir, Options{})
}

func TestSecondStoreInOneProcess(t *testing.T) {
	dir := t.TempDir()
	first, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); !errors.Is(err, ErrInUse) {
		t.Errorf("second Open: %v, want ErrInUse", err)
	}
	if err := errors.Join(first.Close(), first.Close()); err != nil {
		t.Error(err)
	}
	if _, err := first.Begin(); !errors.Is(err, errClosed) {
		t.Errorf("Begin of a closed store: %v, want errClosed", err)
	}
	mustOpen(t, dir, Options{})
}
