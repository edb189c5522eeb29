package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
)

// fact is what has to be known of a document to make a snapshot of many.
type fact struct {
	fingerprint [sha256.Size]byte
	age         uint32 // orders documents by their publication date, see ageOf
	runs        uint32 // of shingleWords words
}

// factBytes is what an entry takes, with its checksum.
const factBytes = sha256.Size + 3*4

// ageOf orders dates like Date.Compare, but unknown ones last.
func ageOf(d Date) uint32 {
	if d.IsZero() {
		return math.MaxUint32
	}
	return uint32(min(max(Date.Compare(d, Date{}), 0), math.MaxUint32-1))
}

// encode writes the entry of f to a buffer, from its start.
func (f fact) encode(b []byte) []byte {
	b = append(b[:0], f.fingerprint[:]...)
	return seal(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, f.age), f.runs))
}

func decodeFact(raw []byte) (f fact, err error) {
	if err := verify(raw); err != nil {
		return fact{}, err
	}
	copy(f.fingerprint[:], raw)
	f.age = binary.LittleEndian.Uint32(raw[sha256.Size:])
	f.runs = binary.LittleEndian.Uint32(raw[sha256.Size+4:])
	return f, nil
}

// factReader reads the facts of a shelf, several at once: they are mostly asked for in the order in which they stand.
// The zero factReader with a shelf is ready.
type factReader struct {
	shelf  *Shelf
	first  int // document
	window []byte
}

// factsAtOnce is few enough that one alone costs no more.
const factsAtOnce = 64

// at returns the facts of document n.
func (r *factReader) at(n int) (fact, error) {
	if n < r.first || n >= r.first+len(r.window)/factBytes {
		if err := r.read(n - n%factsAtOnce); err != nil {
			return fact{}, err
		}
	}
	f, err := decodeFact(r.window[(n-r.first)*factBytes:][:factBytes])
	if err != nil {
		return fact{}, r.shelf.failure(factsFile, n, err)
	}
	return f, nil
}

func (r *factReader) read(first int) error {
	if r.window == nil {
		r.window = make([]byte, 0, factsAtOnce*factBytes)
	}
	r.first, r.window = first, r.window[:min(factsAtOnce, r.shelf.Len()-first)*factBytes]
	if _, err := r.shelf.facts.ReadAt(r.window, int64(first)*factBytes); err != nil {
		r.window = r.window[:0]
		return r.shelf.failure(factsFile, first, err)
	}
	return nil
}
