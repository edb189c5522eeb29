package corpus

import (
	"cmp"
	"context"
	"slices"
)

// Two documents are near-copies when the smaller shares half of its runs of five words with the larger. Measured on
// syndicated news: unrelated reports of one event share at most .27, cut, padded or embedded copies nearly all. In a
// corpus of more than mostShingles runs an even sample of them is compared, the same in every document.
const (
	shingleWords  = 5
	leastShingles = 8  // below that a text is too short to call a copy
	mostHolders   = 64 // a run of words in more documents is compared with the earliest of them only
	mostShingles  = 4 << 20
)

// copying finds near-copies among documents, which it knows by their rank: the earliest has rank 0.
type copying struct {
	sizes []uint32 // shingles of each document
	// The groups of documents that share a shingle, each in the order of the ranks, one behind the other.
	members []uint32
	ends    []uint32 // of the groups
}

// findCopies returns for every document the first document that carries its text, itself for most. The runs have the
// shingles of all documents and are read to their end. It fails where they cannot be read or ctx ends.
func findCopies(ctx context.Context, documents int, runs []*run) ([]uint32, error) {
	c := copying{sizes: make([]uint32, documents)}
	if err := c.group(ctx, runs); err != nil {
		return nil, err
	}
	c.dropSmall()
	return c.witnesses(ctx)
}

// group counts the shingles of each document and makes the groups.
func (c *copying) group(ctx context.Context, runs []*run) error {
	n := 0
	err := merge(runs, func(_ uint64, ranks []uint32) error {
		if n++; n%shinglesAtOnce == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for _, rank := range ranks {
			c.sizes[rank]++
		}
		if len(ranks) > 1 {
			slices.Sort(ranks)
			c.members = append(c.members, ranks...)
			c.ends = append(c.ends, uint32(len(c.members)))
		}
		return nil
	})
	return cmp.Or(err, ctx.Err())
}

// dropSmall takes the documents that are too short to be copies out of the groups, and drops groups of one.
func (c *copying) dropSmall() {
	members, ends, start := c.members[:0], c.ends[:0], uint32(0)
	for _, end := range c.ends {
		from := len(members)
		for _, rank := range c.members[start:end] {
			if c.sizes[rank] >= leastShingles {
				members = append(members, rank)
			}
		}
		if start = end; len(members)-from > 1 {
			ends = append(ends, uint32(len(members)))
		} else {
			members = members[:from]
		}
	}
	c.members, c.ends = members, ends
}

// witnesses returns for every document the first that carries its text.
func (c *copying) witnesses(ctx context.Context) ([]uint32, error) {
	witness := make([]uint32, len(c.sizes))
	groups := c.groupsOf()
	count := tally{shared: make([]uint32, len(c.sizes))}
	for i := range witness {
		if i%shinglesAtOnce == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		rank := uint32(i)
		witness[i] = rank
		for _, g := range groups.of(rank) {
			count.add(c.earliest(g), rank)
		}
		if earlier, ok := count.earliest(c.sizes, rank); ok {
			witness[i] = witness[earlier]
		}
	}
	return witness, nil
}

// earliest returns those members of a group that others are compared with.
func (c *copying) earliest(group uint32) []uint32 {
	start := uint32(0)
	if group > 0 {
		start = c.ends[group-1]
	}
	return c.members[start:min(c.ends[group], start+mostHolders)]
}

// memberships are the groups of each document, one document behind the other.
type memberships struct {
	groups []uint32
	starts []uint32 // of the documents
}

func (m memberships) of(rank uint32) []uint32 { return m.groups[m.starts[rank]:m.starts[rank+1]] }

func (c *copying) groupsOf() memberships {
	m := memberships{groups: make([]uint32, len(c.members)), starts: make([]uint32, len(c.sizes)+1)}
	for _, rank := range c.members {
		m.starts[rank+1]++
	}
	for i := range c.sizes {
		m.starts[i+1] += m.starts[i]
	}
	next := slices.Clone(m.starts)
	group := uint32(0)
	for i, rank := range c.members {
		if uint32(i) == c.ends[group] {
			group++
		}
		m.groups[next[rank]] = group
		next[rank]++
	}
	return m
}

// tally counts how many shingles one document shares with each of the earlier ones.
type tally struct {
	shared []uint32 // by rank, 0 between two documents
	seen   []uint32 // the ranks that are not 0
}

// add counts the members of a group that are earlier than rank.
func (t *tally) add(members []uint32, rank uint32) {
	for _, m := range members {
		if m >= rank {
			return
		}
		if t.shared[m]++; t.shared[m] == 1 {
			t.seen = append(t.seen, m)
		}
	}
}

// earliest returns the earliest document that shares half of the smaller one's shingles with the document at rank, and
// makes ready for the next.
func (t *tally) earliest(sizes []uint32, rank uint32) (best uint32, ok bool) {
	for _, m := range t.seen {
		if 2*t.shared[m] >= min(sizes[m], sizes[rank]) && (!ok || m < best) {
			best, ok = m, true
		}
		t.shared[m] = 0
	}
	t.seen = t.seen[:0]
	return best, ok
}
