package postings

import (
	"cmp"
	"container/heap"
	"slices"
)

// best keeps the best passages found so far.
type best struct {
	query *Query
	found ranking
}

// found is a passage with its score in units.
type found struct {
	index, passage int
	score          uint32
	order          uint64
}

// ranking is a heap with the worst on top, or, where all are kept, a list.
type ranking []found

func (r ranking) Len() int           { return len(r) }
func (r ranking) Less(i, j int) bool { return r[i].isBehind(r[j]) }
func (r ranking) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *ranking) Push(x any)        { *r = append(*r, x.(found)) }
func (r *ranking) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

func (f found) isBehind(o found) bool {
	return cmp.Or(cmp.Compare(f.score, o.score), cmp.Compare(o.order, f.order)) < 0
}

// least returns the score below which a passage cannot be among the best any more.
func (b *best) least() uint32 {
	if b.query.Most == 0 || len(b.found) < b.query.Most {
		return 0
	}
	return b.found[0].score
}

// add adds a passage if it is among the best so far and counts.
func (b *best) add(index, passage int, score uint32) {
	if score < b.least() || b.query.Among != nil && !b.query.Among(index, passage) {
		return
	}
	f := found{index, passage, score, b.query.Order(index, passage)}
	switch {
	case b.query.Most == 0:
		b.found = append(b.found, f)
	case len(b.found) < b.query.Most:
		heap.Push(&b.found, f)
	case b.found[0].isBehind(f):
		b.found[0] = f
		heap.Fix(&b.found, 0)
	}
}

// hits returns what was found, best first.
func (b *best) hits() []Hit {
	slices.SortFunc(b.found, func(x, y found) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.order, y.order))
	})
	out := make([]Hit, len(b.found))
	for i, f := range b.found {
		out[i] = Hit{f.index, f.passage, float64(f.score) * unit}
	}
	return out
}
