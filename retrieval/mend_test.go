package retrieval

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"pullquote/corpus"
)

// TestReloadMendsDamage damages a file of a library that serves. Once somebody has met it, a reload makes it anew, although
// the source has not changed.
func TestReloadMendsDamage(t *testing.T) {
	for what, do := range map[string]func(path string) error{
		"postings/bleve/*.zap": func(path string) error { return os.Truncate(path, 0) }, // a page that cannot be read
		"terms":                clearFile,
		"documents/bodies":     clearFile,
	} {
		f, dir := newFolder(t, 0), t.TempDir()
		twoSegments(t, f, dir)
		l := openDir(t, f, dir)
		paths, err := filepath.Glob(filepath.Join(dir, "parts", "*", what))
		if err != nil || len(paths) != 2 {
			t.Fatalf("%s: %q, %v", what, paths, err)
		}
		for _, path := range paths {
			if err := do(path); err != nil {
				t.Fatal(err)
			}
		}
		var damage *corpus.ReadError
		if _, err := saidBy(l, diskQuestions); !errors.As(err, &damage) {
			t.Errorf("%s: %v, want an error that names the file", what, err)
		}
		readAndServe(t, l)
		checkSays(t, l, memorySays(t, f.files))
		closeLibrary(t, l)
		l = openDir(t, f, dir)
		checkSays(t, l, memorySays(t, f.files))
		closeLibrary(t, l)
	}
}

func clearFile(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, make([]byte, len(data)), 0o600)
}

// TestReloadThatMeetsDamage damages what a reload reads and no question does.
func TestReloadThatMeetsDamage(t *testing.T) {
	f, dir := newFolder(t, 0), t.TempDir()
	twoSegments(t, f, dir)
	l := openDir(t, f, dir)
	defer closeLibrary(t, l)
	for _, p := range l.archive.now.parts {
		if err := clearFile(filepath.Join(p.Dir, "documents", "shingles")); err != nil {
			t.Fatal(err)
		}
	}
	before := memorySays(t, f.files)
	f.change(t, 3)
	var damage *corpus.ReadError
	if _, err := l.Read(context.Background(), nil); !errors.As(err, &damage) {
		t.Errorf("%v, want an error that names the file", err)
	}
	checkSays(t, l, before)
	readAndServe(t, l)
	checkSays(t, l, memorySays(t, f.files))
}

// TestFilesThatChangeWhileTheyAreRead reloads while files are written. Once nobody writes, the library says what they hold.
func TestFilesThatChangeWhileTheyAreRead(t *testing.T) {
	const reloads = 10
	f := newFolder(t, 9)
	f.change(t, 40)
	l := openDir(t, f, t.TempDir())
	defer closeLibrary(t, l)
	stop := make(chan struct{})
	var writing sync.WaitGroup
	writing.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				f.change(t, 3)
			}
		}
	})
	for range reloads {
		u, err := l.Read(context.Background(), nil)
		if err == nil {
			err = u.Serve(context.Background())
		}
		if err != nil {
			t.Error(err)
		}
		if _, err := saidBy(l, diskQuestions); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	writing.Wait()
	readAndServe(t, l)
	checkSays(t, l, memorySays(t, f.files))
}
