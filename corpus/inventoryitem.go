package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// inventoryWriter makes an inventory, file by file.
type inventoryWriter struct {
	*Inventory
	numbers map[remark]int
	line    int // of the last item of the file
	written strings.Builder
	buf     []byte
}

func newInventoryWriter(made making, began int64) *inventoryWriter {
	return &inventoryWriter{Inventory: &Inventory{made: made, began: began}, numbers: map[remark]int{}}
}

// expect makes room for what an earlier reading has found.
func (w *inventoryWriter) expect(before *Inventory) {
	if before != nil {
		w.files = slices.Grow(w.files, len(before.files))
		w.written.Grow(len(before.items))
	}
}

// finish returns the inventory. Nothing may be added afterwards.
func (w *inventoryWriter) finish() *Inventory {
	w.items = w.written.String()
	return w.Inventory
}

// open begins a file.
func (w *inventoryWriter) open(path string) {
	w.files = append(w.files, record{path: path, start: w.written.Len()})
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
	w.buf = w.appendItem(w.buf[:0], it, r.path)
	w.written.Write(w.buf)
	w.line = it.line
}

// close ends a file.
func (w *inventoryWriter) close(s stamp, hash [sha256.Size]byte, state recordState) {
	r := &w.files[len(w.files)-1]
	r.stamp, r.hash, r.end = s, hash, w.written.Len()
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
		b = append(appendNumber(b, it.line-w.line), it.hash[:]...)
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
	b = appendNumber(b, len(notes))
	for _, n := range notes {
		number, ok := w.numbers[n]
		if !ok {
			number = len(w.notes)
			w.numbers[n] = number
			w.notes = append(w.notes, n)
		}
		b = appendNumber(b, number)
	}
	return b
}

func (i *Inventory) decodeItem(d *decoder, path string, line int) item {
	flags := d.fixed(1)
	it := item{state: itemState(flags & (hasLine - 1))}
	if flags >= itemFlags || it.state >= itemStates {
		d.fail()
	}
	own := ""
	if flags&hasLine != 0 {
		it.line = line + d.number(math.MaxInt32)
		copy(it.hash[:], d.take(len(it.hash)))
	}
	if flags&hasOwnID != 0 {
		own = d.text()
	}
	if flags&hasRules != 0 {
		it.rules = d.fixed(8)
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
