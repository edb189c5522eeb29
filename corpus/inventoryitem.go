package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
)

// inventoryWriter makes an inventory, file by file.
type inventoryWriter struct {
	*Inventory
	numbers map[remark]int
	line    int // of the last item of the file
}

func newInventoryWriter(made making, began int64) inventoryWriter {
	return inventoryWriter{Inventory: &Inventory{made: made, began: began}, numbers: map[remark]int{}}
}

// open begins a file.
func (w *inventoryWriter) open(path string) {
	w.files = append(w.files, record{path: path, start: len(w.items)})
	w.line = 0
}

// add appends an item to the last file.
func (w *inventoryWriter) add(it item) {
	r := &w.files[len(w.files)-1]
	r.count++
	switch it.state {
	case accepted:
		w.documents++
	case repeated:
		r.state |= dependent
	}
	w.items = w.appendItem(w.items, it, r.path)
	w.line = it.line
}

// close ends a file.
func (w *inventoryWriter) close(s stamp, hash [sha256.Size]byte, state recordState) {
	r := &w.files[len(w.files)-1]
	r.stamp, r.hash, r.end = s, hash, len(w.items)
	r.state |= state
}

// An item begins with a byte that holds its state and which of the parts follow.
const (
	hasLine  = 4 << iota // the lines since the last item's, and the digest
	hasOwnID             // the id within its file
	hasRules
	hasNotes
	itemFlags
)

func (w *inventoryWriter) appendItem(b []byte, it item, path string) []byte {
	own := w.made.ownID(it.id, path)
	flags := byte(it.state) | flagIf(hasLine, it.line > 0) | flagIf(hasOwnID, it.line > 0 && own != "") |
		flagIf(hasRules, it.rules != 0) | flagIf(hasNotes, len(it.notes) > 0)
	b = append(b, flags)
	if flags&hasLine != 0 {
		b = append(binary.AppendUvarint(b, uint64(it.line-w.line)), it.hash[:]...)
	}
	if flags&hasOwnID != 0 {
		b = appendString(b, own)
	}
	if flags&hasRules != 0 {
		b = binary.LittleEndian.AppendUint64(b, it.rules)
	}
	if flags&hasNotes != 0 {
		b = w.appendNotes(b, it.notes)
	}
	return b
}

func flagIf(f byte, set bool) byte {
	if set {
		return f
	}
	return 0
}

func (w *inventoryWriter) appendNotes(b []byte, notes []remark) []byte {
	b = binary.AppendUvarint(b, uint64(len(notes)))
	for _, n := range notes {
		number, ok := w.numbers[n]
		if !ok {
			number = len(w.notes)
			w.numbers[n] = number
			w.notes = append(w.notes, n)
		}
		b = binary.AppendUvarint(b, uint64(number))
	}
	return b
}

func (i *Inventory) decodeItem(d *byteDecoder, path string, line int) item {
	flags := d.byte()
	it := item{state: itemState(flags & (hasLine - 1))}
	if flags >= itemFlags || it.state >= itemStates {
		d.failed = true
	}
	own := ""
	if flags&hasLine != 0 {
		it.line = line + d.int()
		copy(it.hash[:], d.take(len(it.hash)))
	}
	if flags&hasOwnID != 0 {
		own = d.string()
	}
	if flags&hasRules != 0 {
		it.rules = d.uint64()
	}
	if flags&hasNotes != 0 {
		it.notes = d.notes(i.notes)
	}
	it.id = i.made.fullID(it.line, own, path)
	return it
}

// fullID returns the id of the document that its file knows by its own.
func (m making) fullID(line int, own, path string) string {
	switch {
	case line == 0:
		return path
	case m.bare || own == "":
		return own
	}
	return path + "#" + own
}

// ownID is the inverse of fullID.
func (m making) ownID(id, path string) string {
	if m.bare {
		return id
	}
	return strings.TrimPrefix(id, path+"#")
}
