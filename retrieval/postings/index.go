package postings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Index holds the posting lists of a run of passages. It does not change and is safe for concurrent use.
type Index struct {
	dir      string          // "" in memory
	bleve    *bleveIndex     // nil for an empty index
	segment  segment.Segment // of bleve's, which numbers passages as they came
	lengths  lengths
	shortest [fields]class
}

// Open opens an index in a folder. It must be closed.
func Open(dir string) (*Index, error) {
	data, err := os.ReadFile(filepath.Join(dir, lengthsName))
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	l, err := decodeLengths(data)
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	if l.count() == 0 {
		return &Index{}, nil
	}
	found, err := openBleve(filepath.Join(dir, storeName))
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	x, err := newIndex(dir, found, l)
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	return x, nil
}

var errNumbers = errors.New("bleve's index is not the one that was made")

// newIndex returns the index of passages with these lengths. It fails where bleve has others; found is closed then.
func newIndex(dir string, found *bleveIndex, l lengths) (*Index, error) {
	all := found.reader.Segments()
	if len(all) != 1 || all[0].Segment().Count() != uint64(l.count()) {
		return nil, closing(found, errNumbers)
	}
	x := &Index{dir: dir, bleve: found, segment: all[0].Segment(), lengths: l}
	for f, classes := range l.class {
		x.shortest[f] = shortest(classes)
	}
	if err := openDictionaries(x.segment); err != nil {
		return nil, closing(found, err)
	}
	return x, nil
}

// openDictionaries opens the dictionaries of all fields, which bleve keeps then. It would open each with the first search for
// it, and not give the lock back that it takes for that if the file makes no sense by then.
func openDictionaries(s segment.Segment) error {
	for _, field := range s.Fields() {
		if _, err := s.Dictionary(field); err != nil {
			return err
		}
	}
	return nil
}

// Close releases what the index holds. No search may be under way or follow.
func (x *Index) Close() error {
	if x.bleve == nil {
		return nil
	}
	return x.bleve.close()
}

// bleveIndex is an open index of bleve's.
type bleveIndex struct {
	index  index.Index
	reader *scorch.IndexSnapshot
}

// openBleve opens an index in a folder for reading or, where path is "", an empty one in memory. It gives up after a second
// where another process has locked it: bleve would wait for ever.
func openBleve(path string) (*bleveIndex, error) {
	const analysers = 1 // terms are analysed already
	config := configure(map[string]any{"path": path, "read_only": path != "", "bolt_timeout": "1s"})
	queue := index.NewAnalysisQueue(analysers)
	x, err := scorch.NewScorch(scorch.Name, config, queue)
	if err == nil {
		err = x.Open()
	}
	if err != nil {
		queue.Close()
		return nil, err
	}
	b := &bleveIndex{index: closingQueue{x, queue}}
	if path == "" {
		return b, nil
	}
	if err := b.read(); err != nil {
		return nil, closing(b, err)
	}
	return b, nil
}

// closingQueue is an index with a queue of its own.
type closingQueue struct {
	index.Index
	queue *index.AnalysisQueue
}

func (c closingQueue) Close() error {
	c.queue.Close()
	return c.Index.Close()
}

// read pins the index as it is now.
func (b *bleveIndex) read() error {
	r, err := b.index.Reader()
	if err != nil {
		return err
	}
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return errors.Join(fmt.Errorf("bleve reads its index with a %T", r), r.Close())
	}
	b.reader = snapshot
	return nil
}

func (b *bleveIndex) close() error {
	var err error
	if b.reader != nil {
		err = b.reader.Close()
	}
	return errors.Join(err, b.index.Close())
}

// closing closes an index because of an error, which it returns with what goes wrong then.
func closing(b *bleveIndex, err error) error { return errors.Join(err, b.close()) }

// passages returns the passages that a list of the segment names: several in a bitmap, or one; none where there is no such
// list. The bitmap must not be changed.
func passages(d segment.TermDictionary, name string) (several *roaring.Bitmap, one uint32, ok bool, err error) {
	l, err := d.PostingsList([]byte(name), nil, nil)
	if err != nil {
		return nil, 0, false, err
	}
	if l.Count() == 0 {
		return nil, 0, false, nil
	}
	it, ok := l.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, 0, false, fmt.Errorf("bleve's posting lists are no bitmaps")
	}
	if n, alone := it.DocNum1Hit(); alone {
		return nil, uint32(n), true, nil
	}
	return it.ActualBitmap(), 0, true, nil
}
