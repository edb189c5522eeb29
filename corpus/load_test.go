package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
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

func TestOpenBoundsASingleFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "faq.jsonl")
	a, b := line("a", "The bridge opens at six."), line("b", "The ferry leaves at nine.")
	if err := os.WriteFile(path, []byte(a+b), 0o644); err != nil {
		t.Fatal(err)
	}
	for limit, want := range map[int]string{len(a + b): "a b", len(a+b) - 1: "a", len(a): "a"} {
		s, err := Open(context.Background(), path, Options{Limits: Limits{TotalBytes: int64(limit)}})
		if err != nil || ids(s) != want || len(s.Problems()) != 2-len(s.Documents()) {
			t.Errorf("limit %d: documents %q, problems %v, %v, want %q", limit, ids(s), s.Problems(), err, want)
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

func TestLoadLimits(t *testing.T) {
	files := map[string]string{"a.md": "One.", "b.md": "Two.", "c.md": "Three.", "d.jsonl": line("x", "Four.") + line("y", "Five.")}
	for _, c := range []struct {
		limits         Limits
		docs, problems string
	}{
		{Limits{}, "a.md b.md c.md d.jsonl#x d.jsonl#y", ""},
		{Limits{Documents: 5}, "a.md b.md c.md d.jsonl#x d.jsonl#y", ""},
		{Limits{Documents: 4}, "a.md b.md c.md d.jsonl#x", "d.jsonl"},
		{Limits{Documents: 2}, "a.md b.md", "c.md d.jsonl"},
		{Limits{FileBytes: 5}, "a.md b.md", "c.md d.jsonl line 1 d.jsonl line 2"},
		{Limits{FileBytes: 4}, "a.md b.md", "c.md d.jsonl line 1 d.jsonl line 2"},
		{Limits{FileBytes: 3}, "", "a.md b.md c.md d.jsonl line 1 d.jsonl line 2"},
		{Limits{TotalBytes: 14}, "a.md b.md c.md", "d.jsonl"},
		{Limits{TotalBytes: 8}, "a.md b.md", "c.md d.jsonl"},
	} {
		s := mustLoad(t, files, Options{Limits: c.limits})
		if got := ids(s); got != c.docs {
			t.Errorf("%+v: documents %q, want %q", c.limits, got, c.docs)
		}
		if got := leftOut(s); got != c.problems {
			t.Errorf("%+v: left out %q, want %q", c.limits, got, c.problems)
		}
	}
}

func leftOut(s *Snapshot) string {
	var out []string
	for _, p := range s.Problems() {
		if p.LeftOut {
			out = append(out, p.Path)
		}
	}
	return strings.Join(out, " ")
}

func TestLoadDepth(t *testing.T) {
	files := map[string]string{"1/2/a.md": "Two folders.", "1/2/3/b.md": "Three folders."}
	for depth, want := range map[int]string{2: "", 3: "1/2/a.md", 4: "1/2/3/b.md 1/2/a.md"} {
		if got := ids(mustLoad(t, files, Options{Limits: Limits{Depth: depth}})); got != want {
			t.Errorf("depth %d: documents %q, want %q", depth, got, want)
		}
	}
}

func TestLoadNothing(t *testing.T) {
	s := mustLoad(t, map[string]string{"a.png": "x"}, Options{})
	if len(s.Documents()) != 0 || leftOut(s) != "a.png" {
		t.Errorf("documents %q, left out %q, want none and a.png", ids(s), leftOut(s))
	}
}

func TestLoadRemarks(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"a.jsonl": line("a", "Seen.\\nHid\\u200bden.\\nNUL \\u0000 too.") + line("b", "Lost \\ud800 letter."),
	}, Options{})
	var got []string
	for _, p := range s.Problems() {
		got = append(got, p.Path+": "+p.Reason)
	}
	want := []string{
		"a.jsonl line 1: it holds 2 invisible characters; what stands around them is never quoted",
		"a.jsonl line 2: it holds 1 replacement character (U+FFFD) where a letter was lost",
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
	if got := s.Document("a.jsonl#a").Passages()[0].Text(); got != "Seen." {
		t.Errorf("the passage is %q, want %q", got, "Seen.")
	}
}

// Of the problems of one file a hundred are listed; all are counted.
func TestLoadReportsManyProblemsInShort(t *testing.T) {
	bad, odd := "{\n", line("x", "Lost \\ud800 letter.")
	numbered := func(n int) (lines string) {
		for i := range n {
			lines += strings.Replace(odd, `"x"`, fmt.Sprintf(`"%d"`, i), 1)
		}
		return lines
	}
	for _, c := range []struct {
		name, text               string
		listed, leftOut, remarks int
	}{
		{"at the limit", strings.Repeat(bad, mostProblems), mostProblems, mostProblems, 0},
		{"one more", strings.Repeat(bad, mostProblems+1), mostProblems + 1, mostProblems + 1, 0},
		{"many", strings.Repeat(bad, 5000), mostProblems + 1, 5000, 0},
		{"remarks", numbered(150), mostProblems + 1, 0, 150},
		{"both", numbered(150) + strings.Repeat(bad, 30), mostProblems + 2, 30, 150},
	} {
		s := mustLoad(t, map[string]string{"a.jsonl": c.text, "b.md": "Good."}, Options{})
		if n := len(s.Problems()); n != c.listed || s.LeftOut() != c.leftOut || s.Remarks() != c.remarks {
			t.Errorf("%s: %d problems, %d left out, %d remarks, want %d, %d and %d", c.name, n, s.LeftOut(), s.Remarks(), c.listed, c.leftOut, c.remarks)
		}
	}
}

func TestLoadProgress(t *testing.T) {
	files := map[string]string{}
	for i := range 500 {
		files[fmt.Sprintf("%d.md", i)] = "A text."
	}
	last, calls := -1, 0
	mustLoad(t, files, Options{Progress: func(done, all int) {
		if done < last || all != 500 {
			t.Errorf("progress %d of %d after %d", done, all, last)
		}
		last = done
		calls++
	}})
	if last != 500 || calls > 200 {
		t.Errorf("progress ended at %d after %d calls, want 500 after at most 200", last, calls)
	}
}

// watchedFS is a file system that tells when a document is opened.
type watchedFS struct {
	fstest.MapFS
	opened func()
}

func (e watchedFS) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".md") {
		e.opened()
	}
	return e.MapFS.Open(name)
}

func TestLoadStopsInTheMiddle(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var opened atomic.Int64
	fsys := watchedFS{fstest.MapFS{}, func() {
		if opened.Add(1) == 10 {
			cancel()
		}
	}}
	for i := range 10_000 {
		fsys.MapFS[fmt.Sprintf("%d.md", i)] = &fstest.MapFile{Data: []byte("A text.")}
	}
	if _, err := Load(ctx, fsys, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Load = %v, want %v", err, context.Canceled)
	}
	if n := opened.Load(); n > 100 {
		t.Errorf("%d files were opened after the context ended", n)
	}
}
