package retrieval

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"

	"pullquote/corpus"
)

// The terms of a text, with their places, are stored as they are read for a question: reading a stored passage takes a
// small part of the time of analysing it. A text is a record of varints: for every term its number, the bytes between the
// term before and it, and its length; and a CRC-32C of them, because it is read long after its file was looked at.

// forward holds the terms of texts.
type forward struct {
	ids     []termID // by number
	ends    []uint32 // of the record of each text
	records records
}

// records are the records of texts one after another.
type records struct {
	io.ReaderAt
	file *os.File // nil in memory
}

func (f *forward) close() error {
	if f.records.file == nil {
		return nil
	}
	return f.records.file.Close()
}

// forwardBuilder writes the records of texts one after another.
type forwardBuilder struct {
	out    io.Writer
	ids    []termID
	ends   []uint32
	at     uint64
	record []byte
}

// errForwardFull is the error of more texts than their places can be counted for: about ten million passages.
var errForwardFull = errors.New("more than 4 GiB of terms do not fit into one segment; make the corpus smaller")

// number numbers a new term.
func (b *forwardBuilder) number(term string) uint32 {
	b.ids = append(b.ids, idOf(term))
	return uint32(len(b.ids) - 1)
}

// add writes the terms of a text.
func (b *forwardBuilder) add(words []word) error {
	b.record = b.record[:0]
	end := 0
	for _, w := range words {
		b.record = binary.AppendUvarint(b.record, uint64(w.number))
		b.record = binary.AppendVarint(b.record, int64(w.Start-end)) // pairs of characters overlap
		b.record = binary.AppendUvarint(b.record, uint64(w.Len()))
		end = w.End
	}
	b.record = binary.LittleEndian.AppendUint32(b.record, crc32.Checksum(b.record, castagnoli))
	if _, err := b.out.Write(b.record); err != nil {
		return fmt.Errorf("write the terms of a passage: %w", err)
	}
	if b.at += uint64(len(b.record)); b.at > math.MaxUint32 {
		return errForwardFull
	}
	b.ends = append(b.ends, uint32(b.at))
	return nil
}

var (
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
	errForward = errors.New("the stored terms of a passage are damaged")
)

// read returns the terms of a text. What cannot be read of a file is a *corpus.ReadError.
func (f *forward) read(text int) ([]occurrence, error) {
	start := uint32(0)
	if text > 0 {
		start = f.ends[text-1]
	}
	record := make([]byte, f.ends[text]-start)
	_, err := f.records.ReadAt(record, int64(start))
	var out []occurrence
	if err == nil {
		out, err = decodeForward(record, f.ids)
	}
	if err != nil && f.records.file != nil {
		return nil, &corpus.ReadError{File: f.records.file.Name(), Document: -1, Err: err}
	}
	return out, err
}

const (
	// leastForward is how many bytes a term takes at least.
	leastForward = 3
	// forwardSum is how many bytes the checksum takes.
	forwardSum = 4
)

func decodeForward(record []byte, ids []termID) ([]occurrence, error) {
	sum := len(record) - forwardSum
	if sum < 0 || crc32.Checksum(record[:sum], castagnoli) != binary.LittleEndian.Uint32(record[sum:]) {
		return nil, errForward
	}
	return decodeTerms(record[:sum], ids)
}

func decodeTerms(record []byte, ids []termID) ([]occurrence, error) {
	out := make([]occurrence, 0, len(record)/leastForward)
	for end := int64(0); len(record) > 0; {
		number, n := binary.Uvarint(record)
		gap, m := binary.Varint(record[max(0, n):])
		length, k := binary.Uvarint(record[max(0, n)+max(0, m):])
		if n <= 0 || m <= 0 || k <= 0 || number >= uint64(len(ids)) || gap < -end || gap > math.MaxUint32 || length > math.MaxUint32 {
			return nil, errForward
		}
		record = record[n+m+k:]
		start := end + gap
		if end = start + int64(length); end > math.MaxUint32 {
			return nil, errForward
		}
		out = append(out, occurrence{ids[number], uint32(start), uint32(end)})
	}
	return out, nil
}
