package postings

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Search returns the passages of the indexes that match a query, best first; passages with the same score are in the
// query's order. It stops with the context's error when the context ends, and with a *DamageError where an index cannot be
// read.
func Search(ctx context.Context, indexes []*Index, q Query) ([]Hit, error) {
	w := windows.Get().(*window)
	s := search{query: &q, best: &best{query: &q}, window: w, worth: make([][len(tiers)]*worths, len(q.Clauses))}
	for i, x := range indexes {
		if err := s.in(ctx, i, x); err != nil {
			return nil, fmt.Errorf("search: %w", err) // and the window, which may hold scores, is not used again
		}
	}
	windows.Put(w)
	return s.best.hits(), nil
}

// search is a search through several indexes.
type search struct {
	query  *Query
	best   *best
	window *window
	worth  [][len(tiers)]*worths // what the postings of each clause are worth, once it is known
}

// in looks through index number i.
func (s *search) in(ctx context.Context, i int, x *Index) (err error) {
	if x.bleve == nil {
		return s.query.check(i, x, nil)
	}
	defer x.guard(&err)()
	l, err := x.lists(s.query, s.worth)
	if err != nil {
		return x.damage(err)
	}
	r := run{Index: x, number: i, window: s.window, best: s.best}
	r.arrange(l)
	if err := r.search(ctx); err != nil {
		return err
	}
	return s.query.check(i, x, l)
}

// check fails where a text term of index number i is held by another number of passages than it should be.
func (q *Query) check(i int, x *Index, lists []*list) error {
	held := make([]int, len(q.Clauses))
	for _, l := range lists {
		if l.isWhole {
			held[l.clause] = l.count
		}
	}
	for n, c := range q.Clauses {
		if q.Held == nil || c.Field != Text || c.Weight <= 0 {
			continue
		}
		if want := q.Held(i, c.Term); held[n] != want {
			return x.damage(fmt.Errorf("%q is in %d passages, %d were counted", c.Term, held[n], want))
		}
	}
	return nil
}

// lists returns the posting lists of the query's clauses in the index. What their postings are worth is made once.
func (x *Index) lists(q *Query, worth [][len(tiers)]*worths) ([]*list, error) {
	var out []*list
	var dictionaries [fields]segment.TermDictionary
	for f := range dictionaries {
		var err error
		if dictionaries[f], err = x.segment.Dictionary(Field(f).name(q.Language)); err != nil {
			return nil, err
		}
	}
	for i, c := range q.Clauses {
		if c.Weight <= 0 {
			continue
		}
		for tier := range tiers {
			l, err := x.list(dictionaries[c.Field], c, tier)
			if err != nil {
				return nil, fmt.Errorf("postings of %q: %w", c.Term, err)
			}
			if l == nil {
				break // who holds a term three times holds it twice
			}
			if worth[i][tier] == nil {
				worth[i][tier] = q.Gains.worths(c, tier)
			}
			l.clause, l.isWhole = i, tier == 0
			l.worth = worth[i][tier]
			l.most = slices.Max(l.worth[x.shortest[c.Field]:])
			out = append(out, l)
		}
	}
	return out, nil
}

// list returns the list of a clause in a tier, nil if it is empty.
func (x *Index) list(d segment.TermDictionary, c Clause, tier int) (*list, error) {
	several, one, ok, err := passages(d, tiered(c.Term, tier))
	if err != nil || !ok {
		return nil, err
	}
	l := &list{field: c.Field, classes: x.lengths.class[c.Field], bitmap: several, one: one, count: 1}
	if several != nil {
		l.count = int(several.GetCardinality())
	}
	return l, nil
}

// run is a search through one index.
type run struct {
	*Index
	number int // of the index
	*window
	best *best
	// lists are in the order in which they stop being read: those first that cost much and add little. The lists from
	// essential on are read; the others are asked about the passages that those bring up.
	lists     []*list
	essential int
	spared    uint32          // the most that the lists before essential add together
	atMost    [fields]*worths // the same by the class of a passage's field
}

// arrange orders the lists and starts to read them.
func (r *run) arrange(lists []*list) {
	r.lists = lists
	slices.SortStableFunc(r.lists, func(a, b *list) int {
		return cmp.Compare(uint64(a.most)*uint64(b.count), uint64(b.most)*uint64(a.count))
	})
	for _, l := range r.lists {
		l.start()
	}
	r.atMost = [fields]*worths{{}, {}}
}

// search adds the best passages of the index to those found.
func (r *run) search(ctx context.Context) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.spare()
		first := uint32(none)
		for _, l := range r.lists[r.essential:] {
			first = min(first, l.next())
		}
		if first == none {
			return nil
		}
		if int(first) >= r.lengths.count() {
			panic(fmt.Sprintf("passage %d of %d", first, r.lengths.count()))
		}
		r.open(first)
		for _, l := range r.lists[r.essential:] {
			l.addTo(r.window, r.end)
		}
		r.collect()
	}
}

// spare stops reading the lists that cannot bring up a passage that is among the best any more.
func (r *run) spare() {
	least := r.best.least()
	for r.essential < len(r.lists) && r.spared+r.lists[r.essential].most < least {
		l := r.lists[r.essential]
		r.spared += l.most
		for c, n := range l.worth {
			r.atMost[l.field][c] += n
		}
		r.essential++
	}
}

// collect adds the passages of the window to those found, once the lists that are not read have been asked about those
// that can be among the best.
func (r *run) collect() {
	for _, i := range r.touched {
		number, score := r.first+i, r.scores[i]
		r.scores[i] = 0
		open := r.atMost[Text][r.lengths.class[Text][number]] + r.atMost[Title][r.lengths.class[Title][number]]
		if score, ok := r.complete(number, score, open); ok {
			r.best.add(r.number, int(number), score)
		}
	}
	r.touched = r.touched[:0]
}

// complete adds to a score what the lists that are not read have of the passage, which is open at most. It is not ok where
// the passage cannot be among the best.
func (r *run) complete(number, score, open uint32) (uint32, bool) {
	least := r.best.least()
	for i := r.essential - 1; i >= 0; i-- {
		if score+open < least {
			return 0, false
		}
		l := r.lists[i]
		worth := l.worth[l.classes[number]]
		open -= worth
		if l.has(number) {
			score += worth
		}
	}
	return score, score >= least
}

// windowSize is how many passages are scored at once: their scores fit into the cache of a processor.
const windowSize = 1 << 14

// window holds the scores of some passages.
type window struct {
	first, end uint32 // numbers [first, end)
	scores     []uint32
	touched    []uint32 // those with a score, from first
}

// windows keeps windows for use again.
var windows = sync.Pool{New: func() any { return &window{scores: make([]uint32, windowSize)} }}

// open moves the window, whose scores are 0, to where it holds a number.
func (w *window) open(number uint32) {
	w.first = number - number%windowSize
	w.end = w.first + windowSize
}

func (w *window) add(number, worth uint32) {
	i := number - w.first
	if w.scores[i] == 0 {
		w.touched = append(w.touched, i)
	}
	w.scores[i] += worth
}
