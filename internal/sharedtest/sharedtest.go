// Package sharedtest finds the acceptance material that lies beside a developer's checkout and is not part of the
// project: real documents, questions with gold quotes, public test sets.
package sharedtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Path returns the path of name, which is slash-separated, in the folder "shared" beside the checkout. Where that
// folder is absent the test is skipped with a reason; with CI=true it fails, so that a gate cannot pass by skipping.
func Path(t testing.TB, name string) string {
	t.Helper()
	path := Optional(t, name)
	if path == "" {
		t.Skipf("acceptance material is not on this machine: %s", name)
	}
	return path
}

// Optional is Path for a test that checks less without the material: where it is absent it returns "", but with CI=true
// the test fails.
func Optional(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(filepath.Dir(root(t)), "shared", filepath.FromSlash(name))
	_, err := os.Stat(path)
	switch {
	case err == nil:
		return path
	case os.Getenv("CI") == "true":
		t.Fatalf("acceptance material is missing: %v", err)
	}
	return ""
}

// root returns the folder of go.mod above the working directory.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the working directory")
		}
		dir = up
	}
}
