package corpus

import (
	"context"
	"runtime"
	"slices"
	"sync"
)

// All documents are read for a search, in blocks. Workers read several blocks at once; what they have found is put together
// in the order of the blocks, so that it is what one reader of all documents would have found.

// searches are looked for together.
type searches []search

func (x searches) areOpen() bool { return slices.ContainsFunc(x, search.isOpen) }

// again returns the same searches, of which nothing has been found yet.
func (x searches) again() searches {
	out := make(searches, len(x))
	for i := range x {
		out[i] = search{wording: x[i].wording, most: x[i].most}
	}
	return out
}

// add adds what has been found in a later block.
func (x searches) add(later searches) {
	for i := range x {
		if x[i].isOpen() {
			x[i].exact = addAtMost(x[i].most, x[i].exact, later[i].exact)
			x[i].near = addAtMost(x[i].most, x[i].near, later[i].near)
		}
	}
}

func addAtMost(most int, all, more []Finding) []Finding {
	return append(all, more[:min(len(more), most-len(all))]...)
}

// blockDocuments is few enough for the workers to end together, and enough to read in large pieces.
const blockDocuments = 256

// block is a run of documents, and what is found there.
type block struct {
	documents []*Document
	done      chan blockFound
}

type blockFound struct {
	searches
	err error // what ended the reading
}

// readAll looks for x in the documents of s. When it returns, no worker runs any more.
func (x searches) readAll(ctx context.Context, s *Snapshot) error {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	queue, work := make(chan block, workers), make(chan block)
	for range workers {
		wg.Go(func() {
			in := bodyFolder{bodies: recordReaders{open: (*Shelf).readBodies}}
			for b := range work {
				b.done <- in.read(ctx, b.documents, x.again())
			}
		})
	}
	wg.Go(func() {
		defer close(queue)
		defer close(work)
		sendBlocks(ctx, s.documents, queue, work)
	})
	return x.gather(ctx, queue)
}

// sendBlocks sends every block to the queue, where it waits for its turn, and to the workers.
func sendBlocks(ctx context.Context, documents []*Document, queue, work chan<- block) {
	for documents := range slices.Chunk(documents, blockDocuments) {
		b := block{documents, make(chan blockFound, 1)}
		for _, to := range [...]chan<- block{queue, work} {
			select {
			case to <- b:
			case <-ctx.Done():
				return
			}
		}
	}
}

// gather adds what is found, block by block, until nothing more is to be looked for.
func (x searches) gather(ctx context.Context, queue <-chan block) error {
	for x.areOpen() {
		b, more := <-queue
		if !more {
			return ctx.Err()
		}
		select {
		case found := <-b.done:
			if x.add(found.searches); found.err != nil && x.areOpen() {
				return found.err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// bodyFolder reads and folds the texts of documents without keeping them.
type bodyFolder struct {
	bodies recordReaders
	folding
}

// read looks for x in documents.
func (f *bodyFolder) read(ctx context.Context, documents []*Document, x searches) blockFound {
	for _, d := range documents {
		if !x.areOpen() {
			break
		}
		if err := ctx.Err(); err != nil {
			return blockFound{x, err}
		}
		text, err := d.passingText(&f.bodies)
		if err != nil {
			return blockFound{x, err}
		}
		f.fold(text)
		for i := range x {
			x[i].read(d, &f.folding)
		}
	}
	return blockFound{x, nil}
}

// passingText returns the text of d without keeping it.
func (d *Document) passingText(in *recordReaders) (string, error) {
	if b := d.whole.Load(); b != nil {
		return b.text, nil
	}
	record, err := in.at(d)
	if err != nil {
		return "", err
	}
	text, err := leadingText(record)
	if err != nil {
		return "", d.in.shelf.failure(bodiesFile, int(d.n), err)
	}
	return text, nil
}
