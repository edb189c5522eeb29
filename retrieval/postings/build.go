package postings

import (
	"context"
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
	mergeAtOnce = 100
	// storeName is the folder of bleve's files in that of an index, lengthsName the file of its lengths.
	storeName, lengthsName = "bleve", "lengths"
)

// Builder makes an Index.
type Builder struct {
	dir     string // "" in memory
	into    sink
	lengths lengths // by number
}

// sink is what takes documents: bleve's offline builder, or an index in memory.
type sink interface {
	add(*document) error
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
	return b, nil
}

// Add adds a passage. Passages are numbered from 0 in the order in which they are added.
func (b *Builder) Add(p Passage) error {
	number := b.lengths.count()
	b.lengths.add(p.Length, p.TitleLength)
	if err := b.into.add(newDocument(number, p)); err != nil {
		return fmt.Errorf("index passage %d: %w", number, causeOf(err))
	}
	return nil
}

// Finish returns the index of what was added, which must be closed. An index in a folder can be opened again.
func (b *Builder) Finish(ctx context.Context) (*Index, error) {
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
func (b *Builder) Discard() error { return b.into.discard() }

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

func (o *offline) add(d *document) error { return o.builder.Index(d) }

func (o *offline) finish() (*bleveIndex, error) {
	if err := o.builder.Close(); err != nil {
		return nil, err
	}
	return openBleve(filepath.Join(o.dir, storeName))
}

// discard leaves the files to whoever made the folder: the builder has no way to stop.
func (o *offline) discard() error { return nil }

// memory keeps an index in memory, of as many segments as there are batches.
type memory struct {
	index *bleveIndex
	batch *index.Batch
}

func newMemory() (sink, error) {
	x, err := openBleve("")
	if err != nil {
		return nil, err
	}
	return &memory{x, index.NewBatch()}, nil
}

func (m *memory) add(d *document) error {
	m.batch.Update(d)
	if len(m.batch.IndexOps) < batchPassages {
		return nil
	}
	return m.flush()
}

func (m *memory) flush() error {
	defer m.batch.Reset()
	return m.index.index.Batch(m.batch)
}

func (m *memory) finish() (*bleveIndex, error) {
	err := m.flush()
	if err == nil {
		err = m.index.read()
	}
	if err != nil {
		return nil, closing(m.index, err)
	}
	return m.index, nil
}

func (m *memory) discard() error { return m.index.close() }
