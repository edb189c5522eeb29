package corpus

import (
	"encoding/binary"
	"hash/crc32"
)

// The table of a shelf begins with its head and has one slot more than there are documents: a document's records reach
// from its own slot to the next.

const shelfMagic = "pqshelf\x01" // the last byte is the version of the format

// shelfHead is what is known of a shelf as a whole. A head takes headBytes: magic, documents, shingles, rate, checksums
// of the shingles, of the slots and of the head.
type shelfHead struct {
	documents uint32
	shingles  uint32 // in the file
	rate      uint64 // of the shingles: one run of words in rate
	sum       uint32 // of the shingles
	slots     uint32 // checksum of the slots
}

const headBytes = 36

// encode returns the head as it begins the table.
func (h shelfHead) encode() []byte {
	b := []byte(shelfMagic)
	for _, n := range [...]uint32{h.documents, h.shingles, uint32(h.rate), uint32(h.rate >> 32), h.sum, h.slots} {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return seal(b)
}

// decodeTable takes a table apart. It fails where it is not one that was written by this version, whole.
func decodeTable(raw []byte) (h shelfHead, slots []byte, err error) {
	if len(raw) < headBytes+slotBytes || string(raw[:len(shelfMagic)]) != shelfMagic {
		return h, nil, errCode
	}
	if err := verify(raw[:headBytes]); err != nil {
		return h, nil, err
	}
	field := func(i int) uint32 { return binary.LittleEndian.Uint32(raw[len(shelfMagic)+4*i:]) }
	h = shelfHead{field(0), field(1), uint64(field(2)) | uint64(field(3))<<32, field(4), field(5)}
	slots = raw[headBytes:]
	switch {
	case uint64(len(slots)) != (uint64(h.documents)+1)*slotBytes || h.rate == 0 || h.rate&(h.rate-1) != 0:
		return h, nil, errCode
	case crc32.Checksum(slots, castagnoli) != h.slots:
		return h, nil, errChecksum
	case !areInOrder(slots):
		return h, nil, errCode
	}
	return h, slots, nil
}

// areInOrder reports whether the slots begin at 0 and leave room for every record.
func areInOrder(slots []byte) bool {
	last := decodeSlot(slots)
	if last != (slot{}) {
		return false
	}
	for b := slots[slotBytes:]; len(b) > 0; b = b[slotBytes:] {
		next := decodeSlot(b)
		if next.card < last.card+checksumBytes || next.body < last.body+checksumBytes || next.passages < last.passages {
			return false
		}
		last = next
	}
	return true
}

// slot says where the records of a document begin, and how many passages the documents before it have.
type slot struct {
	card, body int64
	passages   uint32
}

const (
	slotBytes  = 16
	sizeBytes  = 6 // of an offset
	mostOffset = 1<<(8*sizeBytes) - 1
)

func appendSlot(b []byte, p slot) []byte {
	for _, n := range [...]int64{p.card, p.body} {
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24), byte(n>>32), byte(n>>40))
	}
	return binary.LittleEndian.AppendUint32(b, p.passages)
}

// decodeSlot reads the slot that b begins with.
func decodeSlot(b []byte) slot {
	b = b[:slotBytes]
	offset := func(b []byte) int64 { return int64(binary.LittleEndian.Uint64(b) & mostOffset) }
	return slot{offset(b), offset(b[sizeBytes:]), binary.LittleEndian.Uint32(b[2*sizeBytes:])}
}

// slot returns slot n of the table, 0 <= n <= s.Len().
func (s *Shelf) slot(n int) slot { return decodeSlot(s.table[n*slotBytes:]) }
