package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// forest are folders in folders, some of which are not gone through, with one that fails in the list of its files.
func forest() fs.FS {
	files := fstest.MapFS{}
	for i := range 3 * listsAhead {
		for k := range i % 4 {
			files[fmt.Sprintf("f%02d/%d.txt", i, k)] = &fstest.MapFile{Data: []byte("A ship is seen.\n")}
			files[fmt.Sprintf("f%02d/in%d/a.txt", i, k)] = &fstest.MapFile{Data: []byte("It sails.\n")}
		}
	}
	for _, name := range []string{".hidden/a.txt", "sources.yaml/a.txt", "f01/sources.yaml/a.txt", "f02/\x01/a.txt", "f03/1/2/3/4/a.txt", "f04/broken/a.txt"} {
		files[name] = &fstest.MapFile{Data: []byte("It is here.\n")}
	}
	return brokenFolder{files, "f04/broken"}
}

// brokenFolder cannot list one of its folders to the end.
type brokenFolder struct {
	fstest.MapFS
	broken string
}

func (f brokenFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.MapFS.ReadDir(name)
	if name == f.broken {
		return entries[:0], errors.New("bad sector")
	}
	return entries, err
}

// TestWalkGoesInOrder compares a walk with one that lists a folder when it comes to it.
func TestWalkGoesInOrder(t *testing.T) {
	files := forest()
	l := newLoader(files, Options{Limits: Limits{Depth: 4}})
	got, err := l.list(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	plainWalk(t, files, ".", 1, &want)
	var paths []string
	for _, f := range got.files {
		paths = append(paths, f.path)
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Errorf("the files differ:\n%s", diff)
	}
	if len(got.rules) != 1 || len(got.problems) != 3 {
		t.Errorf("rules %v, problems %v, want a rule and three problems", got.rules, got.problems)
	}
}

// plainWalk appends the files in and below a folder.
func plainWalk(t *testing.T, files fs.FS, dir string, depth int, to *[]string) {
	t.Helper()
	entries, err := fs.ReadDir(files, dir)
	if err != nil && dir != "f04/broken" {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case name == "sources.yaml", e.Name() == ".hidden", e.Name() == "\x01":
		case !e.IsDir():
			*to = append(*to, name)
		case depth < 4:
			plainWalk(t, files, name, depth+1, to)
		}
	}
}
