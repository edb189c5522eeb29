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
	dir := filepath.Join(filepath.Dir(root(t)), "shared")
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("acceptance material is missing: %v", err)
		}
		t.Skipf("acceptance material is not on this machine: %v", err)
	}
	return path
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
