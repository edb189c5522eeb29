package retrieval

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"sync"
	"weak"

	"pullquote/corpus"
)

// What a reading of the source has found is asked for by a reload and by who watches the source, and takes more memory than
// anything else that is known of a corpus: 27 MB of a hundred thousand files. So it is left in its file until then.

// findings are what a reading of the source has found, which a generation was made of.
type findings struct {
	path string            // of the file of the generation; "" in memory
	kept *corpus.Inventory // nil: it is in the file

	mu   sync.Mutex
	lent weak.Pointer[corpus.Inventory] // what was read of the file, as long as somebody has it
}

// inventory returns what was found; nil where its file cannot be read, is not as it was written, or is of another version:
// everything is then read anew.
func (f *findings) inventory() *corpus.Inventory {
	switch {
	case f == nil:
		return nil
	case f.path == "":
		return f.kept
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if i := f.lent.Value(); i != nil {
		return i
	}
	i := readInventory(f.path)
	f.lent = weak.Make(i)
	return i
}

// readInventory reads what appendInventory has written, which it may do long after the file was looked at.
func readInventory(path string) *corpus.Inventory {
	data, err := os.ReadFile(path)
	end := len(data) - inventorySum
	if err != nil || end < 0 || crc32.Checksum(data[:end], castagnoli) != binary.LittleEndian.Uint32(data[end:]) {
		return nil
	}
	found, err := corpus.ReadInventory(data[:end])
	if err != nil {
		return nil
	}
	return found
}

// inventorySum is how many bytes the checksum of an inventory takes.
const inventorySum = 4

// appendInventory appends an inventory and the CRC-32C of it.
func appendInventory(b []byte, i *corpus.Inventory) ([]byte, error) {
	start := len(b)
	b, err := i.AppendBinary(b)
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(b[start:], castagnoli)), err
}
