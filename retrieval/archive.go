package retrieval

import (
	"context"
	"errors"
	"fmt"
	"os"

	"pullquote/corpus"
	"pullquote/retrieval/store"
)

// A library that has a folder keeps its snapshots there, as generations of package store: each part is a segment with the
// shelf of its documents, and the files of its own say which documents of the segments are live and what was found out
// about all of them together. So an opened snapshot is read neither anew nor analysed again.

// archive is the folder of a library.
type archive struct {
	store  *store.Store  // nil where another process writes
	reader *store.Reader // where it does
	source corpus.Source
	// now is the generation that was filed last.
	now filed
	// checking looks through what was not read of the generation that was opened first; nil where nothing was left.
	checking *checking
}

// OtherCorpusError is the error of a folder with the snapshots of another corpus.
type OtherCorpusError struct {
	// Name is that of the corpus whose snapshots these are, as corpus.Source.Name tells it.
	Name string
}

// Error implements error.
func (e *OtherCorpusError) Error() string {
	if e.Name == "" {
		return "the snapshots there are of a built-in corpus"
	}
	return fmt.Sprintf("the snapshots there are of another corpus, %q", e.Name)
}

// openArchive takes the folder of a library. Where another process writes to it and share is true, it only reads there.
func openArchive(dir string, source corpus.Source, share bool) (*archive, error) {
	s, err := store.Open(dir, store.Options{})
	if err == nil {
		return &archive{store: s, source: source}, nil
	}
	if !share || !errors.Is(err, store.ErrInUse) {
		return nil, err
	}
	r, err := store.OpenReader(dir)
	if err != nil {
		return nil, err
	}
	return &archive{reader: r, source: source}, nil
}

func (a *archive) close() error {
	a.checking.end()
	if a.store == nil {
		return nil
	}
	return a.store.Close()
}

// open returns the edition that was filed last. The error is store.ErrNone where there is none.
func (a *archive) open(ctx context.Context) (*edition, error) {
	g, verify, err := a.current(ctx)
	if err != nil {
		return nil, err
	}
	e, f, err := a.openFiled(g)
	if a.reader != nil && errors.Is(err, os.ErrNotExist) { // the writer has removed it meanwhile
		if g, verify, err = a.current(ctx); err == nil {
			e, f, err = a.openFiled(g)
		}
	}
	if err != nil {
		return nil, err
	}
	a.now = f
	if verify != nil {
		a.checking = startChecking(verify, f.parts)
	}
	return e, nil
}

// current returns the generation that is opened, and what reads the files of it that were left for later. Only who writes
// leaves any, since nobody else can mend them.
func (a *archive) current(ctx context.Context) (g *store.Generation, verify func(context.Context, func(*store.DamageError)) error, err error) {
	if a.store == nil {
		g, err = a.reader.Current(ctx)
		return g, nil, err
	}
	return a.store.CurrentBut(ctx, checkedWhenRead()...)
}
