package corpus

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"time"
)

// What a snapshot on shelves has found out about its documents is kept in one piece of data, so that it need not be found
// out again: their order, their ids' hashes, which are near-copies, and the ID; and with them what else belongs to a snapshot.

const snapshotMagic = "pqsnap\x00\x02" // the last byte is the version of the format

// AppendBinary appends all of s but what is on its shelves, for [OpenSnapshot]. It fails for a snapshot in memory.
func (s *Snapshot) AppendBinary(b []byte) ([]byte, error) {
	start := len(b)
	b = append(b, snapshotMagic...)
	b = appendNumber(b, len(s.holdings))
	for _, h := range s.holdings {
		if h.shelf == nil {
			return nil, errors.New("store snapshot: it is in memory")
		}
		b = appendNumber(b, h.shelf.Len())
	}
	b = appendString(b, s.id)
	b = binary.LittleEndian.AppendUint64(b, uint64(s.loaded.UnixNano()))
	b = appendNumber(b, len(s.documents))
	for _, d := range s.documents {
		b = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint16(b, uint16(d.in.number)), d.n)
	}
	b = s.ids.appendTo(b)
	b = appendCopies(b, s.copies.byCopy)
	b = appendProblems(b, s.problems)
	b = appendSynonyms(b, s.synonyms)
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(b[start:], castagnoli)), nil
}

func appendCopies(b []byte, list []copied) []byte {
	b = appendNumber(b, len(list))
	for _, c := range list {
		b = appendNumber(appendNumber(b, int(c.copy)), int(c.witness))
	}
	return b
}

func appendProblems(b []byte, list []Problem) []byte {
	b = appendNumber(b, len(list))
	for _, p := range list {
		b = appendString(appendString(appendString(b, p.Path), p.Reason), p.Mend)
		leftOut := 0
		if p.LeftOut {
			leftOut = 1
		}
		b = appendNumber(appendNumber(b, leftOut), p.Count)
	}
	return b
}

func appendSynonyms(b []byte, list []Synonym) []byte {
	b = appendNumber(b, len(list))
	for _, s := range list {
		b = appendStrings(appendStrings(b, s.Asked), s.Said)
	}
	return b
}

// OpenSnapshot makes the snapshot of which AppendBinary wrote the data, from the same shelves in the same order. It reads
// nothing from them. It fails where the data is damaged or belongs to other shelves.
func OpenSnapshot(shelves []*Shelf, data []byte) (*Snapshot, error) {
	s, err := openSnapshot(shelves, data)
	if err != nil {
		return nil, fmt.Errorf("open snapshot: %w", err)
	}
	return s, nil
}

func openSnapshot(shelves []*Shelf, data []byte) (*Snapshot, error) {
	if len(data) < len(snapshotMagic)+checksumBytes || string(data[:len(snapshotMagic)]) != snapshotMagic {
		return nil, errCode
	}
	record, err := unseal(data)
	if err != nil {
		return nil, err
	}
	d := decoder{rest: record[len(snapshotMagic):]}
	d.shelves(shelves)
	s := &Snapshot{id: d.text()}
	s.loaded = time.Unix(0, int64(d.fixed(8)))
	s.arrange(shelves, d.locations(shelves))
	s.ids = d.ids(len(s.documents))
	s.copies = newCopies(d.copies(len(s.documents)))
	s.problems = d.problems()
	s.synonyms = d.synonyms()
	if err := d.end(); err != nil || len(s.id) != idLen {
		return nil, errCode
	}
	return s, nil
}

// shelves reads how many documents the shelves have, and is bad where they are others.
func (d *decoder) shelves(shelves []*Shelf) {
	n := d.count(1)
	for i := range n {
		if documents := d.any(); i >= len(shelves) || documents != shelves[i].Len() {
			d.fail()
			return
		}
	}
	if n != len(shelves) {
		d.fail()
	}
}

const locationBytes = 6

func (d *decoder) locations(shelves []*Shelf) []location {
	at := make([]location, d.count(locationBytes))
	for i := range at {
		l := location{uint32(d.fixed(2)), uint32(d.fixed(4))}
		if int(l.shelf) >= len(shelves) || int(l.number) >= shelves[l.shelf].Len() {
			d.fail()
			return nil
		}
		at[i] = l
	}
	return at
}

// copies reads near-copies among so many documents.
func (d *decoder) copies(documents int) []copied {
	list := make([]copied, d.count(2))
	for i := range list {
		c := copied{uint32(d.number(math.MaxInt32)), uint32(d.number(math.MaxInt32))}
		if int(c.copy) >= documents || int(c.witness) >= documents || i > 0 && c.copy <= list[i-1].copy {
			d.fail()
			return nil
		}
		list[i] = c
	}
	return list
}

func (d *decoder) problems() []Problem {
	list := make([]Problem, d.count(5))
	for i := range list {
		list[i] = Problem{Path: d.text(), Reason: d.text(), Mend: d.text(), LeftOut: d.number(1) == 1, Count: d.any()}
	}
	return list
}

func (d *decoder) synonyms() []Synonym {
	list := make([]Synonym, d.count(2))
	for i := range list {
		list[i] = Synonym{d.texts(), d.texts()}
	}
	return list
}
