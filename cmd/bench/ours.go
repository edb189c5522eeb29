package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// How the library is built, opened and reloaded is said here and nowhere else in the benchmark.

// counter counts the passages of a reading.
type counter int

func (c *counter) Keep(string) error { return nil }

func (c *counter) Put(d *corpus.Document) error {
	*c += counter(d.PassageCount())
	return nil
}

// readDocuments reads and splits documents without indexing them, and returns the number of passages.
func readDocuments(ctx context.Context, docs string) (int, error) {
	s, err := corpus.SourceAt(docs, corpus.Options{})
	if err != nil {
		return 0, err
	}
	var n counter
	_, err = s.Read(ctx, nil, &n)
	return int(n), err
}

// The folder of an index holds the library, and a file that says which documents it is of.
func libraryDir(data string) string { return filepath.Join(data, "library") }
func sourceFile(data string) string { return filepath.Join(data, "documents") }

// buildLibrary indexes documents from nothing, in the folder data.
func buildLibrary(ctx context.Context, docs, data string) (*retrieval.Library, error) {
	if err := errors.Join(os.RemoveAll(libraryDir(data)), os.WriteFile(sourceFile(data), []byte(docs), 0o666)); err != nil {
		return nil, err
	}
	return openLibrary(ctx, data)
}

// openLibrary opens what buildLibrary has left in the folder data.
func openLibrary(ctx context.Context, data string) (*retrieval.Library, error) {
	docs, err := os.ReadFile(sourceFile(data))
	if err != nil {
		return nil, err
	}
	s, err := corpus.SourceAt(string(docs), corpus.Options{})
	if err != nil {
		return nil, err
	}
	l, rebuilt, err := retrieval.OpenSource(ctx, retrieval.Options{Source: s, Dir: libraryDir(data)})
	if err != nil {
		return nil, err
	}
	if rebuilt != nil {
		return nil, errors.Join(rebuilt, l.Close())
	}
	l.SaveMemory()
	return l, nil
}

// reloadLibrary makes the library answer from its documents as they are now.
func reloadLibrary(ctx context.Context, l *retrieval.Library) error {
	u, err := l.Read(ctx, nil)
	if err != nil {
		return err
	}
	return u.Serve(ctx)
}
