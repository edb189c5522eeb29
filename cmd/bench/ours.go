package main

import (
	"context"
	"os"
	"path/filepath"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// How the library is built, opened and reloaded is said here and nowhere else in the benchmark.

// readDocuments reads and splits documents without indexing them, and returns the number of passages.
func readDocuments(ctx context.Context, docs string) (int, error) {
	s, err := corpus.Open(ctx, docs, corpus.Options{})
	if err != nil {
		return 0, err
	}
	n := 0
	for _, d := range s.Documents() {
		n += len(d.Passages())
	}
	return n, nil
}

// buildLibrary indexes documents from nothing, in the folder data.
func buildLibrary(ctx context.Context, docs, data string) (*retrieval.Library, error) {
	if err := os.WriteFile(filepath.Join(data, "documents"), []byte(docs), 0o666); err != nil {
		return nil, err
	}
	return openLibrary(ctx, data)
}

// openLibrary opens what buildLibrary has left in the folder data.
func openLibrary(ctx context.Context, data string) (*retrieval.Library, error) {
	docs, err := os.ReadFile(filepath.Join(data, "documents"))
	if err != nil {
		return nil, err
	}
	s, err := corpus.Open(ctx, string(docs), corpus.Options{})
	if err != nil {
		return nil, err
	}
	return retrieval.Open(ctx, s)
}

// reloadLibrary makes the library answer from documents as they are now.
func reloadLibrary(ctx context.Context, l *retrieval.Library, docs string) error {
	s, err := corpus.Open(ctx, docs, corpus.Options{})
	if err != nil {
		return err
	}
	return l.Reload(ctx, s)
}
