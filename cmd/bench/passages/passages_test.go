package passages

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/corpus"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tiny is a source in the form of the packages, with a few sentences and words written for this test.
func tiny(t *testing.T) *Source {
	t.Helper()
	s, err := ReadDebian(tinyRoot(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func tinyRoot(t *testing.T) fstest.MapFS {
	t.Helper()
	read := func(name string) *fstest.MapFile {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: text}
	}
	return fstest.MapFS{
		bookFolder + "/ch1.md.gz":    {Data: zipped(t, read("book.md").Data)},
		lexiconFolder + "/data.noun": read("data.noun"),
		lexiconFolder + "/data.adj":  read("data.adj"),
		statusFile:                   read("status"),
	}
}

func TestReadDebian(t *testing.T) {
	s := tiny(t)
	if want := "anarchism 1.0-1, wordnet-base 1:3.0-37"; s.Origin != want {
		t.Errorf("Origin = %q, want %q", s.Origin, want)
	}
	if len(s.SHA256) != 64 {
		t.Errorf("SHA256 = %q, want 64 digits", s.SHA256)
	}
	for _, want := range []string{"The harbour of Marlow was rebuilt in 1931 , because the storm had taken its wall", "A lantern is a light in a case"} {
		if !slices.ContainsFunc(s.Sentences, func(w []string) bool { return strings.Join(w, " ") == want }) {
			t.Errorf("no sentence %q in %q", want, s.Sentences)
		}
	}
	if got := s.Lexicon.Synonyms["lantern"]; got != "lamp" {
		t.Errorf("synonym of lantern = %q, want lamp", got)
	}
	if !slices.Contains(s.Lexicon.Names, "Marlow") || !slices.Contains(s.Lexicon.Adjectives, "steep") {
		t.Errorf("lexicon = %+v, want the name Marlow and the adjective steep in it", s.Lexicon)
	}
}

// What is missing is named, with the mend.
func TestReadDebianMissing(t *testing.T) {
	for _, missing := range []string{bookFolder + "/ch1.md.gz", lexiconFolder + "/data.noun"} {
		root := tinyRoot(t)
		delete(root, missing)
		if _, err := ReadDebian(root); err == nil || !strings.Contains(err.Error(), Mend) {
			t.Errorf("without %s the error is %v, want one with %q", missing, err, Mend)
		}
	}
}

func TestGeneratorIsDeterministic(t *testing.T) {
	a, b := New(tiny(t), 1), New(tiny(t), 1)
	for i := range 50 {
		if x, y := a.Next().Bytes(), b.Next().Bytes(); !bytes.Equal(x, y) {
			t.Fatalf("document %d differs:\n%s\n%s", i, x, y)
		}
	}
}

func TestDocuments(t *testing.T) {
	g := New(tiny(t), 1)
	var all bytes.Buffer
	for range 4 {
		d := g.Next()
		all.WriteString("== " + d.Path + "\n")
		all.Write(d.Bytes())
	}
	golden(t, "documents.golden", all.Bytes())
}

// The asker takes nothing from the generator's random numbers, and asks what it is to.
func TestQuestions(t *testing.T) {
	s := tiny(t)
	g := New(s, 1)
	a := g.Asker(s, 250, 1)
	for range 20 {
		a.Show(g.Next())
	}
	questions := a.Questions()
	if len(questions) != 250 {
		t.Fatalf("%d questions, want 250", len(questions))
	}
	long := slices.DeleteFunc(slices.Clone(questions), func(q string) bool { return len(strings.Fields(q)) != longWords })
	if len(long) != 250/longEvery {
		t.Errorf("%d questions of %d words, want %d", len(long), longWords, 250/longEvery)
	}
	golden(t, "questions.golden", []byte(strings.Join(questions[:40], "\n")+"\n"))
}

// A smaller corpus is the beginning of a larger one, and the file of passages is what the program reads of the documents.
func TestWrite(t *testing.T) {
	s, ctx := tiny(t), context.Background()
	small, err := Write(ctx, s, t.TempDir(), Size{Documents: 5}, 10)
	if err != nil {
		t.Fatal(err)
	}
	large, err := Write(ctx, s, t.TempDir(), Size{Passages: 300}, 10)
	if err != nil {
		t.Fatal(err)
	}
	few, many := read(t, small.Passages()), read(t, large.Passages())
	if !strings.HasPrefix(many, few) || len(many) <= len(few) {
		t.Error("the smaller corpus is not the beginning of the larger one")
	}
	checkPassages(t, small, 5)
	if n := strings.Count(many, "\n"); n < 300 || n > 300+2*mostParagraphs {
		t.Errorf("%d passages, want 300 and the rest of a document", n)
	}
	if n := strings.Count(read(t, large.Questions()), "\n"); n != 10 {
		t.Errorf("%d questions, want 10", n)
	}
}

func checkPassages(t *testing.T, c Corpus, documents int) {
	t.Helper()
	snapshot, err := corpus.Open(context.Background(), c.Docs(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(snapshot.Documents()); n != documents {
		t.Errorf("%d documents, want %d", n, documents)
	}
	var want bytes.Buffer
	for _, d := range snapshot.Documents() {
		if err := export(&want, d.ID(), d); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, c.Passages()); got != want.String() {
		t.Errorf("passages are\n%s\nwant\n%s", got, want.String())
	}
}

func TestMeasure(t *testing.T) {
	got, err := Measure(strings.NewReader("d\tt\tA b c d e, a b.\nd\tt\tX a b c d e.\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Figures{Passages: 2, Words: 13, Vocabulary: 6, Once: 1. / 6, Frequent: [3]float64{1, 1, 1}, Repeated: 1. / 5}
	if got != want {
		t.Errorf("Measure = %+v, want %+v", got, want)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, name); string(got) != want {
		t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
	}
}

func zipped(t *testing.T, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Of every so many documents one changes, and it stays a document; copies keep theirs.
func TestChange(t *testing.T) {
	c, err := Write(context.Background(), tiny(t), t.TempDir(), Size{Documents: 10}, 1)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy")
	if err := Link(c.Docs(), copied); err != nil {
		t.Fatal(err)
	}
	for _, r := range []int{0, 1, 0} {
		before := load(t, copied)
		if n, err := Change(copied, 5, r); err != nil || n != 2 {
			t.Errorf("Change = %d, %v, want 2", n, err)
		}
		change := corpus.Compare(before, load(t, copied))
		if n := len(change.Changed); len(change.Added)+len(change.Removed) > 0 || r == 1 && n != 2 {
			t.Errorf("remainder %d: %d documents changed, %d came, %d went", r, n, len(change.Added), len(change.Removed))
		}
	}
	checkPassages(t, c, 10)
}

func load(t *testing.T, docs string) *corpus.Snapshot {
	t.Helper()
	s, err := corpus.Open(context.Background(), docs, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
