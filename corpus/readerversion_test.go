package corpus

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// Documents that were read earlier are kept for as long as readerVersion stays the same, so it must be raised when the
// same files become other documents. The golden file holds the version and a hash of what it makes of all test files.
func TestReaderVersion(t *testing.T) {
	const golden = "testdata/readerversion.golden"
	raw, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	version, _, _ := strings.Cut(string(raw), " ")
	got := fmt.Sprintf("%d %x\n", readerVersion, sha256.Sum256([]byte(describeAll(t))))
	switch {
	case got == string(raw):
	case version == fmt.Sprint(readerVersion):
		t.Fatalf("the test files make other documents than version %d of the readers made: raise readerVersion in inventory.go, and then run go test ./corpus -run TestReaderVersion -update", readerVersion)
	case !*update:
		t.Fatal("readerVersion was raised: run go test ./corpus -run TestReaderVersion -update")
	default:
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// describeAll returns all that an answer can show of the test files, in words.
func describeAll(t *testing.T) string {
	t.Helper()
	s := mustLoad(t, versionFiles(t), Options{})
	var b strings.Builder
	for _, d := range s.Documents() {
		fmt.Fprintf(&b, "%s %s %#v %q\n", d.ID(), d.SHA256(), d.Metadata(), d.Label())
		for _, block := range d.Blocks() {
			fmt.Fprintf(&b, "%#v\n", block)
		}
		for _, p := range d.Passages() {
			for i := range p.Len() {
				fmt.Fprintf(&b, "%v ", p.Sentence(i))
			}
			b.WriteByte('\n')
		}
	}
	fmt.Fprintf(&b, "%#v %#v\n", s.Problems(), s.Synonyms())
	return b.String()
}

// versionFiles returns files of every format, in several languages and encodings, good and bad.
func versionFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{
		"odd.html": oddPage, "odd.md": oddMarkdown, "latin1.html": "<meta charset=iso-8859-1><p>Caf\xe9 f\xe9rm\xe9.</p>",
		"utf16.md": "\xff\xfeT\x00h\x00e\x00 \x00f\x00e\x00r\x00r\x00y\x00.\x00", "windows.txt": "Der Zug f\xe4hrt um neun Uhr \x84heute\x93 nicht.",
		"hidden.txt": "Dr. Ames said \"No.\" She left.\u200b\n\nThe U.S. ferry\u202e leaves.", "zip.txt": "PK\x03\x04\x00\x01", "empty.md": "",
		"faq.jsonl": `{"id":"a","text":"One.\n\nTwo, e.g. three.","title":"T","author":["A B"],"published":"2022-01","url":"https://p.example","lang":"de"}` +
			"\n{bad\n" + line("b", "船は九時に出ます。橋は六時に開きます。") + line("a", "Again."),
		sidecarName: "'*.html':\n  publisher: Harbour Post\nnone.txt:\n  title: A\n", synonymsName: "ferry, boat\nguv\n",
	}
	for name, raw := range readAll(t, "testdata/pages/*.txt") {
		files[name] = raw
	}
	for name, raw := range readAll(t, "testdata/readers/*.txtar") {
		first := txtar.Parse([]byte(raw)).Files[0]
		files[strings.TrimSuffix(name, ".txtar")+filepath.Ext(first.Name)] = string(first.Data)
	}
	return files
}

func readAll(t *testing.T, pattern string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	files := map[string]string{}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = string(raw)
	}
	return files
}
