package corpus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// shelve writes documents to a shelf and opens it.
func shelve(t testing.TB, docs ...*Document) *Shelf { return shelveSampled(t, mostShingles, docs...) }

// shelveSampled is shelve with another mostShingles.
func shelveSampled(t testing.TB, most int, docs ...*Document) *Shelf {
	t.Helper()
	dir := t.TempDir()
	w, err := newShelfWriter(dir, most)
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range docs {
		if n, err := w.Add(d); err != nil || n != i {
			t.Fatalf("Add of document %d = %d, %v", i, n, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return mustOpenShelf(t, dir)
}

func mustOpenShelf(t testing.TB, dir string) *Shelf {
	t.Helper()
	s, err := OpenShelf(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// onShelf returns a snapshot of all documents of the shelves.
func onShelf(t testing.TB, shelves ...*Shelf) *Snapshot {
	t.Helper()
	var parts SnapshotParts
	for _, s := range shelves {
		parts.Holdings = append(parts.Holdings, Holding{Shelf: s})
	}
	s, err := SnapshotOf(t.Context(), parts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// everyKind returns documents that hold every kind of block and metadata, or none.
func everyKind(t testing.TB) []*Document {
	all := drafted(Heading, "The harbour", Paragraph, "It is closed. Nobody knows – why.", ListItem, "- One boat", Table, "| a | b |",
		Caption, "Ann Example / Agency", Furniture, "Share this", Paragraph, "Ünïcode “quotes”. 你好。再见。")
	all.blocks[4].Rule, all.blocks[5].Rule = "credit", "share bar"
	all.blocks[6].Page = 300
	all.meta = Metadata{Title: Field{"The harbour", "front matter"}, Author: Field{"Ann", "byline"}, Publisher: Field{"The Post", "JSONL"},
		URL: Field{"https://example.org/a?b=c", "sources.yaml"}, Language: Field{"en", "stated"}, Published: Date{2022, 1, 7, "byline"}}
	year := drafted(Paragraph, strings.Repeat("One two three four five six. ", 60))
	year.meta.Published = Date{Year: 1999}
	mark := draft{text: "\ufeffAfter a mark. \u202eHidden.\n\n", blocks: []Block{{Span: Span{3, len("\ufeffAfter a mark. \u202eHidden.")}}}}
	var docs []*Document
	for i, d := range []draft{all, year, mark, {}, drafted(Furniture, "Share this."), drafted(Paragraph, "One.")} {
		doc, err := newDocument(fmt.Sprintf("folder/%d é.txt", i), d)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// outward is all that the methods of a document show.
type outward struct {
	ID, SHA256, Label, Text string
	Metadata                Metadata
	Blocks                  []Block
	Passages                []string
	Count                   int
}

func outwardOf(d *Document) outward {
	s := outward{d.ID(), d.SHA256(), d.Label(), d.Text(), d.Metadata(), append([]Block{}, d.Blocks()...), nil, d.PassageCount()}
	for _, p := range d.Passages() {
		s.Passages = append(s.Passages, fmt.Sprint(p.Document() == d, p.Span()))
		for i := range p.Len() {
			q, err := p.Quote(i, i+1)
			s.Passages = append(s.Passages, fmt.Sprint(q.Text(), q.Span(), q.Block(), q.Heading(), err))
		}
	}
	return s
}

func TestShelfRoundTrip(t *testing.T) {
	docs := everyKind(t)
	shelf := shelve(t, docs...)
	s := onShelf(t, shelf)
	if shelf.Len() != len(docs) || len(s.Documents()) != len(docs) || shelf.PassagesBefore(0) != 0 {
		t.Fatalf("%d documents on the shelf, %d in the snapshot, want %d", shelf.Len(), len(s.Documents()), len(docs))
	}
	for i, d := range docs {
		got := s.Document(d.ID())
		if got == nil {
			t.Fatalf("%s is lost", d.ID())
		}
		if want := outwardOf(d); !reflect.DeepEqual(outwardOf(got), want) {
			t.Errorf("document %d is\n%+v\nwant\n%+v", i, outwardOf(got), want)
		}
		if n := shelf.PassagesBefore(i+1) - shelf.PassagesBefore(i); n != len(d.Passages()) {
			t.Errorf("document %d has %d passages, want %d", i, n, len(d.Passages()))
		}
	}
	again := shelve(t, s.Documents()...) // from shelf to shelf
	if got := onShelf(t, again).ID(); got != s.ID() {
		t.Errorf("on a second shelf the snapshot is %s, want %s", got, s.ID())
	}
}

func TestShelvesOfSomeSizes(t *testing.T) {
	var docs []*Document
	for n := range 2*factsAtOnce + 2 {
		if n <= 2 || n%factsAtOnce <= 1 || n%factsAtOnce == factsAtOnce-1 {
			shelf := shelve(t, docs...)
			if got, want := onShelf(t, shelf).ID(), mustSnapshot(t, docs...).ID(); got != want || shelf.Len() != n {
				t.Errorf("a shelf of %d documents has %d, snapshot %s, want %s", n, shelf.Len(), got, want)
			}
		}
		docs = append(docs, textDocument(t, fmt.Sprintf("%d", n), 2000+n%5, prose(uint64(n), 3)))
	}
}

func TestShelfWriterFails(t *testing.T) {
	d := textDocument(t, "a", 0, "One.")
	if _, err := NewShelfWriter(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("NewShelfWriter in no folder = %v", err)
	}
	dir := t.TempDir()
	w, err := NewShelfWriter(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewShelfWriter(dir); !errors.Is(err, os.ErrExist) {
		t.Errorf("NewShelfWriter where a shelf is = %v", err)
	}
	if _, err := OpenShelf(dir); !isReadError(err) {
		t.Errorf("OpenShelf of an unfinished shelf = %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add(d); err == nil {
		t.Error("a document was added to a closed shelf")
	}
	if err := w.Close(); err == nil {
		t.Error("a shelf was closed twice")
	}
	if err := os.Remove(filepath.Join(dir, bodiesFile)); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenShelf(dir); !isReadError(err) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("OpenShelf without bodies = %v", err)
	}
}

// A shelf that could not be written to the end is none, and every later call says so.
func TestShelfThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	w, err := NewShelfWriter(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.bodies.file.Close(); err != nil {
		t.Fatal(err)
	}
	long := textDocument(t, "long", 0, prose(1, 10_000)) // more than is kept before it is written
	for range 2 {
		if _, err := w.Add(long); !errors.Is(err, os.ErrClosed) {
			t.Errorf("Add = %v", err)
		}
	}
	if err := w.Close(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("Close = %v", err)
	}
	if _, err := OpenShelf(dir); !isReadError(err) {
		t.Errorf("OpenShelf = %v", err)
	}
}

func isReadError(err error) bool {
	var read *ReadError
	return errors.As(err, &read)
}

// openAndRead reads everything that is on a shelf.
func openAndRead(t *testing.T, dir string) error {
	shelf, err := OpenShelf(dir)
	if err != nil {
		return err
	}
	s, err := SnapshotOf(t.Context(), SnapshotParts{Holdings: []Holding{{Shelf: shelf}}})
	if err != nil {
		return err
	}
	for _, d := range s.Documents() {
		if err := d.Load(); err != nil {
			return err
		}
	}
	return nil
}

// Whichever byte of a shelf is another, it is noticed, and the file is named.
func TestShelfDamage(t *testing.T) {
	shelf := shelve(t, everyKind(t)[0], textDocument(t, "a", 0, prose(1, 2)))
	files, err := os.ReadDir(shelf.dir)
	if err != nil || len(files) != 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	if err := openAndRead(t, shelf.dir); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		path := filepath.Join(shelf.dir, f.Name())
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		damaged := func(raw []byte) {
			if err := os.WriteFile(path, raw, 0o600); err != nil {
				t.Fatal(err)
			}
			var read *ReadError
			if err := openAndRead(t, shelf.dir); !errors.As(err, &read) || f.Name() != tableFile && read.File != path {
				t.Fatalf("%s with %d of %d bytes, damaged: %v", f.Name(), len(raw), len(whole), err)
			}
		}
		for i := range whole {
			whole[i] ^= 1 << (i % 8)
			damaged(whole)
			whole[i] ^= 1 << (i % 8)
		}
		damaged(append(whole[:len(whole):len(whole)], 0))
		damaged(whole[:len(whole)-1])
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// What a document cannot read it says by a panic, and Load, Find and SnapshotOf by an error.
func TestDocumentThatCannotBeRead(t *testing.T) {
	shelf := shelve(t, textDocument(t, "a", 0, "One two three."), textDocument(t, "b", 0, "Four five six."))
	s := onShelf(t, shelf)
	if err := os.WriteFile(filepath.Join(shelf.dir, bodiesFile), make([]byte, shelf.slot(2).body), 0o600); err != nil {
		t.Fatal(err)
	}
	d := s.Document("b")
	defer func() {
		err, ok := recover().(*ReadError)
		want := fmt.Sprintf("read %s, document 1: its checksum is wrong; check the disk; a new start makes the file anew", filepath.Join(shelf.dir, bodiesFile))
		if !ok || err.Error() != want || !errors.Is(err, errChecksum) || err.Document != 1 {
			t.Errorf("Text panics with %v, want %s", err, want)
		}
	}()
	if err := d.Load(); !isReadError(err) {
		t.Errorf("Load = %v", err)
	}
	if _, err := s.Find(t.Context(), "four", 1); !isReadError(err) {
		t.Errorf("Find = %v", err)
	}
	w, err := NewShelfWriter(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add(d); !isReadError(err) {
		t.Errorf("Add = %v", err)
	}
	if err := w.Close(); !isReadError(err) {
		t.Errorf("Close = %v", err)
	}
	if d.SHA256() == "" || d.PassageCount() != 1 {
		t.Error("the card cannot be read")
	}
	t.Errorf("the text is %q", d.Text())
}
