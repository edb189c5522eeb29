package retrieval

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"pullquote/corpus"
	"pullquote/retrieval/store"
)

// filing is a generation that is being made. It takes what a reading of the source finds.
type filing struct {
	*archive
	library *Library
	draft   *store.Draft
	writer  *partWriter // nil as long as nothing new was found
	// ids are those of the documents of the generation before, in order, and live says which documents of its parts stay.
	ids  []string
	live [][]bool
	// place is that of the document which is found next, if they are found in the order of their ids.
	place  int
	losses *losses // nil where nothing was there before
	next   filed
	thrift thrift
}

// partWriter writes a part: documents and their index.
type partWriter struct {
	dir     string
	shelf   *corpus.ShelfWriter
	builder *segmentBuilder
}

// readFiled reads the source against the generation before.
func (l *Library) readFiled(ctx context.Context, progress func(done, all int)) (_ *Update, err error) {
	a := l.archive
	if a.store == nil {
		return nil, ErrReadOnly
	}
	if damage := a.checking.soFar(); damage != nil {
		l.sayRebuilding(damage)
		a.now = filed{}
	}
	if a.now.isDamaged() {
		a.now = filed{}
	}
	draft, err := a.store.Begin()
	if err != nil {
		return nil, err
	}
	f := &filing{archive: a, library: l, draft: draft}
	defer f.thrift.end()
	var u *Update
	defer func() {
		if u == nil {
			err = errors.Join(err, f.giveUp())
		}
	}()
	if u, err = f.read(ctx, progress); err != nil {
		a.now.noteDamage(err)
		return nil, err
	}
	u.library = l
	return u, nil
}

// ErrReadOnly is the error of reading the source of a library whose folder another process writes to.
var ErrReadOnly = errors.New("another process keeps this folder up to date; it is the one to reload")

func (f *filing) read(ctx context.Context, progress func(done, all int)) (*Update, error) {
	f.thrift.look()
	before := f.begin()
	found, err := f.source.WithProgress(progress).Read(ctx, before, f)
	if err != nil {
		return nil, err
	}
	f.next.found = &findings{kept: found.Inventory}
	loaded := time.Now()
	if f.isSame(found) {
		return f.keepAll(found, loaded), nil
	}
	e, err := f.index(ctx, found, loaded)
	if err != nil {
		return nil, f.store.Mend(err)
	}
	return &Update{snapshot: e.snapshot, edition: e, filed: f}, nil
}

// begin notes the documents that are there and returns the inventory of the reading that found them.
func (f *filing) begin() *corpus.Inventory {
	e := f.now.edition
	if e == nil {
		return nil
	}
	f.ids = slices.AppendSeq(make([]string, 0, len(e.snapshot.Documents())), e.snapshot.IDs())
	for _, s := range e.segments {
		f.live = append(f.live, make([]bool, len(s.language)))
	}
	f.losses = newLosses(e)
	return f.library.found.Load().inventory()
}

// Keep takes a document that has stayed as it was.
func (f *filing) Keep(id string) error {
	place, ok := f.placeOf(id)
	if !ok {
		return fmt.Errorf("document %s is kept, but is not there", id)
	}
	s := f.now.edition.snapshot
	segment, n := s.Where(s.Documents()[place])
	f.live[segment][n] = true
	return nil
}

// placeOf returns the place of a document of the generation before.
func (f *filing) placeOf(id string) (place int, ok bool) {
	if f.place >= len(f.ids) || f.ids[f.place] != id {
		at, ok := slices.BinarySearch(f.ids, id)
		if !ok {
			return 0, false
		}
		f.place = at
	}
	f.place++
	return f.place - 1, true
}

// Put takes a new document, which may replace one that was there.
func (f *filing) Put(d *corpus.Document) error {
	if place, ok := f.placeOf(d.ID()); ok {
		f.losses.replace(place)
	}
	return f.write(d)
}

// write writes a document to the new part.
func (f *filing) write(d *corpus.Document) error {
	if f.writer == nil {
		var err error
		if f.writer, err = newPartWriter(f.draft); err != nil {
			return f.store.Mend(err)
		}
	}
	f.thrift.look()
	return f.store.Mend(f.writer.add(d))
}

