package sample_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pullquote/corpus"
	"pullquote/corpus/sample"
	"pullquote/internal/sharedtest"
)

func briefs(t *testing.T) *corpus.Snapshot {
	t.Helper()
	s, err := corpus.Load(context.Background(), sample.Files(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Each brief says what its report says about itself, and nothing that it does not.
func TestBriefs(t *testing.T) {
	type known struct{ author, publisher, published string }
	want := map[string]known{
		"foreign-blame.txt":    {"", "", "2022-01-07"},
		"growing-protests.txt": {"", "The Organization for World Peace", ""},
		"control-regained.txt": {"Oleg Sukhov", "Kyiv Independent", "2022-01-07"},
		"peacekeepers.txt":     {"", "", ""},
		"troops-leaving.txt":   {"Katie Curtis", "", ""},
	}
	s := briefs(t)
	if len(s.Documents()) != len(want) || len(s.Problems()) > 0 {
		t.Fatalf("got %d documents and the problems %v, want %d and none", len(s.Documents()), s.Problems(), len(want))
	}
	for _, d := range s.Documents() {
		m := d.Metadata()
		if got := (known{m.Author.Value, m.Publisher.Value, m.Published.String()}); got != want[d.ID()] {
			t.Errorf("%s: %+v, want %+v", d.ID(), got, want[d.ID()])
		}
		if !strings.HasPrefix(m.Title.Value, "Brief: ") {
			t.Errorf("%s: the title %q does not say that it is a brief", d.ID(), m.Title.Value)
		}
		if n := len(strings.Fields(d.Text())); n < 120 || n > 220 {
			t.Errorf("%s has %d words, want 120 to 220", d.ID(), n)
		}
		for _, b := range d.Blocks() {
			if b.Kind != corpus.Paragraph {
				t.Errorf("%s: %q is taken for a %s (%s)", d.ID(), d.Text()[b.Start:b.End], b.Kind, b.Rule)
			}
		}
	}
}

// The sentences are our own: no run of words is that of a report, beyond names and figures.
func TestSentencesAreOurOwn(t *testing.T) {
	const run = 6
	reports := map[string]bool{}
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "acceptance/seeds"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range runs(string(text), run) {
			reports[words] = true
		}
	}
	for _, d := range briefs(t).Documents() {
		for _, words := range runs(d.Text(), run) {
			if reports[words] {
				t.Errorf("%s repeats a report: %q", d.ID(), words)
			}
		}
	}
}

// runs returns all runs of n words of a text, in lower case and without punctuation.
func runs(text string, n int) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []string
	for i := 0; i+n <= len(words); i++ {
		out = append(out, strings.Join(words[i:i+n], " "))
	}
	return out
}
