package corpus

import (
	"slices"
	"testing"
)

func TestSidecar(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"a.md":              "---\ntitle: Own title\nauthor: Own Author\n---\nOne.",
		"reports/2022/b.md": "Two.",
		"faq.jsonl":         `{"id":"ferry","text":"Three.","title":"Own"}` + "\n" + `{"id":"pier","text":"Four."}`,
		"sources.yaml": byteOrderMark + `# what we know
"**":
  publisher: Harbour Post
a.md: {title: Better title, published: 2022-01-07, lang: en}
reports/:
  author: [Ada Quill, Ben Holt]
faq.jsonl:
  url: https://harbour.example/faq
faq.jsonl#ferry:
  title: When the ferry leaves
  publisher: Ferry Board
`}, Options{})
	for _, p := range s.Problems() {
		t.Errorf("problem %+v", p)
	}
	for id, want := range map[string]Metadata{
		"a.md": {Title: Field{"Better title", sidecarName}, Author: Field{"Own Author", frontMatterRule}, Publisher: Field{"Harbour Post", sidecarName},
			Language: Field{"en", sidecarName}, Published: Date{2022, 1, 7, sidecarName}},
		"reports/2022/b.md": {Author: Field{"Ada Quill, Ben Holt", sidecarName}, Publisher: Field{"Harbour Post", sidecarName}},
		"faq.jsonl#ferry":   {Title: Field{"When the ferry leaves", sidecarName}, Publisher: Field{"Ferry Board", sidecarName}, URL: Field{"https://harbour.example/faq", sidecarName}},
		"faq.jsonl#pier":    {Publisher: Field{"Harbour Post", sidecarName}, URL: Field{"https://harbour.example/faq", sidecarName}},
	} {
		if got := s.Document(id).Metadata(); got != want {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
}

func TestSidecarProblems(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"", ""},
		{"- files: a.md\n  title: A", ""},
		{"a.md:\n  title: A\n  colour: red", `sources.yaml line 3: "colour" is not a known field`},
		{"a.md:\n  published: someday", `sources.yaml line 1: its published "someday" cannot be used`},
		{"a.md:\n  url: /a", `sources.yaml line 1: its url "/a" cannot be used`},
		{"\nb.md:\n  title: B", `sources.yaml line 2: "b.md" fits no document`},
		{"'[':\n  title: B", `sources.yaml line 1: "[" is not a name or a pattern`},
		{"a.md: A", `sources.yaml line 1: nothing is stated for "a.md"`},
		{"- title: A", `sources.yaml line 1: the entry does not say which files it is about`},
		{"just words", `sources.yaml line 1: it is neither a map nor a list`},
		{"bad.png:\n  title: B", "bad.png: files of type .png are not supported"},
		{"a.md: [", `sources.yaml: it is not valid YAML: yaml: line 1: did not find expected node content`},
	} {
		files := map[string]string{"a.md": "One.", sidecarName: c.yaml}
		if c.yaml != "" && c.yaml[0] == 'b' {
			files["bad.png"] = "x"
		}
		s := mustLoad(t, files, Options{})
		var got []string
		for _, p := range s.Problems() {
			got = append(got, p.Path+": "+p.Reason)
		}
		if c.yaml == "" { // an empty file of any kind is named
			continue
		}
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		if !slices.Equal(got, want) || ids(s) != "a.md" {
			t.Errorf("%q: problems %q, want %q", c.yaml, got, want)
		}
	}
}

func TestMatchPath(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"a.txt", "a.txt", true},
		{"*.txt", "a.txt", true},
		{"*.txt", "b/a.txt", false},
		{"**", "b/a.txt", true},
		{"**/*.txt", "a.txt", true},
		{"**/*.txt", "c/b/a.txt", true},
		{"b/**", "b/a.txt", true},
		{"b/**", "a.txt", false},
		{"b/**/a.txt", "b/c/d/a.txt", true},
		{"b/?.txt", "b/a.txt", true},
		{"b/[a-c].txt", "b/a.txt", true},
		{"b", "b/a.txt", false},
		{"", "a.txt", false},
	} {
		if got := matchPath(c.pattern, c.name); got != c.want {
			t.Errorf("matchPath(%q, %q) = %v, want %v", c.pattern, c.name, got, c.want)
		}
	}
}
