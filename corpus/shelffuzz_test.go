package corpus

import (
	"hash/crc32"
	"math/rand/v2"
	"reflect"
	"testing"
)

// Whatever stands in a record, decoding it ends without a panic; what it accepts it can write again, and show.

func FuzzDecodeCard(f *testing.F) {
	for _, d := range everyKind(f) {
		f.Add(string(appendCard(nil, d.card())))
	}
	f.Fuzz(func(t *testing.T, record string) {
		c, err := decodeCard(record)
		if err != nil {
			return
		}
		again, err := decodeCard(string(appendCard(nil, c)))
		if err != nil || !reflect.DeepEqual(again, c) {
			t.Fatalf("%+v becomes %+v, %v", c, again, err)
		}
	})
}

func FuzzDecodeBody(f *testing.F) {
	for _, d := range everyKind(f) {
		f.Add(string(appendBody(nil, d.body())))
	}
	f.Fuzz(func(t *testing.T, record string) {
		doc := &Document{}
		b, err := decodeBody(record, doc)
		if err != nil {
			return
		}
		again, err := decodeBody(string(appendBody(nil, b)), doc)
		if err != nil || !reflect.DeepEqual(again, b) {
			t.Fatalf("%+v becomes %+v, %v", b, again, err)
		}
		doc.head.Store(&card{})
		doc.whole.Store(b)
		outwardOf(doc)
	})
}

func FuzzDecodeTable(f *testing.F) {
	shelf := shelve(f, everyKind(f)...)
	f.Add(shelf.head.documents, shelf.head.rate, shelf.table)
	f.Add(uint32(0), uint64(1), make([]byte, slotBytes))
	f.Fuzz(func(t *testing.T, documents uint32, rate uint64, slots []byte) {
		head := shelfHead{documents: documents, rate: rate, slots: crc32.Checksum(slots, castagnoli)}
		got, table, err := decodeTable(append(head.encode(), slots...))
		if err != nil {
			return
		}
		s := Shelf{head: got, table: table}
		for n := range s.Len() {
			if got != head || s.slot(n+1).card-s.slot(n).card < checksumBytes || s.PassagesBefore(n) > s.PassagesBefore(n+1) {
				t.Fatalf("the head is %+v, document %d is from %+v to %+v", got, n, s.slot(n), s.slot(n+1))
			}
		}
	})
}

func FuzzOpenSnapshot(f *testing.F) {
	shelf := shelve(f, stories(f, rand.New(rand.NewPCG(1, 4)), 9)...)
	parts := SnapshotParts{Holdings: []Holding{{Shelf: shelf}}, Problems: []Problem{{Path: "a", LeftOut: true}}, Synonyms: []Synonym{{Asked: []string{"b"}, Said: []string{"c"}}}}
	s, err := SnapshotOf(f.Context(), parts)
	if err != nil {
		f.Fatal(err)
	}
	data, err := s.AppendBinary(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data[:len(data)-checksumBytes])
	f.Fuzz(func(t *testing.T, record []byte) {
		s, err := OpenSnapshot([]*Shelf{shelf}, seal(record))
		if err != nil {
			return
		}
		for _, d := range s.Documents() {
			s.Copies(s.Witness(d))
			s.Where(d)
			d.PassageCount()
		}
	})
}
