package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filesOf returns every file that the current generation of a store depends on.
func filesOf(t *testing.T, s *Store) []string {
	t.Helper()
	g := mustCurrent(t, s)
	files := []string{s.folder.pointer(), s.folder.manifest(g.Number)}
	for _, dir := range append([]string{g.Dir}, g.Parts[0].Dir, g.Parts[1].Dir) {
		tree, err := readTree(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range tree.files {
			files = append(files, filepath.Join(dir, filepath.FromSlash(f.name)))
		}
	}
	return files
}

// twoGenerations returns a store whose current generation has an old and a new part.
func twoGenerations(t *testing.T, dir string) *Store {
	t.Helper()
	s := mustOpen(t, dir, Options{})
	mustCommit(t, s, "new", mustCommit(t, s, "old").Parts...)
	return s
}

// flip changes one bit of a byte of a file.
func flip(path string, at int) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data[at] ^= 1 << (at % 8)
	return os.WriteFile(path, data, 0o600)
}

// TestDamageIsNamed damages each file of a generation in every way: Current names it, and a commit mends it.
func TestDamageIsNamed(t *testing.T) {
	template := t.TempDir()
	s := twoGenerations(t, template)
	files := filesOf(t, s)
	if len(files) != 2+1+2*3 {
		t.Fatalf("the generation has the files %q", files)
	}
	for _, path := range files {
		name, err := filepath.Rel(template, path)
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		for kind, damage := range map[string]func(path string) error{
			"first byte": func(path string) error { return flip(path, 0) },
			"some byte":  func(path string) error { return flip(path, int(info.Size()/2)) },
			"last byte":  func(path string) error { return flip(path, int(info.Size()-1)) },
			"shorter":    func(path string) error { return os.Truncate(path, info.Size()-1) },
			"longer":     func(path string) error { return os.Truncate(path, info.Size()+1) },
			"folder":     func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) },
			"missing":    os.Remove,
		} {
			if info.Size() == 0 && strings.Contains("first byte some byte last byte shorter", kind) {
				continue
			}
			if path == s.folder.pointer() && (kind == "missing" || kind == "folder") {
				continue // then there is no generation; nothing can be renamed over a folder
			}
			t.Run(name+" "+kind, func(t *testing.T) {
				checkDamage(t, copyOf(t, template), name, damage)
			})
		}
	}
}

func checkDamage(t *testing.T, dir, name string, damage func(path string) error) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := damage(path); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, dir, Options{})
	_, err := s.Current(context.Background())
	checkNames(t, err, path)
	mustCommit(t, s, "mended")
	if g := mustCurrent(t, s); g.Number != 3 {
		t.Errorf("the new generation is %d, want 3", g.Number)
	}
	checkTidy(t, s)
}

// checkNames fails unless an error is a *DamageError of a file.
func checkNames(t *testing.T, err error, path string) {
	t.Helper()
	var damage *DamageError
	if !errors.As(err, &damage) || damage.File != path || !strings.Contains(err.Error(), path) {
		t.Fatalf("error is %v, want a DamageError of %s", err, path)
	}
}

func TestWhatDoesNotBelongIsDamage(t *testing.T) {
	for name, add := range map[string]func(path string) error{
		"a":     func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"zzz":   func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"link":  func(path string) error { return os.Symlink("label", path) },
		"label": func(path string) error { return errors.Join(os.Remove(path), os.Symlink("/etc/hosts", path)) },
	} {
		s := twoGenerations(t, t.TempDir())
		path := filepath.Join(mustCurrent(t, s).Dir, name)
		if err := add(path); err != nil {
			t.Fatal(err)
		}
		_, err := s.Current(context.Background())
		checkNames(t, err, path)
	}
}

func TestMissingFoldersAreDamage(t *testing.T) {
	s := twoGenerations(t, t.TempDir())
	g := mustCurrent(t, s)
	if err := os.RemoveAll(g.Parts[0].Dir); err != nil {
		t.Fatal(err)
	}
	_, err := s.Current(context.Background())
	checkNames(t, err, g.Parts[0].Dir)
}

// TestOldDamageDoesNoHarm damages the generation before the current one.
func TestOldDamageDoesNoHarm(t *testing.T) {
	for _, name := range []string{"own/label", "manifest"} {
		dir := t.TempDir()
		path := filepath.Join(twoGenerations(t, dir).folder.generationDir(1), filepath.FromSlash(name))
		if err := flip(path, 0); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, copyOf(t, dir), Options{})
		mustCurrent(t, s)
		if _, err := s.Rollback(context.Background(), 1); err == nil {
			t.Errorf("rolled back to a generation with a damaged %s", name)
		}
		if g := mustCurrent(t, s); g.Number != 2 {
			t.Errorf("the failed rollback has made %d current", g.Number)
		}
	}
}

// TestUncertaintyRemovesNothing damages what says which files are needed: what may be needed stays until a commit.
func TestUncertaintyRemovesNothing(t *testing.T) {
	for _, file := range []string{"current", "generations/2/manifest"} {
		dir := t.TempDir()
		twoGenerations(t, dir)
		dir = copyOf(t, dir)
		if err := flip(filepath.Join(dir, filepath.FromSlash(file)), 40); err != nil {
			t.Fatal(err)
		}
		f := folder(dir)
		before := paths(t, &Store{folder: f})
		s := mustOpen(t, dir, Options{KeepGenerations: -1})
		if diff := cmp.Diff(before, paths(t, s)); diff != "" {
			t.Errorf("with a damaged %s opening changed:\n%s", file, diff)
		}
		mustCommit(t, s, "mended")
		checkTidy(t, s)
	}
}

// TestRollbackMendsThePointer returns to a generation that is whole when the pointer is damaged.
func TestRollbackMendsThePointer(t *testing.T) {
	s := twoGenerations(t, t.TempDir())
	if err := flip(s.folder.pointer(), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Rollback(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	if g := mustCurrent(t, s); g.Number != 2 {
		t.Errorf("current is %d, want 2", g.Number)
	}
}

// TestCurrentButLeavesFilesForLater damages a file of a part that is left out. Its size is looked at all the same.
func TestCurrentButLeavesFilesForLater(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	g := mustCurrent(t, twoGenerations(t, dir))
	name := "" // the first file of the first part
	err := filepath.WalkDir(g.Parts[0].Dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name == "" {
			name, err = filepath.Rel(g.Parts[0].Dir, path)
		}
		return err
	})
	if err != nil || name == "" {
		t.Fatal(name, err)
	}
	s := mustOpen(t, copyOf(t, dir), Options{})
	g = mustCurrent(t, s)
	path := filepath.Join(g.Parts[0].Dir, name)
	if err := flip(path, 0); err != nil {
		t.Fatal(err)
	}
	_, _, err = s.CurrentBut(ctx, "another")
	checkNames(t, err, path)
	_, verify, err := s.CurrentBut(ctx, filepath.ToSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	var found []*DamageError
	note := func(d *DamageError) { found = append(found, d) }
	if err := verify(ctx, note); err != nil || len(found) != 1 {
		t.Fatalf("damage %v, %v", found, err)
	}
	checkNames(t, found[0], path)
	if err := flip(path, 0); err != nil {
		t.Fatal(err)
	}
	if err := verify(ctx, note); err != nil || len(found) != 1 {
		t.Errorf("the file is whole again: damage %v, %v", found, err)
	}
	ended, end := context.WithCancel(ctx)
	end()
	if err := verify(ended, note); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended look fails with %v", err)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	_, _, err = s.CurrentBut(ctx, filepath.ToSlash(name))
	checkNames(t, err, path)
}
