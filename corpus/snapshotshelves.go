package corpus

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// SnapshotParts are what a snapshot on shelves is made of.
type SnapshotParts struct {
	Holdings []Holding
	Synonyms []Synonym
	Problems []Problem
	// Loaded is when the documents were read; zero means now.
	Loaded time.Time
}

// Holding is the part of a snapshot that stands on one shelf.
type Holding struct {
	Shelf *Shelf
	// Live says, by number, which documents belong to the snapshot; nil means all.
	Live []bool
}

func (h Holding) isLive(n int) bool { return h.Live == nil || h.Live[n] }

// SnapshotOf makes a snapshot of documents on shelves. It reads the cards of all to bring them in order, and the shingles
// to find near-copies; [OpenSnapshot] need not. It fails where two live documents have one id, where a shelf cannot be
// read, with a *[ReadError], and when ctx ends.
func SnapshotOf(ctx context.Context, parts SnapshotParts) (*Snapshot, error) {
	return snapshotOnShelves(ctx, parts, mostShingles)
}

// snapshotOnShelves is SnapshotOf with another mostShingles.
func snapshotOnShelves(ctx context.Context, parts SnapshotParts, most int) (*Snapshot, error) {
	s := parts.begin()
	live, ids, err := parts.live(ctx)
	if err != nil {
		return nil, fmt.Errorf("make snapshot: %w", err)
	}
	s.arrange(parts.shelves(), live)
	s.ids = ids
	m := merging{parts: parts, snapshot: s, places: parts.places(live)}
	if err := m.run(ctx, most); err != nil {
		return nil, fmt.Errorf("make snapshot: %w", err)
	}
	return s, nil
}

func (p SnapshotParts) shelves() []*Shelf {
	shelves := make([]*Shelf, len(p.Holdings))
	for i, h := range p.Holdings {
		shelves[i] = h.Shelf
	}
	return shelves
}

// location is where a document stands: the place of its shelf, and its number there.
type location struct{ shelf, number uint32 }

// named is where a document of an id stands.
type named struct {
	id string
	at location
}

// live returns where the live documents are, in the order of their ids, and the table of these.
func (p SnapshotParts) live(ctx context.Context) ([]location, idTable, error) {
	all, err := p.named(ctx)
	if err != nil {
		return nil, nil, err
	}
	at := make([]location, len(all))
	for i, x := range all {
		if i > 0 && x.id == all[i-1].id {
			return nil, nil, fmt.Errorf("two documents have the id %q", x.id)
		}
		at[i] = x.at
	}
	return at, newIDTable(len(all), func(place int) string { return all[place].id }), nil
}

// named returns the live documents, ordered by id.
func (p SnapshotParts) named(ctx context.Context) ([]named, error) {
	var all []named
	for i, h := range p.Holdings {
		if h.Live != nil && len(h.Live) != h.Shelf.Len() {
			return nil, fmt.Errorf("%d documents of shelf %d are said to be live or not, it has %d", len(h.Live), i, h.Shelf.Len())
		}
		err := h.eachID(ctx, func(n int, id string) {
			all = append(all, named{id, location{uint32(i), uint32(n)}})
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b named) int { return strings.Compare(a.id, b.id) })
	return all, nil
}

// eachID reads the ids of the live documents in the order in which they stand.
func (h Holding) eachID(ctx context.Context, each func(n int, id string)) error {
	return h.eachRecord(ctx, h.Shelf.readCards(), func(n int, record []byte) error {
		id, err := leadingText(record)
		if err == nil {
			each(n, id)
		}
		return err
	})
}

// eachRecord reads the records of the live documents in the order in which they stand. An error of each is about the record.
func (h Holding) eachRecord(ctx context.Context, in *recordReader, each func(n int, record []byte) error) error {
	for n := range h.Shelf.Len() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !h.isLive(n) {
			continue
		}
		record, err := in.at(n)
		if err != nil {
			return err
		}
		if err := each(n, record); err != nil {
			return h.Shelf.failure(in.name, n, err)
		}
	}
	return nil
}

// arrange makes the documents of the snapshot, which stand on shelves, in order, at these locations.
func (s *Snapshot) arrange(shelves []*Shelf, at []location) {
	kept := &cache{most: cacheBytes}
	for i, shelf := range shelves {
		s.holdings = append(s.holdings, &holding{i, shelf, kept})
	}
	slab := make([]Document, len(at))
	s.documents = make([]*Document, len(at))
	for i, l := range at {
		d := &slab[i]
		d.in, d.n, d.place = s.holdings[l.shelf], l.number, uint32(i)
		s.documents[i] = d
	}
}
