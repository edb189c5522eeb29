package message

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"pullquote/corpus"
)

// Directory is what is looked up among all documents of a snapshot, gathered in one pass over them: who looks something up
// then reads the documents that were found and no others. It takes about 30 bytes a document, and at most namesKept bytes
// for their names. It is immutable and safe for concurrent use.
type Directory struct {
	snapshot *corpus.Snapshot
	*entries
}

// entries are of all documents, by their places in the snapshot. They hold for every snapshot of the same ID.
type entries struct {
	ids   []uint32 // hashID
	picks []uint64 // the beginning of PickOf
	names nameList
	// claims are what a message may name a document by: its publisher and its title.
	claims   claimSet
	overview overview
}

// NewDirectory makes the directory of a snapshot. It reads the cards of all documents.
func NewDirectory(s *corpus.Snapshot) *Directory {
	n := len(s.Documents())
	e := &entries{ids: make([]uint32, 0, n), picks: make([]uint64, 0, n)}
	o := newOverviewer()
	for _, c := range s.Cards() {
		e.ids = append(e.ids, hashID(c.ID))
		e.picks = append(e.picks, pickNumber(c.ID))
		e.names.add(c)
		e.claims.add(c.Metadata)
		o.add(c.Metadata)
	}
	e.claims.sort()
	e.overview = o.overview()
	return &Directory{s, e}
}

// Snapshot returns the snapshot whose documents these are.
func (d *Directory) Snapshot() *corpus.Snapshot { return d.snapshot }

// At returns the directory of another snapshot of the same ID, and nil where the ID is another.
func (d *Directory) At(s *corpus.Snapshot) *Directory {
	if d.snapshot.ID() != s.ID() {
		return nil
	}
	return &Directory{s, d.entries}
}

// withIDs adds the documents to found by the hash of their id, those whose hash is a key there.
func (d *Directory) withIDs(found map[uint32][]*corpus.Document) {
	for place, id := range d.ids {
		if docs, wanted := found[id]; wanted {
			found[id] = append(docs, d.snapshot.Documents()[place])
		}
	}
}

// pickMark begins what PickOf returns.
const pickMark = "#"

// PickOf returns 17 characters that stand for a document of the snapshot in a choice: its id may be too long.
func PickOf(d *corpus.Document) string {
	sum := sha256.Sum256([]byte(d.ID()))
	return pickMark + hex.EncodeToString(sum[:8])
}

// pickNumber is PickOf as a number.
func pickNumber(id string) (n uint64) {
	sum := sha256.Sum256([]byte(id))
	for _, b := range sum[:8] {
		n = n<<8 | uint64(b)
	}
	return n
}

// Picked returns the document that PickOf stands for, nil for none.
func (d *Directory) Picked(choice string) *corpus.Document {
	digits, ok := strings.CutPrefix(choice, pickMark)
	b, err := hex.DecodeString(digits)
	if !ok || err != nil || len(b) != 8 {
		return nil
	}
	var want uint64
	for _, c := range b {
		want = want<<8 | uint64(c)
	}
	for place, p := range d.picks {
		if p == want {
			return d.snapshot.Documents()[place]
		}
	}
	return nil
}
