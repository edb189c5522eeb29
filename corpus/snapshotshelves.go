package corpus

import (
	"bufio"
	"context"
	"fmt"
	"io"
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
	live, err := parts.live(ctx)
	if err != nil {
		return nil, fmt.Errorf("make snapshot: %w", err)
	}
	s.arrange(parts.shelves(), live)
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

// live returns where the live documents are, in the order of their ids.
func (p SnapshotParts) live(ctx context.Context) ([]location, error) {
	type named struct {
		id string
		at location
	}
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
	at := make([]location, len(all))
	for i, x := range all {
		if i > 0 && x.id == all[i-1].id {
			return nil, fmt.Errorf("two documents have the id %q", x.id)
		}
		at[i] = x.at
	}
	return at, nil
}

// eachID reads the ids of the live documents in the order in which they stand.
func (h Holding) eachID(ctx context.Context, each func(n int, id string)) error {
	s := h.Shelf
	in := bufio.NewReaderSize(io.NewSectionReader(s.cards, 0, s.slot(s.Len()).card), 256<<10)
	var raw []byte
	for n := range s.Len() {
		if err := ctx.Err(); err != nil {
			return err
		}
		size := int(s.slot(n+1).card - s.slot(n).card)
		raw = slices.Grow(raw[:0], size)[:size]
		if _, err := io.ReadFull(in, raw); err != nil {
			return s.failure(cardsFile, n, err)
		}
		if !h.isLive(n) {
			continue
		}
		id, err := idOf(raw)
		if err != nil {
			return s.failure(cardsFile, n, err)
		}
		each(n, id)
	}
	return nil
}

// idOf returns the id in the record of a card, its checksum included.
func idOf(raw []byte) (string, error) {
	record, err := unseal(raw)
	if err != nil {
		return "", err
	}
	d := decoder{rest: record}
	id := d.text()
	if d.bad {
		return "", errCode
	}
	return strings.Clone(id), nil
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
