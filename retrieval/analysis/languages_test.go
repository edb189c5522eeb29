package analysis

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	tag "golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

var update = flag.Bool("update", false, "write the table of languages in docs/corpus.md")

// languageTable returns what the analysis knows of every language, as a table in Markdown.
func languageTable() string {
	codes := map[string]bool{}
	for code := range languages {
		codes[code] = true
	}
	for code := range questions {
		codes[code] = true
	}
	var b strings.Builder
	b.WriteString("| | language | endings | stop words | question words | words that say little |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		l := languages[code]
		b.WriteString("| " + code + " | " + display.English.Languages().Name(tag.MustParse(code)))
		for _, known := range []bool{l.stem != nil, len(l.stop) > 0, questions[code] != "", light[code] != "" || lightCharacters[code] != ""} {
			b.WriteString(" | " + map[bool]string{true: "yes", false: "no"}[known])
		}
		b.WriteString(" |\n")
	}
	return b.String()
}

// TestDocumentedLanguages keeps the table between the two marks of docs/corpus.md true.
func TestDocumentedLanguages(t *testing.T) {
	const file, begin, end = "../../docs/corpus.md", "<!-- languages -->\n", "<!-- end of languages -->"
	doc, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(doc), begin)
	table, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no %s … %s", file, strings.TrimSpace(begin), end)
	}
	want := languageTable()
	if *update && table != want {
		if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("the table of languages in %s is not true any more; run go test ./retrieval/analysis -update\ngot\n%s\nwant\n%s", file, table, want)
	}
}
