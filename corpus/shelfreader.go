package corpus

import "os"

// recordReader reads the records of one file of a shelf, many at once where they are asked for in the order in which they
// stand. It keeps nothing in the cache: a pass over all documents needs each once. It is not safe for concurrent use.
type recordReader struct {
	shelf      *Shelf
	file       *os.File
	name       string
	start      func(slot) int64
	first, end int    // documents whose records are in the window
	window     []byte // their records, one behind the other
}

const (
	readAhead = 256 << 10 // bytes that are read at once
	mostGap   = 64        // documents that may be left out between two that still stand in order
)

func (s *Shelf) readCards() *recordReader {
	return &recordReader{shelf: s, file: s.cards, name: cardsFile, start: func(p slot) int64 { return p.card }}
}

func (s *Shelf) readBodies() *recordReader {
	return &recordReader{shelf: s, file: s.bodies, name: bodiesFile, start: func(p slot) int64 { return p.body }}
}

// at returns the record of document n without its checksum, which was right. It is valid until the following call. The
// error is a *[ReadError].
func (r *recordReader) at(n int) ([]byte, error) {
	if n < r.first || n >= r.end {
		if err := r.read(n); err != nil {
			return nil, r.shelf.failure(r.name, n, err)
		}
	}
	from := r.offset(r.first)
	raw := r.window[r.offset(n)-from : r.offset(n+1)-from]
	if err := verify(raw); err != nil {
		return nil, r.shelf.failure(r.name, n, err)
	}
	return raw[:len(raw)-checksumBytes], nil
}

func (r *recordReader) offset(n int) int64 { return r.start(r.shelf.slot(n)) }

// read makes a window that begins with record n. What cannot be read behind it is not its fault.
func (r *recordReader) read(n int) error {
	end := n + 1
	if n >= r.end && n-r.end <= mostGap {
		for end < r.shelf.Len() && r.offset(end+1)-r.offset(n) <= readAhead {
			end++
		}
	}
	err := r.fill(n, end)
	if err != nil && end > n+1 {
		err = r.fill(n, n+1)
	}
	return err
}

func (r *recordReader) fill(first, end int) error {
	size := int(r.offset(end) - r.offset(first))
	if cap(r.window) < size {
		r.window = make([]byte, max(size, min(readAhead, int(r.offset(r.shelf.Len())))))
	}
	r.first, r.end, r.window = first, end, r.window[:size]
	if _, err := r.file.ReadAt(r.window, r.offset(first)); err != nil {
		r.first, r.end = 0, 0
		return err
	}
	return nil
}

// recordReaders are those of a snapshot's holdings, made as they are needed.
type recordReaders struct {
	open    func(*Shelf) *recordReader
	readers []*recordReader
}

// at returns the record of d, which stands on a shelf.
func (r *recordReaders) at(d *Document) ([]byte, error) {
	for len(r.readers) <= d.in.number {
		r.readers = append(r.readers, nil)
	}
	in := r.readers[d.in.number]
	if in == nil {
		in = r.open(d.in.shelf)
		r.readers[d.in.number] = in
	}
	return in.at(int(d.n))
}
