package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"pullquote/retrieval"
	"pullquote/retrieval/store"
)

// dataFolder returns the folder that keeps snapshots of the corpus and what named it; with an empty one everything is kept
// in memory.
func (p *program) dataFolder() (dir, named string) {
	switch {
	case p.inMemory:
		return "", ""
	case p.dataDir != "":
		return p.dataDir, "--data"
	}
	return p.get("DATA_DIR"), p.origin["DATA_DIR"]
}

// checkData says what is wrong with the data folder, as far as that shows without opening it.
func (p *program) checkData() error {
	dir, named := p.dataFolder()
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s: %q is not a folder; name one, which is made where it is missing", named, dir)
	}
	return nil
}

// index opens the library for a command that answers: what has changed since the corpus was last read is read first.
func (p *program) index(ctx context.Context) (*retrieval.Library, error) {
	shown := p.startProgress("reading the corpus")
	defer shown.close()
	began := time.Now()
	library, err := p.openSource(ctx, retrieval.Options{
		Share: true, Progress: shown.files,
		Rebuilding: func(why error) { p.remark(p.rebuildingLine(why)) },
	})
	if err != nil || library.Snapshot().Loaded().After(began) {
		return library, err
	}
	if err := p.catchUp(ctx, library, shown); err != nil {
		return nil, errors.Join(p.worded(err), library.Close())
	}
	return library, nil
}

// openSource opens the library of the corpus in the data folder.
func (p *program) openSource(ctx context.Context, o retrieval.Options) (*retrieval.Library, error) {
	if err := p.checkData(); err != nil {
		return nil, err
	}
	source, err := p.source()
	if err != nil {
		return nil, err
	}
	o.Source = source
	o.Dir, _ = p.dataFolder()
	library, _, err := retrieval.OpenSource(ctx, o)
	if err != nil {
		return nil, p.worded(err)
	}
	library.SaveMemory()
	return library, nil
}

// catchUp reads what has changed of the corpus. In a folder that another process keeps that is its business, and worth a
// remark.
func (p *program) catchUp(ctx context.Context, library *retrieval.Library, shown *progress) error {
	if library.IsRolledBack() {
		p.remark(p.rolledBackLine(library))
	}
	stale, err := library.Stale(ctx)
	if err != nil || !stale {
		return err
	}
	if library.IsReadOnly() {
		p.remark("the corpus has changed since it was read; this answers from the last snapshot, and the process that keeps " +
			"the data folder will read the changes")
		return nil
	}
	shown.now("reading what has changed of the corpus")
	u, err := library.Read(ctx, shown.files)
	if err != nil {
		return err
	}
	if s := u.Snapshot(); len(s.Documents()) == 0 {
		return errors.Join(p.nothingToAnswerFrom(s.LeftOut()), u.Discard())
	}
	return u.Serve(ctx)
}

// worded returns an error of opening the library or of reading the corpus in the words of the command line.
func (p *program) worded(err error) error {
	dir, named := p.dataFolder()
	var empty *retrieval.EmptyError
	var other *retrieval.OtherCorpusError
	switch {
	case errors.As(err, &empty):
		return p.nothingToAnswerFrom(empty.LeftOut)
	case errors.As(err, &other):
		return fmt.Errorf("%s: another process keeps the folder %q, for %s and not for %s; name another folder, or none",
			named, dir, nameCorpus(other.Name), p.describeCorpus())
	case errors.Is(err, store.ErrNone):
		return fmt.Errorf("%s: another process is reading the corpus into the folder %q for the first time; wait until it has, "+
			"or name another folder, or none", named, dir)
	case errors.Is(err, store.ErrInUse), errors.Is(err, store.ErrFull), errors.Is(err, store.ErrForbidden):
		return fmt.Errorf("%s: %w", named, err)
	}
	return err
}

// rebuildingLine says why a data folder is of no use as it is, and what follows.
func (p *program) rebuildingLine(why error) string {
	dir, _ := p.dataFolder()
	var other *retrieval.OtherCorpusError
	if errors.As(why, &other) {
		return fmt.Sprintf("the data folder %q has snapshots of %s; %s is read in full and takes their place",
			dir, nameCorpus(other.Name), p.describeCorpus())
	}
	var damage *store.DamageError
	if errors.As(why, &damage) {
		return fmt.Sprintf("the snapshot in the data folder is made anew: %s is damaged: %s", damage.File, damage.Reason)
	}
	return fmt.Sprintf("the snapshot in the data folder is made anew: %v", why)
}

// rolledBackLine says that an earlier snapshot answers, and until when.
func (p *program) rolledBackLine(library *retrieval.Library) string {
	s := library.Snapshot()
	return fmt.Sprintf("an earlier snapshot answers, %s of %s, to which a moderator returned; it does until the corpus changes or is reloaded",
		s.ID(), s.Loaded().Format(time.DateTime))
}

// nameCorpus names a corpus for people by its name in package corpus.
func nameCorpus(name string) string {
	if name == "" {
		return "the built-in sample"
	}
	return name
}
