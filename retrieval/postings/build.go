package postings

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
)

// storeName is the folder of bleve's files in that of an index, lengthsName the file of its lengths.
const storeName, lengthsName = "bleve", "lengths"

// Builder makes an Index.
type Builder struct {
	lengths   lengths
	inversion inversion
}

// NewBuilder begins an index in a folder, which must exist and be empty, or, where dir is "", in memory. Finish or Discard
// must be called.
func NewBuilder(dir string) *Builder {
	return &Builder{inversion: inversion{dir: dir, most: runPostings}}
}

// Add adds a passage. Passages are numbered from 0 in the order in which they are added. That one cannot be indexed is
// told by Finish.
func (b *Builder) Add(p Passage) {
	n := b.lengths.count()
	b.inversion.begin(n)
	b.inversion.add(n, Text, p.Text)
	b.inversion.add(n, Title, p.Title)
	b.lengths.add(p.Length, p.TitleLength)
}

// Finish returns the index of what was added, which must be closed; names are those of the terms that occur, by language. An
// index in a folder can be opened again. Finish stops with the context's error when the context ends.
func (b *Builder) Finish(ctx context.Context, names map[string]Names) (*Index, error) {
	r, err := b.inversion.finish()
	if err == nil {
		err = b.write()
	}
	var found *bleveIndex
	if err == nil && b.lengths.count() > 0 { // bleve has no form for nothing
		found, err = b.index(&batch{ctx: ctx, source: source{r, b.lengths.count(), names}})
	}
	if err = errors.Join(err, r.close()); err != nil {
		if found != nil {
			err = closing(found, err)
		}
		return nil, fmt.Errorf("index: %w", causeOf(err))
	}
	if found == nil {
		return &Index{}, nil
	}
	return newIndex(b.inversion.dir, found, b.lengths)
}

// write writes the lengths.
func (b *Builder) write() error {
	if b.inversion.dir == "" {
		return nil
	}
	return os.WriteFile(filepath.Join(b.inversion.dir, lengthsName), b.lengths.encode(), 0o600)
}

// index makes bleve's index of a batch.
func (b *Builder) index(all *batch) (*bleveIndex, error) {
	if b.inversion.dir == "" {
		return indexInMemory(all)
	}
	path := filepath.Join(b.inversion.dir, storeName)
	config := map[string]any{"path": path, "buildPathPrefix": b.inversion.dir, "batchSize": 1}
	builder, err := scorch.NewBuilder(configure(config))
	if err != nil {
		return nil, err
	}
	if err := builder.Index(all); err != nil {
		return nil, cmp.Or(all.failed, err)
	}
	if err := builder.Close(); err != nil {
		return nil, err
	}
	return openBleve(path)
}

func indexInMemory(all *batch) (*bleveIndex, error) {
	x, err := openBleve("")
	if err != nil {
		return nil, err
	}
	b := index.NewBatch()
	b.Update(all)
	if err := x.index.Batch(b); err != nil {
		return nil, closing(x, cmp.Or(all.failed, err))
	}
	if err := x.read(); err != nil {
		return nil, closing(x, err)
	}
	return x, nil
}

// Discard gives up the index. What it leaves in its folder is of no use.
func (b *Builder) Discard() error { return b.inversion.runs.close() }
