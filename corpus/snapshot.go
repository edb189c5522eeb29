package corpus

import (
	"slices"
	"sort"
	"time"
)

// Snapshot is an immutable version of a corpus: its documents, its moderators' synonyms, and what could not be read and
// why. Its documents are in memory, or stand on shelves.
type Snapshot struct {
	id        string
	documents []*Document // ordered by id
	ids       idTable
	holdings  []*holding
	copies    copies
	problems  []Problem
	synonyms  []Synonym
	loaded    time.Time
}

// WithDocuments returns s with the documents of a snapshot of the same ID, so that two equal snapshots take the memory
// of one, and what points to a document of the other holds for s. It returns s where the IDs differ.
func (s *Snapshot) WithDocuments(other *Snapshot) *Snapshot {
	if s.id != other.id {
		return s
	}
	merged := *other
	merged.problems, merged.loaded = s.problems, s.loaded
	return &merged
}

// Reread returns s as a later reading found it that brought the same documents and synonyms.
func (s *Snapshot) Reread(problems []Problem, loaded time.Time) *Snapshot {
	again := *s
	again.problems, again.loaded = problems, loaded
	return &again
}

// ID returns the snapshot's name: 12 hexadecimal digits of a hash over the ids, texts, metadata, blocks and sentences of
// its documents and its synonyms. Equal names mean equal answers.
func (s *Snapshot) ID() string { return s.id }

// Loaded returns when the snapshot was made.
func (s *Snapshot) Loaded() time.Time { return s.loaded }

// Documents returns the documents ordered by id. The caller must not change the slice.
func (s *Snapshot) Documents() []*Document { return s.documents }

// Document returns the document with the id, or nil. It reads one card, and seldom that of another document.
func (s *Snapshot) Document(id string) *Document {
	for place := range s.ids.places(id) {
		if d := s.documents[place]; d.ID() == id {
			return d
		}
	}
	return nil
}

// Place returns the place of d in Documents, -1 for a document of another snapshot.
func (s *Snapshot) Place(d *Document) int {
	if p := int(d.place); p < len(s.documents) && s.documents[p] == d {
		return p
	}
	return -1
}

// Where returns where a document of the snapshot stands: the place of its shelf in Shelves and its number there. All of a
// snapshot in memory is in one place, 0, in the order of Documents.
func (s *Snapshot) Where(d *Document) (shelf, number int) { return d.in.number, int(d.n) }

// Shelves returns the shelves that the documents stand on, in the order in which they were given, none for a snapshot in
// memory.
func (s *Snapshot) Shelves() []*Shelf {
	var shelves []*Shelf
	for _, h := range s.holdings {
		if h.shelf != nil {
			shelves = append(shelves, h.shelf)
		}
	}
	return shelves
}

// Problems returns what could not be read and why, ordered by path. Of one file a hundred are listed and the others
// summed up. The caller must not change the slice.
func (s *Snapshot) Problems() []Problem { return s.problems }

// LeftOut returns how many documents are missing because of problems, those that are not listed one by one included.
func (s *Snapshot) LeftOut() int { return s.countProblems(true) }

// Remarks returns how many problems are remarks about documents that were loaded.
func (s *Snapshot) Remarks() int { return s.countProblems(false) }

func (s *Snapshot) countProblems(leftOut bool) (n int) {
	for _, p := range s.problems {
		if p.LeftOut == leftOut {
			n += p.count()
		}
	}
	return n
}

// Synonyms returns what the moderators have named in synonyms.txt, in its order. The caller must not change the slice.
func (s *Snapshot) Synonyms() []Synonym { return s.synonyms }

// Witness returns the document that stands for d among its near-copies: d itself unless an earlier document of the
// snapshot carries the same text. Documents with the same witness count as one source.
func (s *Snapshot) Witness(d *Document) *Document {
	if s.Place(d) < 0 {
		return d
	}
	return s.documents[s.copies.witness(d.place)]
}

// Copies returns the near-copies of d in the snapshot, without d itself, ordered by id.
func (s *Snapshot) Copies(d *Document) []*Document {
	if s.Place(d) < 0 {
		return nil
	}
	var out []*Document
	for _, p := range s.copies.group(s.copies.witness(d.place)) {
		if p != d.place {
			out = append(out, s.documents[p])
		}
	}
	return out
}

// copied says that a document is a near-copy of its witness. Both are places in a snapshot.
type copied struct{ copy, witness uint32 }

// copies are the near-copies of a snapshot.
type copies struct {
	byCopy    []copied // ordered by copy
	byWitness []copied // ordered by witness, then by copy
}

func newCopies(byCopy []copied) copies {
	byWitness := slices.Clone(byCopy)
	slices.SortStableFunc(byWitness, func(a, b copied) int { return int(a.witness) - int(b.witness) })
	return copies{byCopy, byWitness}
}

func (c copies) witness(place uint32) uint32 {
	i := sort.Search(len(c.byCopy), func(i int) bool { return c.byCopy[i].copy >= place })
	if i == len(c.byCopy) || c.byCopy[i].copy != place {
		return place
	}
	return c.byCopy[i].witness
}

// group returns the places of a witness and its copies, in order.
func (c copies) group(witness uint32) []uint32 {
	group := []uint32{witness}
	i := sort.Search(len(c.byWitness), func(i int) bool { return c.byWitness[i].witness >= witness })
	for ; i < len(c.byWitness) && c.byWitness[i].witness == witness; i++ {
		group = append(group, c.byWitness[i].copy)
	}
	slices.Sort(group)
	return group
}
