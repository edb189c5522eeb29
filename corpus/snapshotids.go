package corpus

import (
	"encoding/binary"
	"iter"
	"slices"
)

// idTable finds documents by their ids without reading those of others. It has an entry for each: in the upper half 32 bits
// of a hash of the id, in the lower the place. Entries are in order. Other ids may have the same hash.
type idTable []uint64

// idBytes is what an entry takes.
const idBytes = 8

// newIDTable makes the table of so many documents, whose ids are those of their places.
func newIDTable(documents int, id func(place int) string) idTable {
	t := make(idTable, documents)
	for place := range t {
		t[place] = hashID(id(place)) | uint64(place)
	}
	slices.Sort(t)
	return t
}

// hashID returns a hash in the upper half.
func hashID(id string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * fnvPrime
	}
	return (h ^ h>>32) << 32
}

// places yields where the document of the id is, if there is one, and perhaps others.
func (t idTable) places(id string) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		hash := hashID(id)
		i, _ := slices.BinarySearch(t, hash)
		for ; i < len(t) && t[i]>>32 == hash>>32 && yield(uint32(t[i])); i++ {
		}
	}
}

func (t idTable) appendTo(b []byte) []byte {
	for _, entry := range t {
		b = binary.LittleEndian.AppendUint64(b, entry)
	}
	return b
}

// ids reads the table of so many documents.
func (d *decoder) ids(documents int) idTable {
	t := make(idTable, documents)
	for i := range t {
		t[i] = d.fixed(idBytes)
		if int(uint32(t[i])) >= documents || i > 0 && t[i] <= t[i-1] {
			d.fail()
			return nil
		}
	}
	return t
}
