package postings

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
)

const (
	// batchPassages is how many passages bleve is given at once: each batch is sorted in memory.
	batchPassages = 10_000
	// mergeAtOnce is how many batches are merged into one segment at once.
	mergeAtOnce = 1000
	// storeName is the folder of bleve's files in that of an index, lengthsName the file of its lengths.
	storeName, lengthsName = "bleve", "lengths"
)

// Builder makes an Index.
type Builder struct {
	dir     string // "" in memory
	into    sink
	lengths lengths // by number
	batch   []*document
	// Batches are handed to bleve while the next one is filled, and come back to be filled again.
	full, empty chan []*document
	done        chan error // the first that failed, once all are indexed
}

// sink is what takes documents: bleve's offline builder, or an index in memory.
type sink interface {
	// add indexes a batch, of which it keeps nothing.
	add([]*document) error
	// finish returns the index of everything added, in the folder that the sink was made for, if it was.
	finish() (*bleveIndex, error)
	// discard gives up what was made so far.
	discard() error
}

// NewBuilder begins an index in a folder, which must exist and be empty, or, where dir is "", in memory. Finish or Discard
// must be called.
func NewBuilder(dir string) (*Builder, error) {
	b := &Builder{dir: dir}
	var err error
	if dir == "" {
		b.into, err = newMemory()
	} else {
		b.into, err = newOffline(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	b.full, b.empty, b.done = make(chan []*document), make(chan []*document, 2), make(chan error, 1)
	for range cap(b.empty) {
		b.empty <- nil
	}
	b.batch = <-b.empty
	go b.index()
	return b, nil
}

// index indexes batches until there are no more. When one fails the others are passed over.
func (b *Builder) index() {
	var failed error
	for batch := range b.full {
		if failed == nil {
			if failed = b.into.add(batch); failed != nil {
				failed = causeOf(failed)
			}
		}
		b.empty <- batch[:0]
	}
	b.done <- failed
}

// Add adds a passage. Passages are numbered from 0 in the order in which they are added. That one cannot be indexed is
// told by Finish.
func (b *Builder) Add(p Passage) {
	if len(b.batch) == batchPassages {
		b.full <- b.batch
		b.batch = <-b.empty
	}
	d := b.next()
	d.set(b.lengths.count(), p)
	b.lengths.add(p.Length, p.TitleLength)
}

// next returns a document at the end of the batch, one that has been used if there is one.
func (b *Builder) next() *document {
	n := len(b.batch)
	if n < cap(b.batch) {
		if b.batch = b.batch[:n+1]; b.batch[n] != nil {
			return b.batch[n]
		}
		b.batch[n] = &document{}
		return b.batch[n]
	}
	b.batch = append(b.batch, &document{})
	return b.batch[n]
}

// end waits until all batches are indexed.
func (b *Builder) end() error {
	if len(b.batch) > 0 {
		b.full <- b.batch
	}
	close(b.full)
	return <-b.done
}

// Finish returns the index of what was added, which must be closed. An index in a folder can be opened again.
func (b *Builder) Finish(ctx context.Context) (*Index, error) {
	if err := b.end(); err != nil {
		return nil, fmt.Errorf("index: %w", errors.Join(err, b.into.discard()))
	}
	if b.lengths.count() == 0 {
		return b.finishEmpty()
	}
	found, err := b.into.finish()
	if err != nil {
		return nil, fmt.Errorf("index: %w", causeOf(err))
	}
	x, err := b.number(ctx, found)
	if err != nil {
		return nil, fmt.Errorf("index: %w", closing(found, err))
	}
	return x, nil
}

// finishEmpty makes an index without passages, for which bleve has no form.
func (b *Builder) finishEmpty() (*Index, error) {
	if err := b.into.discard(); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if err := b.write(lengths{}); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return &Index{}, nil
}

// number puts the lengths into the order of bleve's numbers and keeps them with the index.
func (b *Builder) number(ctx context.Context, found *bleveIndex) (*Index, error) {
	numbers, err := found.numbers(ctx)
	if err != nil {
		return nil, err
	}
	ordered, err := b.lengths.ordered(numbers)
	if err != nil {
		return nil, err
	}
	if err := b.write(ordered); err != nil {
		return nil, err
	}
	return newIndex(b.dir, found, ordered)
}

func (b *Builder) write(l lengths) error {
	if b.dir == "" {
		return nil
	}
	return os.WriteFile(filepath.Join(b.dir, lengthsName), l.encode(), 0o600)
}

// Discard gives up the index. What it leaves in its folder is of no use.
func (b *Builder) Discard() error {
	b.batch = nil
	return errors.Join(b.end(), b.into.discard())
}

// offline writes an index into a folder with bleve's offline builder, which merges all batches into one segment.
type offline struct {
	dir     string
	builder *scorch.Builder
}

func newOffline(dir string) (sink, error) {
	b, err := scorch.NewBuilder(map[string]any{
		"path": filepath.Join(dir, storeName), "buildPathPrefix": dir, "batchSize": batchPassages, "mergeMax": mergeAtOnce,
	})
	if err != nil {
		return nil, err
	}
	return &offline{dir, b}, nil
}

// add indexes a batch. The builder writes it out when it has the last of as many as it was told.
func (o *offline) add(batch []*document) error {
	for _, d := range batch {
		if err := o.builder.Index(d); err != nil {
			return err
		}
	}
	return nil
}

func (o *offline) finish() (*bleveIndex, error) {
	if err := o.builder.Close(); err != nil {
		return nil, err
	}
	return openBleve(filepath.Join(o.dir, storeName))
}

// discard leaves the files to whoever made the folder: the builder has no way to stop.
func (o *offline) discard() error { return nil }

// memory keeps an index in memory, of as many segments as there are batches.
type memory struct{ index *bleveIndex }

func newMemory() (sink, error) {
	x, err := openBleve("")
	if err != nil {
		return nil, err
	}
	return &memory{x}, nil
}

func (m *memory) add(batch []*document) error {
	b := index.NewBatch()
	for _, d := range batch {
		b.Update(d)
	}
	return m.index.index.Batch(b)
}

func (m *memory) finish() (*bleveIndex, error) {
	if err := m.index.read(); err != nil {
		return nil, closing(m.index, err)
	}
	return m.index, nil
}

func (m *memory) discard() error { return m.index.close() }
