package postings

import (
	"bytes"
	"context"
	"errors"
	"os"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// bleve lets others make its segments: it asks a plug-in for a segment of a batch of documents, and to open one. Its own
// takes documents as maps of their terms, which are gone through several times, sorts each batch by itself, and merges
// the batches: that takes ten times as long as sorting numbers. So a batch has one document here, which stands for
// all passages, and its segment is written from their sorted lists. bleve's own plug-in opens it.

const (
	pluginType    = "pullquote"
	pluginVersion = 1
)

// plugin makes segments of the documents that are batches.
type plugin struct{ zap.ZapPlugin }

// Type returns the name that an index has for its segments.
func (*plugin) Type() string { return pluginType }

// Version returns the version of that.
func (*plugin) Version() uint32 { return pluginVersion }

var errBatch = errors.New("the documents that bleve was given are no batch")

// New returns the segment of a batch, which can only be written to a file.
func (*plugin) New(documents []index.Document) (segment.Segment, uint64, error) {
	b, err := batchIn(documents)
	return &unwritten{batch: b}, 0, err
}

// NewUsing returns the segment of a batch in memory.
func (*plugin) NewUsing(documents []index.Document, config map[string]any) (segment.Segment, uint64, error) {
	b, err := batchIn(documents)
	if err != nil {
		return nil, 0, err
	}
	s, err := b.inMemory(config)
	return s, 0, err
}

func batchIn(documents []index.Document) (*batch, error) {
	if len(documents) == 1 {
		if b, ok := documents[0].(*batch); ok {
			return b, nil
		}
	}
	return nil, errBatch
}

// plug makes the plug-in known to bleve, once.
var plug = sync.OnceFunc(func() { scorch.RegisterSegmentPlugin(&plugin{}, false) })

// configure returns the settings of an index of bleve's that has such segments, with others.
func configure(others map[string]any) map[string]any {
	plug()
	others["forceSegmentType"], others["forceSegmentVersion"] = pluginType, pluginVersion
	return others
}

// batch is a document to bleve and stands for all passages of a segment.
type batch struct {
	ctx context.Context // of writing it: bleve has no way to hand it on
	source
	failed error // of writing it: bleve hands on its words only
}

// unwritten is a segment that can be written.
type unwritten struct {
	segment.Segment // none
	batch           *batch
}

// Persist writes the segment to a file.
func (u *unwritten) Persist(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	w, err := writeSegment(u.batch.ctx, f, u.batch.source)
	if err == nil {
		err = w.footer(u.batch.passages)
	}
	u.batch.failed = errors.Join(err, f.Close())
	return u.batch.failed
}

// inMemory returns the segment in memory.
func (b *batch) inMemory(config map[string]any) (segment.Segment, error) {
	var written bytes.Buffer
	w, err := writeSegment(b.ctx, &written, b.source)
	if err != nil {
		b.failed = err
		return nil, err
	}
	const noStored = 0
	return zap.InitSegmentBase(written.Bytes(), w.sum.Sum32(), zap.LegacyChunkMode, uint64(b.passages), noStored, w.start, config, &segment.Stats{})
}

// What bleve asks of a document has no meaning for a batch.

func (b *batch) ID() string                                 { return "" }
func (b *batch) Size() int                                  { return 0 }
func (b *batch) VisitFields(index.FieldVisitor)             {}
func (b *batch) VisitComposite(index.CompositeFieldVisitor) {}
func (b *batch) HasComposite() bool                         { return false }
func (b *batch) NumPlainTextBytes() uint64                  { return 0 }
func (b *batch) AddIDField()                                {}
func (b *batch) StoredFieldsBytes() uint64                  { return 0 }
func (b *batch) Indexed() bool                              { return true }
