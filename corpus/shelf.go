package corpus

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Shelf is a set of documents in files. It never changes; a [ShelfWriter] makes one, and a [Snapshot] says which of its
// documents are live. It is safe for concurrent use.
//
// A shelf is a folder of five files. Cards and bodies hold a record of each document, one behind the other, and facts an
// entry of fixed size: all with checksums of their own. Shingles holds the runs of words by which near-copies are found,
// with one checksum. Table says where the records of a document are; it alone is kept in memory, 16 bytes a document.
type Shelf struct {
	dir                            string
	file                           os.FileInfo // of the cards: no other shelf has it as long as they are open
	head                           shelfHead
	table                          []byte
	cards, bodies, facts, shingles *os.File
	raw                            sync.Pool // of *[]byte: for records while they are read
}

// The names of a shelf's files.
const tableFile, cardsFile, bodiesFile, factsFile, shinglesFile = "table", "cards", "bodies", "facts", "shingles"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// OpenShelf opens the shelf in a folder. It reads the table and looks at the size of the other files, but not at what is
// in them. The files must not change as long as the shelf is in use; there is nothing to close: they are closed when
// neither the shelf nor a document on it is reachable any more. The error is a *[ReadError].
func OpenShelf(dir string) (*Shelf, error) {
	s := &Shelf{dir: dir}
	raw, err := os.ReadFile(filepath.Join(dir, tableFile))
	if err != nil {
		return nil, s.failure(tableFile, -1, err)
	}
	if s.head, s.table, err = decodeTable(raw); err != nil {
		return nil, s.failure(tableFile, -1, err)
	}
	last := s.slot(s.Len())
	for _, f := range []struct {
		file **os.File
		name string
		size int64
	}{
		{&s.cards, cardsFile, last.card}, {&s.bodies, bodiesFile, last.body},
		{&s.facts, factsFile, int64(s.Len()) * factBytes}, {&s.shingles, shinglesFile, int64(s.head.shingles) * shingleBytes},
	} {
		if *f.file, err = openSized(filepath.Join(dir, f.name), f.size); err != nil {
			return nil, s.failure(f.name, -1, err)
		}
	}
	if s.file, err = s.cards.Stat(); err != nil {
		return nil, s.failure(cardsFile, -1, err)
	}
	return s, nil
}

func openSized(path string, size int64) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() != size {
		err = fmt.Errorf("it has %d bytes where %d were written", info.Size(), size)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// Len returns the number of documents, dead ones included. They are numbered from 0 in the order in which they were
// added.
func (s *Shelf) Len() int { return len(s.table)/slotBytes - 1 }

// Document returns document n, read from the shelf, as one that belongs to no snapshot. The error is a *[ReadError].
func (s *Shelf) Document(n int) (*Document, error) {
	d := &Document{in: &holding{shelf: s, cache: &cache{most: cacheBytes}}, n: uint32(n)}
	return d, d.Load()
}

// PassagesBefore returns the number of passages of all documents before document n, 0 <= n <= s.Len().
func (s *Shelf) PassagesBefore(n int) int { return int(s.slot(n).passages) }

// isSame reports whether o is the same shelf, perhaps opened a second time.
func (s *Shelf) isSame(o *Shelf) bool { return s == o || os.SameFile(s.file, o.file) }

// card reads the card of document n.
func (s *Shelf) card(n int) (*card, int, error) {
	record, err := s.readRecord(s.cards, s.slot(n).card, s.slot(n+1).card)
	if err != nil {
		return nil, 0, s.failure(cardsFile, n, err)
	}
	c, err := decodeCard(record)
	if err != nil {
		return nil, 0, s.failure(cardsFile, n, err)
	}
	return c, len(record), nil
}

// bodyRecord reads the record of the body of document n.
func (s *Shelf) bodyRecord(n int) (string, error) {
	record, err := s.readRecord(s.bodies, s.slot(n).body, s.slot(n+1).body)
	if err != nil {
		return "", s.failure(bodiesFile, n, err)
	}
	return record, nil
}

// body reads the body of document n as that of doc.
func (s *Shelf) body(n int, doc *Document) (*body, int, error) {
	record, err := s.bodyRecord(n)
	if err != nil {
		return nil, 0, err
	}
	b, err := decodeBody(record, doc)
	if err != nil {
		return nil, 0, s.failure(bodiesFile, n, err)
	}
	return b, len(record), nil
}

const checksumBytes = 4

var errChecksum = errors.New("its checksum is wrong")

// readRecord reads the record of a file that is at [start, end), its checksum at the end included.
func (s *Shelf) readRecord(f io.ReaderAt, start, end int64) (string, error) {
	raw, _ := s.raw.Get().(*[]byte)
	if raw == nil {
		raw = new([]byte)
	}
	defer s.raw.Put(raw)
	*raw = slices.Grow((*raw)[:0], int(end-start))[:end-start]
	if _, err := f.ReadAt(*raw, start); err != nil {
		return "", err
	}
	return unseal(*raw)
}

// seal appends the checksum of all of b.
func seal(b []byte) []byte {
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli))
}

// unseal returns what stands before a checksum, if that is right.
func unseal(raw []byte) (string, error) {
	if err := verify(raw); err != nil {
		return "", err
	}
	return string(raw[:len(raw)-checksumBytes]), nil
}

// verify compares the checksum at the end with what stands before it.
func verify(raw []byte) error {
	end := len(raw) - checksumBytes
	if crc32.Checksum(raw[:end], castagnoli) != binary.LittleEndian.Uint32(raw[end:]) {
		return errChecksum
	}
	return nil
}
