package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestReaders reads the first file of every archive in testdata/readers and compares what becomes of it with the
// second, "want".
func TestReaders(t *testing.T) {
	paths, err := filepath.Glob("testdata/readers/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := readAndDescribe(t, a.Files[0].Name, a.Files[0].Data)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(a.Files[1].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func readAndDescribe(t *testing.T, name string, raw []byte) string {
	t.Helper()
	d, notes, err := readers[lowerExt(name)](raw)
	if err == nil {
		mustKeepPromises(t, d)
	}
	return describeDraft(d, notes, err)
}

// describeDraft returns a draft in lines.
func describeDraft(d draft, notes []remark, err error) string {
	var b strings.Builder
	if err != nil {
		fmt.Fprintf(&b, "refused: %v\n", err)
	}
	for _, n := range notes {
		fmt.Fprintf(&b, "remark: %s: %s\n", n.reason, n.mend)
	}
	m := d.meta
	for _, f := range []struct {
		name  string
		field Field
	}{{"title", m.Title}, {"author", m.Author}, {"publisher", m.Publisher}, {"url", m.URL}, {"language", m.Language}, {"published", Field{m.Published.String(), m.Published.Rule}}} {
		if f.field != (Field{}) {
			fmt.Fprintf(&b, "%s: %s (%s)\n", f.name, f.field.Value, f.field.Rule)
		}
	}
	for _, block := range d.blocks {
		fmt.Fprintf(&b, "%s: %q\n", block.Kind, d.text[block.Start:block.End])
	}
	return b.String()
}

// mustKeepPromises fails unless d keeps what readers promise.
func mustKeepPromises(t testing.TB, d draft) {
	t.Helper()
	if err := d.check(); err != nil {
		t.Fatal(err)
	}
	end := 0
	for _, b := range d.blocks {
		s := d.text[b.Start:b.End]
		if trimBlank(s) != s {
			t.Fatalf("block %q is not trimmed", s)
		}
		if gap := d.text[end:b.Start]; trimBlank(gap) != "" {
			t.Fatalf("%q lies outside of all blocks", gap)
		}
		end = b.End
	}
	if gap := d.text[end:]; trimBlank(gap) != "" {
		t.Fatalf("%q lies outside of all blocks", gap)
	}
}

func trimBlank(s string) string { return strings.TrimFunc(s, isBlank) }