func newPartWriter(draft *store.Draft) (*partWriter, error) {
	_, dir, err := draft.Part()
	if err != nil {
		return nil, err
	}
	w := &partWriter{dir: dir}
	if w.shelf, err = newShelf(dir); err != nil {
		return nil, err
	}
	if w.builder, err = newSegmentBuilder(dir); err != nil {
		return nil, errors.Join(err, w.shelf.Close())
	}
	return w, nil
}

func newShelf(dir string) (*corpus.ShelfWriter, error) {
	inner := filepath.Join(dir, shelfName)
	if err := os.Mkdir(inner, 0o700); err != nil {
		return nil, err
	}
	return corpus.NewShelfWriter(inner)
}

func (w *partWriter) add(d *corpus.Document) error {
	if _, err := w.shelf.Add(d); err != nil {
		return err
	}
	return w.builder.add(d)
}

// discard gives up the part, if it was not finished.
func (w *partWriter) discard() error {
	if w.builder == nil {
		return nil
	}
	return errors.Join(w.shelf.Close(), w.builder.discard())
}

// end ends the writing of documents. It returns their shelf and the builder of their segment, which must be finished or
// discarded. Whether it fails or not, nothing else remains to be discarded.
func (w *partWriter) end() (*corpus.Shelf, *segmentBuilder, error) {
	b := w.builder
	w.builder = nil
	err := w.shelf.Close()
	if err != nil {
		return nil, nil, errors.Join(err, b.discard())
	}
	shelf, err := corpus.OpenShelf(filepath.Join(w.dir, shelfName))
	if err != nil {
		return nil, nil, errors.Join(err, b.discard())
	}
	return shelf, b, nil
}

// isSame reports whether the documents and synonyms are those that were there before.
func (f *filing) isSame(found *corpus.Reading) bool {
	e := f.now.edition
	if e == nil || f.writer != nil || !corpus.EqualSynonyms(found.Synonyms, e.snapshot.Synonyms()) {
		return false
	}
	return found.Kept == len(e.snapshot.Documents())
}

// keepAll makes the next generation of what is there, with what a reading has found besides.
func (f *filing) keepAll(found *corpus.Reading, loaded time.Time) *Update {
	f.next = f.now
	f.next.found = &findings{kept: found.Inventory}
	return &Update{snapshot: f.now.edition.snapshot.Reread(found.Problems, loaded), filed: f}
}

// index makes the edition of what was found.
func (f *filing) index(ctx context.Context, found *corpus.Reading, loaded time.Time) (*edition, error) {
	f.thrift.look()
	f.next.usual = f.usualLanguage()
	if err := f.fold(ctx); err != nil {
		return nil, err
	}
	b := assembly{filing: f, parts: corpus.SnapshotParts{Synonyms: found.Synonyms, Problems: found.Problems, Loaded: loaded}}
	if err := b.assemble(ctx); err != nil {
		return nil, errors.Join(err, closeAll(b.segments))
	}
	return f.next.edition, nil
}

// commit makes the generation the current one. latest is the snapshot as it was read.
func (f *filing) commit(ctx context.Context, latest *corpus.Snapshot) error {
	next := f.next
	if err := next.write(f.draft.Own(), f.source.Name(), latest); err != nil {
		return f.store.Mend(err)
	}
	for _, p := range next.parts {
		f.draft.Reuse(p)
	}
	g, err := f.draft.Commit(ctx, latest.ID())
	if err != nil {
		return err
	}
	next.parts, next.number, next.found = g.Parts, g.Number, findingsOf(g)
	f.archive.now = next
	f.archive.checking.serve(next.parts)
	return nil
}

// giveUp ends the filing before an update was made of it.
func (f *filing) giveUp() error {
	if f.losses != nil {
		f.losses.end()
	}
	var err error
	if f.writer != nil {
		err = f.writer.discard()
	}
	f.discard()
	return err
}

// discard ends the filing. After commit it does nothing.
func (f *filing) discard() { f.draft.Discard() }
