package quality

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expected page and table")

func TestPage(t *testing.T) {
	page := Page{Date: "2001-02-03", Baseline: "It guesses.", Sets: []Measurement{
		{Set: "harbour", Ours: invented(300, 1), Plain: invented(300, 2)},
		{Set: "squad2_open", Ours: invented(90, 4)},
		{Set: "xquad", Ours: verdicts(8, 5), Plain: verdicts(8, 4)},
	}}
	var b bytes.Buffer
	if err := page.Write(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "page.md", b.Bytes())
	if n := strings.Count(b.String(), DateLine); n != 1 {
		t.Errorf("%d lines with a date, want 1", n)
	}
	if without := strings.ReplaceAll(b.String(), DateLine+page.Date, ""); strings.Contains(without, page.Date) {
		t.Error("the date stands outside of its line")
	}
}

func TestWriteTable(t *testing.T) {
	var b bytes.Buffer
	err := WriteTable(&b, []Measurement{
		{Set: "harbour", Ours: invented(300, 1), Plain: invented(300, 2)},
		{Set: "all-answered", Ours: verdicts(8, 5)},
	})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "table.txt", b.Bytes())
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s; if that is meant, rewrite it with -update. Got:\n%s", path, got)
	}
}
