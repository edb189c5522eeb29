package corpus

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
)

// shingleBytes is what a shingle takes in a file.
const shingleBytes = 12

func appendShingle(b []byte, s shingle) []byte {
	return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint64(b, s.hash()), s.doc)
}

func decodeShingle(b []byte) shingle {
	return newShingle(binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint32(b[8:]))
}

// noRank is the rank of a document that is not live.
const noRank = math.MaxUint32

// run is a sequence of shingles, sorted by hash. Its documents are known by their rank among the live documents of a
// snapshot, if they have one.
type run struct {
	chunk []shingle    // what comes next
	shelf *Shelf       // whose shingles come then, nil: none
	file  *shingleFile // those of the shelf, nil before the first is needed
	ranks []uint32     // of its documents, by number; nil: the numbers are the ranks
	rate  uint64       // of the sample that is taken of it

	hash uint64 // of the current shingle
	rank uint32 // of its document
	end  bool   // there is no current shingle
}

// next goes to the next shingle of a live document that is in the sample.
func (r *run) next() error {
	for {
		if len(r.chunk) == 0 {
			if err := r.refill(); err != nil || r.end {
				return err
			}
		}
		s := r.chunk[0]
		r.chunk = r.chunk[1:]
		if r.hash, r.rank = s.hash(), r.rankOf(s.doc); r.rank != noRank && r.hash&(r.rate-1) == 0 {
			return nil
		}
	}
}

func (r *run) rankOf(number uint32) uint32 {
	if r.ranks == nil {
		return number
	}
	return r.ranks[number]
}

func (r *run) refill() (err error) {
	if r.file == nil && r.shelf != nil {
		r.file = r.shelf.readShingles()
	}
	if r.file != nil {
		r.chunk, err = r.file.read()
	}
	r.end = len(r.chunk) == 0
	return err
}

// shingleFile reads the shingles of a shelf from first to last.
type shingleFile struct {
	shelf *Shelf
	in    io.Reader
	sum   uint32
	raw   []byte
	chunk []shingle
}

const shinglesAtOnce = 1 << 12

func (s *Shelf) readShingles() *shingleFile {
	size := int64(s.head.shingles) * shingleBytes
	return &shingleFile{shelf: s, in: io.NewSectionReader(s.shingles, 0, size), raw: make([]byte, shinglesAtOnce*shingleBytes)}
}

// read returns the next shingles, none at the end. They are valid until the following call.
func (f *shingleFile) read() ([]shingle, error) {
	n, err := io.ReadFull(f.in, f.raw)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, f.shelf.failure(shinglesFile, -1, err)
	}
	f.sum = crc32.Update(f.sum, castagnoli, f.raw[:n])
	if n == 0 && f.sum != f.shelf.head.sum {
		return nil, f.shelf.failure(shinglesFile, -1, errChecksum)
	}
	f.chunk = f.chunk[:0]
	for b := f.raw[:n-n%shingleBytes]; len(b) > 0; b = b[shingleBytes:] {
		s := decodeShingle(b)
		if int(s.doc) >= f.shelf.Len() {
			return nil, f.shelf.failure(shinglesFile, -1, errCode)
		}
		f.chunk = append(f.chunk, s)
	}
	return f.chunk, nil
}

// merge calls each once for every hash that runs have, in order, with the ranks of the documents that have it, in the
// order of the runs. The ranks are valid until each returns. It fails where a run cannot be read or each fails.
func merge(runs []*run, each func(hash uint64, ranks []uint32) error) error {
	for _, r := range runs {
		if err := r.next(); err != nil {
			return err
		}
	}
	var ranks []uint32
	for {
		least, found := leastHash(runs)
		if !found {
			return nil
		}
		ranks = ranks[:0]
		for _, r := range runs {
			for !r.end && r.hash == least {
				ranks = append(ranks, r.rank)
				if err := r.next(); err != nil {
					return err
				}
			}
		}
		if err := each(least, ranks); err != nil {
			return err
		}
	}
}

// leastHash returns the smallest of the current hashes. There are few runs, so that looking at each costs little.
func leastHash(runs []*run) (least uint64, found bool) {
	for _, r := range runs {
		if !r.end && (!found || r.hash < least) {
			least, found = r.hash, true
		}
	}
	return least, found
}
