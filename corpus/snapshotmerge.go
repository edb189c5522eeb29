package corpus

import (
	"context"
	"slices"
)

// places returns, for each shelf, the places of its documents in the snapshot by number, noRank for dead ones.
func (p SnapshotParts) places(live []location) [][]uint32 {
	places := make([][]uint32, len(p.Holdings))
	for i, h := range p.Holdings {
		places[i] = slices.Repeat([]uint32{noRank}, h.Shelf.Len())
	}
	for place, at := range live {
		places[at.shelf][at.number] = uint32(place)
	}
	return places
}

// merging puts together what is known of the documents of several shelves.
type merging struct {
	parts    SnapshotParts
	snapshot *Snapshot
	places   [][]uint32 // of the documents of each shelf
}

func (m *merging) run(ctx context.Context, most int) error {
	facts, err := m.facts(ctx)
	if err != nil {
		return err
	}
	order := orderByAge(facts)
	m.rank(ranksOf(order))
	runs, err := m.runs(ctx, &pile{most: uint64(most), rate: sampling(facts, most)})
	if err != nil {
		return err
	}
	return m.snapshot.complete(ctx, facts, order, runs)
}

// facts returns those of the live documents, by place.
func (m *merging) facts(ctx context.Context) ([]fact, error) {
	facts := make([]fact, len(m.snapshot.documents))
	for i, h := range m.parts.Holdings {
		in := factReader{shelf: h.Shelf}
		for n, place := range m.places[i] {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if place == noRank {
				continue
			}
			var err error
			if facts[place], err = in.at(n); err != nil {
				return nil, err
			}
		}
	}
	return facts, nil
}

// rank turns places into ranks.
func (m *merging) rank(ranks []uint32) {
	for _, places := range m.places {
		for n, place := range places {
			if place != noRank {
				places[n] = ranks[place]
			}
		}
	}
}

// runs returns the shingles of all shelves, in the sample that empty takes. Those of a shelf that keeps fewer, because most
// of it is dead by now, are made anew of its texts.
func (m *merging) runs(ctx context.Context, empty *pile) ([]*run, error) {
	var runs []*run
	for i, h := range m.parts.Holdings {
		if h.Shelf.head.rate <= empty.rate {
			runs = append(runs, &run{shelf: h.Shelf, ranks: m.places[i], rate: empty.rate})
			continue
		}
		p := *empty
		if err := h.heap(ctx, &p); err != nil {
			return nil, err
		}
		runs = append(runs, p.sorted(m.places[i])...)
	}
	return runs, nil
}

// heap puts the shingles of the live documents on a pile, from their texts.
func (h Holding) heap(ctx context.Context, p *pile) error {
	return h.eachRecord(ctx, h.Shelf.readBodies(), func(n int, record []byte) error {
		b, err := decodeBody(string(record), nil)
		if err == nil {
			p.add(uint32(n), b)
		}
		return err
	})
}
