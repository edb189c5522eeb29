package corpus

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// line returns a line of a JSONL file.
func line(id, text string) string { return `{"id": "` + id + `", "text": "` + text + `"}` + "\n" }

func mustLoad(t *testing.T, files map[string]string, opts Options) *Snapshot {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	s, err := Load(context.Background(), fsys, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ids(s *Snapshot) string {
	var out []string
	for _, d := range s.Documents() {
		out = append(out, d.ID())
	}
	return strings.Join(out, " ")
}

func TestLoadJSONL(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"faq.jsonl": line("a", "The bridge opens at six.") + "\n{bad\n" + line("b", "The ferry leaves at nine.") + line("a", "Again."),
	}, Options{})
	if got, want := ids(s), "faq.jsonl#a faq.jsonl#b"; got != want {
		t.Errorf("documents %q, want %q", got, want)
	}
	var paths []string
	for _, p := range s.Problems() {
		paths = append(paths, p.Path)
	}
	if got, want := strings.Join(paths, ", "), "faq.jsonl line 3, faq.jsonl line 5"; got != want {
		t.Errorf("problems %q, want %q", got, want)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	single := filepath.Join(dir, "faq.jsonl")
	if err := os.WriteFile(single, []byte(line("a", "The bridge opens at six.")), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{dir: "faq.jsonl#a", single: "a"} {
		s, err := Open(context.Background(), path, Options{})
		if err != nil {
			t.Fatalf("Open(%s): %v", path, err)
		}
		if got := ids(s); got != want {
			t.Errorf("Open(%s) has documents %q, want %q", path, got, want)
		}
	}
}

func TestOpenFails(t *testing.T) {
	text := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(text, []byte("A text."), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(t.TempDir(), "none"): "no such file",
		text:                               "neither a folder nor a .jsonl file",
	} {
		if _, err := Open(context.Background(), path, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open(%s) = %v, want an error with %q", path, err, want)
		}
	}
}

func TestLoadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Load(ctx, fstest.MapFS{"a.txt": {Data: []byte("A text.")}}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Load with an ended context = %v, want %v", err, context.Canceled)
	}
}
