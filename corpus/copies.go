package corpus

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// Two documents are near-copies when the smaller shares half of its runs of five words with the larger. Measured on
// syndicated news: unrelated reports of one event share at most .27, cut, padded or embedded copies nearly all.
const (
	shingleWords     = 5
	copyContainment  = .5
	leastShingles    = 8  // below that a text is too short to call a copy
	commonestShingle = 64 // a run of words in more documents than that tells nothing
)

// findCopies maps every document that is a near-copy of an earlier one to the first document that carries the text.
// Earlier means published earlier, or, where that is not known, with the smaller id.
func findCopies(docs []*Document) map[*Document]*Document {
	order := byAge(docs)
	sets := make([]map[uint64]bool, len(order))
	holders := map[uint64][]int{}
	witness := map[*Document]*Document{}
	for i, d := range order {
		sets[i] = shingles(d)
		if len(sets[i]) < leastShingles {
			continue
		}
		shared := map[int]int{}
		for h := range sets[i] {
			if len(holders[h]) < commonestShingle {
				for _, j := range holders[h] {
					shared[j]++
				}
				holders[h] = append(holders[h], i)
			}
		}
		if j, ok := bestCopy(shared, sets, i); ok {
			witness[d] = order[j]
			if w := witness[order[j]]; w != nil {
				witness[d] = w
			}
		}
	}
	return witness
}

func bestCopy(shared map[int]int, sets []map[uint64]bool, i int) (best int, ok bool) {
	for j, n := range shared {
		if float64(n) >= copyContainment*float64(min(len(sets[i]), len(sets[j]))) && (!ok || j < best) {
			best, ok = j, true
		}
	}
	return best, ok
}

// shingles returns the hashes of all runs of shingleWords words of the document's own text.
func shingles(d *Document) map[uint64]bool {
	var words []string
	for _, s := range d.sentences {
		for _, w := range strings.FieldsFunc(d.text[s.Start:s.End], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			words = append(words, strings.ToLower(w))
		}
	}
	set := make(map[uint64]bool, len(words))
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		set[h.Sum64()] = true
	}
	return set
}

// byAge returns the documents ordered by publication date, undated ones last, then by id.
func byAge(docs []*Document) []*Document {
	order := slices.Clone(docs)
	slices.SortFunc(order, func(a, b *Document) int {
		da, db := a.meta.Published, b.meta.Published
		switch {
		case da.IsZero() != db.IsZero() && da.IsZero():
			return 1
		case da.IsZero() != db.IsZero():
			return -1
		}
		return cmp.Or(da.Compare(db), strings.Compare(a.id, b.id))
	})
	return order
}
