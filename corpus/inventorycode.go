package corpus

import (
	"encoding/binary"
	"errors"
	"math"
)

// An inventory is written as inventoryFormat; what it was made by; the notes; the files, each with as much of the path as
// differs from the one before it; and the items. Numbers are varints but for hashes.

// inventoryFormat names the form, and is raised when that changes.
const inventoryFormat = "pullquote inventory 1\n"

var errInventory = errors.New("inventory: it is damaged or of another version")

// AppendBinary appends i, in a form that ReadInventory reads, to b. It does not fail.
func (i *Inventory) AppendBinary(b []byte) ([]byte, error) {
	if i == nil {
		i = &Inventory{}
	}
	b = append(b, inventoryFormat...)
	b = i.made.appendTo(b)
	b = binary.AppendVarint(b, i.began)
	b = append(b, i.listing[:]...)
	b = appendNumber(b, len(i.notes))
	for _, n := range i.notes {
		b = appendString(appendString(b, n.reason), n.mend)
	}
	b = appendNumber(b, len(i.files))
	last := ""
	for _, r := range i.files {
		b = r.appendTo(b, last)
		last = r.path
	}
	return append(b, i.items...), nil
}

func (m making) appendTo(b []byte) []byte {
	b = binary.AppendUvarint(b, m.version)
	b = append(b, flagIf(1, m.bare))
	for _, n := range [...]int64{m.limits.FileBytes, m.limits.TotalBytes, int64(m.limits.Documents), int64(m.limits.Depth)} {
		b = binary.AppendVarint(b, n)
	}
	return b
}

func (r *record) appendTo(b []byte, last string) []byte {
	same := 0
	for same < min(len(last), len(r.path)) && last[same] == r.path[same] {
		same++
	}
	b = appendString(appendNumber(b, same), r.path[same:])
	b = binary.AppendVarint(b, r.stamp.size)
	b = binary.AppendVarint(b, r.stamp.modified)
	b = binary.AppendVarint(b, r.stamp.changed)
	b = binary.AppendUvarint(b, r.stamp.inode)
	b = append(append(b, r.hash[:]...), byte(r.state))
	return appendNumber(appendNumber(b, r.count), r.end-r.start)
}

// ReadInventory reads what AppendBinary has written. It fails where data is anything else, or was written in another
// form; the corpus is then read without an earlier inventory.
func ReadInventory(data []byte) (*Inventory, error) {
	d := decoder{rest: string(data)}
	if d.take(len(inventoryFormat)) != inventoryFormat {
		return nil, errInventory
	}
	i := &Inventory{made: d.making(), began: d.varint()}
	copy(i.listing[:], d.take(len(i.listing)))
	i.notes = make([]remark, d.count(2))
	for n := range i.notes {
		i.notes[n] = remark{d.text(), d.text()}
	}
	i.readFiles(&d)
	if d.bad || len(d.rest) != i.itemBytes() {
		return nil, errInventory
	}
	i.items = d.take(len(d.rest))
	if !i.checkItems() {
		return nil, errInventory
	}
	return i, nil
}

// leastRecord is how many bytes a record takes at least.
const leastRecord = 8 + 32

func (i *Inventory) readFiles(d *decoder) {
	i.files = make([]record, d.count(leastRecord))
	last, end := "", 0
	for n := range i.files {
		r := d.record(last)
		r.start, r.end = end, end+r.end
		if last, end = r.path, r.end; d.bad {
			return
		}
		i.files[n] = r
	}
}

// itemBytes returns how many bytes the items of all files take.
func (i *Inventory) itemBytes() int {
	if len(i.files) == 0 {
		return 0
	}
	return i.files[len(i.files)-1].end
}

// checkItems reports whether all items can be decoded, and counts the documents.
func (i *Inventory) checkItems() bool {
	for n := range i.files {
		r := &i.files[n]
		d, line := decoder{rest: i.items[r.start:r.end]}, 0
		for range r.count {
			it := i.decodeItem(&d, "", line)
			if d.bad || it.line < line || it.state == refused && len(it.notes) == 0 {
				return false
			}
			if line = it.line; it.state == accepted {
				i.documents++
			}
		}
		if len(d.rest) > 0 {
			return false
		}
	}
	return true
}

func (d *decoder) making() making {
	return making{d.uvarint(), d.fixed(1) == 1, Limits{d.varint(), d.varint(), int(d.varint()), int(d.varint())}}
}

func (d *decoder) notes(all []remark) []remark {
	out := make([]remark, d.count(1))
	for n := range out {
		k := d.number(math.MaxInt32)
		if k >= len(all) {
			d.fail()
			return nil
		}
		out[n] = all[k]
	}
	return out
}

// record reads a record, whose end is how many bytes its items take.
func (d *decoder) record(last string) (r record) {
	r.path = last[:d.number(len(last))] + d.text()
	r.stamp = stamp{d.varint(), d.varint(), d.varint(), d.uvarint()}
	copy(r.hash[:], d.take(len(r.hash)))
	r.state = recordState(d.fixed(1))
	r.count, r.end = d.number(math.MaxInt32), d.number(math.MaxInt32)
	if r.state >= recordStates {
		d.fail()
	}
	return r
}
