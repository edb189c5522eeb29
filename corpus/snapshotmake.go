package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"time"
)

// A snapshot is a function of its documents and synonyms alone, wherever the documents are: its ID, their order and
// which of them are near-copies come out the same in memory and on any number of shelves.

// newSnapshot makes a snapshot in memory, of documents whose ids differ. Documents that belong to another snapshot stay
// with that: the new one has its own, which share what they hold. It fails when ctx ends, and where a document stands on a
// shelf that cannot be read.
func newSnapshot(ctx context.Context, docs []*Document, synonyms []Synonym, problems []Problem) (*Snapshot, error) {
	return snapshotInMemory(ctx, docs, SnapshotParts{Synonyms: synonyms, Problems: problems}, mostShingles)
}

// snapshotInMemory is newSnapshot with another mostShingles.
func snapshotInMemory(ctx context.Context, docs []*Document, parts SnapshotParts, most int) (*Snapshot, error) {
	s := parts.begin()
	if err := s.hold(docs); err != nil {
		return nil, err
	}
	pile := newPile(most)
	facts := make([]fact, len(docs))
	for i, d := range s.documents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c, b := d.card(), d.body()
		facts[i] = fact{fingerprintOf(c, b), ageOf(c.meta.Published), uint32(pile.add(d.place, b))}
	}
	order := orderByAge(facts)
	if err := s.complete(ctx, facts, order, pile.sorted(ranksOf(order))); err != nil {
		return nil, err
	}
	return s, nil
}

// hold makes the documents of a snapshot in memory, with the content of docs.
func (s *Snapshot) hold(docs []*Document) error {
	for _, d := range docs {
		held, err := d.held()
		if err != nil {
			return err
		}
		s.documents = append(s.documents, held)
	}
	slices.SortFunc(s.documents, func(a, b *Document) int { return strings.Compare(a.ID(), b.ID()) })
	s.ids = newIDTable(len(s.documents), func(place int) string { return s.documents[place].ID() })
	memory := &holding{}
	s.holdings = []*holding{memory}
	for i, d := range s.documents {
		d.in, d.n, d.place = memory, uint32(i), uint32(i)
	}
	return nil
}

// held returns a document with the content of d that is in memory for ever, and belongs to no snapshot yet.
func (d *Document) held() (*Document, error) {
	c, err := d.readCard()
	if err != nil {
		return nil, err
	}
	b, err := d.readBody()
	if err != nil {
		return nil, err
	}
	own := &Document{}
	mine := *b
	mine.passages = slices.Clone(b.passages)
	for i := range mine.passages {
		mine.passages[i].doc = own
	}
	own.head.Store(c)
	own.whole.Store(&mine)
	return own, nil
}

// begin returns a snapshot without documents.
func (p SnapshotParts) begin() *Snapshot {
	s := &Snapshot{synonyms: p.Synonyms, problems: slices.Clone(p.Problems), loaded: p.Loaded}
	slices.SortStableFunc(s.problems, func(a, b Problem) int { return strings.Compare(a.file(), b.file()) })
	if s.loaded.IsZero() {
		s.loaded = time.Now()
	}
	return s
}

// complete names the snapshot and finds its near-copies. Facts are those of its documents, order their places by age, and
// runs have all their shingles.
func (s *Snapshot) complete(ctx context.Context, facts []fact, order []uint32, runs []*run) error {
	h := sha256.New()
	for i := range facts {
		h.Write(facts[i].fingerprint[:])
	}
	for _, x := range s.synonyms {
		fmt.Fprintf(h, "%q => %q\n", x.Asked, x.Said)
	}
	s.id = hex.EncodeToString(h.Sum(nil))[:idLen]
	witnesses, err := findCopies(ctx, len(facts), runs)
	if err != nil {
		return err
	}
	var pairs []copied
	for rank, w := range witnesses {
		if uint32(rank) != w {
			pairs = append(pairs, copied{order[rank], order[w]})
		}
	}
	slices.SortFunc(pairs, func(a, b copied) int { return int(a.copy) - int(b.copy) })
	s.copies = newCopies(pairs)
	return nil
}

// idLen is the length of a snapshot's ID.
const idLen = 12

// orderByAge returns the places of documents in the order of their age and, where that is the same, of their ids.
func orderByAge(facts []fact) []uint32 {
	keys := make([]uint64, len(facts))
	for place, f := range facts {
		keys[place] = uint64(f.age)<<32 | uint64(place)
	}
	slices.Sort(keys)
	order := make([]uint32, len(keys))
	for rank, key := range keys {
		order[rank] = uint32(key)
	}
	return order
}

// ranksOf returns the rank of each place.
func ranksOf(order []uint32) []uint32 {
	ranks := make([]uint32, len(order))
	for rank, place := range order {
		ranks[place] = uint32(rank)
	}
	return ranks
}

// sampling returns the rate at which documents with so many runs of words are compared: the smallest power of two that
// leaves at most most of them.
func sampling(facts []fact, most int) uint64 {
	total := uint64(0)
	for _, f := range facts {
		total += uint64(f.runs)
	}
	if total <= uint64(most) {
		return 1
	}
	return 1 << bits.Len64((total-1)/uint64(most))
}
