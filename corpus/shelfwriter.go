package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
)

// ShelfWriter writes documents to the files of a [Shelf]. It keeps none of them: what it has in memory are the shingles by
// which near-copies are found, at most 48 MiB. It is not safe for concurrent use.
type ShelfWriter struct {
	dir                         string
	table, cards, bodies, facts *output
	pile                        *pile
	next                        slot // of the document that is added next
	n                           int
	slots                       uint32 // their checksum
	buf                         []byte
	err                         error // the first one; nothing is written after it
}

// NewShelfWriter begins a shelf in a folder that exists and is empty. It must be closed.
func NewShelfWriter(dir string) (*ShelfWriter, error) { return newShelfWriter(dir, mostShingles) }

// newShelfWriter is NewShelfWriter with another mostShingles.
func newShelfWriter(dir string, most int) (*ShelfWriter, error) {
	w := &ShelfWriter{dir: dir, pile: newPile(most)}
	for _, f := range []struct {
		out  **output
		name string
	}{{&w.table, tableFile}, {&w.cards, cardsFile}, {&w.bodies, bodiesFile}, {&w.facts, factsFile}} {
		if *f.out, w.err = create(filepath.Join(dir, f.name)); w.err != nil {
			return nil, errors.Join(fmt.Errorf("write shelf: %w", w.err), w.abandon())
		}
	}
	w.err = errors.Join(w.table.write(make([]byte, headBytes)), w.writeSlot()) // the head follows when all is known
	return w, nil
}

// Add writes a document and returns its number: 0 for the first, then 1, and so on. The document may be in memory or stand
// on another shelf. It fails where d cannot be read, with a *[ReadError], and where the files cannot be written; the
// shelf is then lost, and only Close is left to do.
func (w *ShelfWriter) Add(d *Document) (n int, err error) {
	if w.err == nil {
		w.err = w.add(d)
	}
	if w.err != nil {
		return 0, fmt.Errorf("write shelf: %w", w.err)
	}
	return w.n - 1, nil
}

func (w *ShelfWriter) add(d *Document) error {
	c, err := d.readCard()
	if err != nil {
		return err
	}
	b, err := d.readBody()
	if err != nil {
		return err
	}
	if w.n >= math.MaxInt32 || uint64(w.next.passages)+uint64(len(b.passages)) > math.MaxUint32 {
		return errors.New("it is full")
	}
	return w.write(c, b)
}

func (w *ShelfWriter) write(c *card, b *body) error {
	w.buf = appendCard(w.buf[:0], c)
	size, err := w.cards.record(w.buf)
	if err != nil {
		return err
	}
	w.next.card += size
	w.buf = appendBody(w.buf[:0], b)
	if size, err = w.bodies.record(w.buf); err != nil {
		return err
	}
	w.next.body += size
	w.next.passages += uint32(len(b.passages))
	runs := w.pile.add(uint32(w.n), b)
	w.buf = fact{fingerprintOf(c, b), ageOf(c.meta.Published), uint32(runs)}.encode(w.buf)
	if err := w.facts.write(w.buf); err != nil {
		return err
	}
	w.n++
	return w.writeSlot()
}

func (w *ShelfWriter) writeSlot() error {
	w.buf = appendSlot(w.buf[:0], w.next)
	w.slots = crc32.Update(w.slots, castagnoli, w.buf)
	return w.table.write(w.buf)
}

// Close writes what is left and closes the files. What is written may still be on its way to the disk: it is for whoever
// keeps the folder to wait for that. Without an error the shelf is complete.
func (w *ShelfWriter) Close() error {
	err := w.err
	if err == nil {
		err = w.finish()
	}
	if err = errors.Join(err, w.abandon()); err != nil {
		w.err = err
		return fmt.Errorf("write shelf: %w", err)
	}
	w.err = errors.New("it is closed")
	return nil
}

// abandon closes the files, for good or bad.
func (w *ShelfWriter) abandon() (err error) {
	for _, o := range w.outputs() {
		if o != nil {
			err = errors.Join(err, o.file.Close())
		}
	}
	return err
}

func (w *ShelfWriter) outputs() [4]*output { return [...]*output{w.table, w.cards, w.bodies, w.facts} }

// finish writes the shingles and, last, the head: without it there is no shelf.
func (w *ShelfWriter) finish() error {
	head := shelfHead{documents: uint32(w.n), rate: w.pile.rate, slots: w.slots}
	var err error
	if head.shingles, head.sum, err = w.writeShingles(); err != nil {
		return err
	}
	for _, o := range w.outputs() {
		if err := o.flush(); err != nil {
			return err
		}
	}
	_, err = w.table.file.WriteAt(head.encode(), 0)
	return err
}

// writeShingles returns how many there are and their checksum.
func (w *ShelfWriter) writeShingles() (n, sum uint32, err error) {
	out, err := create(filepath.Join(w.dir, shinglesFile))
	if err != nil {
		return 0, 0, err
	}
	err = merge(w.pile.sorted(nil), func(hash uint64, documents []uint32) error {
		w.buf = w.buf[:0]
		for _, d := range documents {
			w.buf = appendShingle(w.buf, newShingle(hash, d))
		}
		n += uint32(len(documents))
		sum = crc32.Update(sum, castagnoli, w.buf)
		return out.write(w.buf)
	})
	return n, sum, errors.Join(err, out.flush(), out.file.Close())
}

// output is a file that is written from the beginning to the end.
type output struct {
	file *os.File
	w    *bufio.Writer
}

func create(path string) (*output, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return &output{f, bufio.NewWriterSize(f, 256<<10)}, nil
}

// write writes b, as all later calls if it fails, with the error.
func (o *output) write(b []byte) error {
	_, err := o.w.Write(b)
	return err
}

// record writes b and its checksum, and returns the bytes that it takes.
func (o *output) record(b []byte) (size int64, err error) {
	b = seal(b)
	return int64(len(b)), o.write(b)
}

func (o *output) flush() error { return o.w.Flush() }
