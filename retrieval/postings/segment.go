package postings

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"math/bits"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// A segment of bleve's is a file in the format "zap", which its authors describe in zap.md of github.com/blevesearch/zapx.
// What is written here of it:
//
//   - the posting lists, each two zeros, which say that there are neither frequencies nor places, its length in bytes and a
//     Roaring bitmap; a list of one passage is not written but stands in the dictionary;
//   - for every field a dictionary, a finite state transducer that leads from a name to the place of its list, and where
//     that is, behind two numbers that say that the field has no values;
//   - the fields with their names, options, and where their dictionaries are told of;
//   - where the fields begin, and how many passages there are (footer).
//
// Passages have no names there, so there is no part of stored values.

// signature is what a segment begins with. No list may begin at 0, which says that there is none.
const signature = "pullquote"

// source is what a segment is made of.
type source struct {
	runs     *runs
	passages int
	names    map[string]Names // by language
}

// segmentWriter writes a segment.
type segmentWriter struct {
	sum    *zap.CountHashWriter
	out    *bufio.Writer
	at     uint64 // how many bytes were written
	err    error  // the first
	bitmap *roaring.Bitmap
	lists  placed
	fields []fieldAt
	start  uint64 // of the fields
}

// fieldAt is a field and where its dictionary is told of.
type fieldAt struct {
	name string
	at   uint64
}

// writeSegment writes a segment but for its footer. It stops with the context's error when the context ends.
func writeSegment(ctx context.Context, out io.Writer, from source) (*segmentWriter, error) {
	w := &segmentWriter{sum: zap.NewCountHashWriter(out), bitmap: roaring.New()}
	w.out = bufio.NewWriterSize(w.sum, runBuffer)
	w.write([]byte(signature))
	if err := from.runs.each(ctx, w.postings); err != nil {
		return nil, err
	}
	named := 0
	for _, language := range slices.Sorted(maps.Keys(from.names)) {
		for f := range fields {
			n, err := w.dictionary(f, language, from.names[language])
			if err != nil {
				return nil, err
			}
			named += n
		}
	}
	if named != len(w.lists.places) {
		return nil, fmt.Errorf("%d posting lists have %d names", len(w.lists.places), named)
	}
	w.index()
	return w, w.flush()
}

// write writes bytes. What fails, flush tells.
func (w *segmentWriter) write(b []byte) {
	n, err := w.out.Write(b)
	w.at, w.err = w.at+uint64(n), cmp.Or(w.err, err)
}

func (w *segmentWriter) flush() error { return cmp.Or(w.err, w.out.Flush()) }

// postings writes the lists of a term.
func (w *segmentWriter) postings(term uint32, mask uint64, lists *[slots][]uint32) error {
	var places [slots]uint64
	n := 0
	for rest := mask; rest > 0; rest &= rest - 1 {
		places[n] = w.list(lists[bits.TrailingZeros64(rest)])
		n++
	}
	w.lists.add(term, mask, places[:n])
	return w.err
}

// list writes a list and returns where it is.
func (w *segmentWriter) list(passages []uint32) uint64 {
	if len(passages) == 1 {
		const norm = 1 // any but 0
		return zap.FSTValEncode1Hit(uint64(passages[0]), norm)
	}
	at := w.at
	w.bitmap.Clear()
	w.bitmap.AddMany(passages)
	w.bitmap.RunOptimize()
	w.numbers(0, 0, w.bitmap.GetSerializedSizeInBytes())
	n, err := w.bitmap.WriteTo(w.out)
	w.at, w.err = w.at+uint64(n), cmp.Or(w.err, err)
	return at
}

// numbers writes numbers in bleve's form.
func (w *segmentWriter) numbers(all ...uint64) {
	var b []byte
	for _, n := range all {
		b = binary.AppendUvarint(b, n)
	}
	w.write(b)
}

// dictionary writes the dictionary of a field and returns how many lists it leads to.
func (w *segmentWriter) dictionary(f Field, language string, names Names) (int, error) {
	var written bytes.Buffer
	b, err := vellum.New(&written, nil)
	if err != nil {
		return 0, err
	}
	n := 0
	for name, term := range names {
		for tier := range tiers {
			place, ok := w.lists.find(term, slotOf(f, tier))
			if !ok {
				break // who holds a term three times holds it twice
			}
			if err := b.Insert([]byte(tiered(name, tier)), place); err != nil {
				return 0, fmt.Errorf("name a posting list: %w", err)
			}
			n++
		}
	}
	if err := b.Close(); err != nil {
		return 0, err
	}
	start := w.at
	w.numbers(uint64(written.Len()))
	w.write(written.Bytes())
	w.fields = append(w.fields, fieldAt{f.name(language), w.at})
	w.numbers(math.MaxUint64, math.MaxUint64, start)
	return n, w.err
}

// index writes what leads to the dictionaries.
func (w *segmentWriter) index() {
	var starts []uint64
	for _, f := range w.fields {
		const sections = 1
		starts = append(starts, w.at)
		w.numbers(uint64(len(f.name)))
		w.write([]byte(f.name))
		w.numbers(uint64(index.IndexField), sections)
		w.write(binary.BigEndian.AppendUint16(nil, zap.SectionInvertedTextIndex))
		w.write(binary.BigEndian.AppendUint64(nil, f.at))
	}
	w.start = w.at
	w.numbers(uint64(len(starts)))
	for _, at := range starts {
		w.write(binary.BigEndian.AppendUint64(nil, at))
	}
}

// footer writes the end of a file.
func (w *segmentWriter) footer(passages int) error {
	b := binary.BigEndian.AppendUint32(nil, 0) // nobody has ciphered it
	b = binary.BigEndian.AppendUint64(b, uint64(passages))
	b = binary.BigEndian.AppendUint64(b, 0) // no stored values
	b = binary.BigEndian.AppendUint64(b, w.start)
	b = binary.BigEndian.AppendUint32(b, zap.LegacyChunkMode)
	b = binary.BigEndian.AppendUint32(b, zap.Version)
	w.write(b)
	if err := w.flush(); err != nil {
		return err
	}
	w.write(binary.BigEndian.AppendUint32(nil, w.sum.Sum32()))
	return w.flush()
}
