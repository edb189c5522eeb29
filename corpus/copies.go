package corpus

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
)

// Two documents are near-copies when the smaller shares half of its runs of five words with the larger. Measured on
// syndicated news: unrelated reports of one event share at most .27, cut, padded or embedded copies nearly all.
const (
	shingleWords    = 5
	copyContainment = .5
	leastShingles   = 8  // below that a text is too short to call a copy
	mostHolders     = 64 // a run of words in more documents is compared with the earliest of them only
	mostShingles    = 4 << 20
)

// findCopies maps every document that is a near-copy of an earlier one to the first document that carries the text.
// Earlier means published earlier, or, where that is not known, with the smaller id. In a corpus of more than
// mostShingles runs of words an even sample of them is compared, the same in every document. It fails only when ctx ends.
func findCopies(ctx context.Context, docs []*Document) (map[*Document]*Document, error) {
	order := byAge(docs)
	sets := make([][]uint64, len(order))
	rate := sampling(order)
	for i, d := range order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sets[i] = shingles(d, rate)
	}
	holders := indexShingles(sets)
	witness := map[*Document]*Document{}
	for i, d := range order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if j, ok := earliestCopy(sets, holders, i); ok {
			witness[d] = cmp.Or(witness[order[j]], order[j])
		}
	}
	return witness, nil
}

// sampling returns n for a sample that takes one run of words in n.
func sampling(docs []*Document) uint64 {
	bytes := 0
	for _, d := range docs {
		bytes += len(d.text)
	}
	const bytesPerWord = 5
	return uint64(1 + bytes/bytesPerWord/mostShingles)
}

// holder says that a document, by its place in the order, has a shingle.
type holder struct {
	shingle uint64
	doc     int32
}

// indexShingles returns for every shingle that several documents have the earliest of them, at most mostHolders.
func indexShingles(sets [][]uint64) map[uint64][]holder {
	n := 0
	for _, set := range sets {
		n += len(set)
	}
	all := make([]holder, 0, n)
	for i, set := range sets {
		if len(set) >= leastShingles {
			for _, h := range set {
				all = append(all, holder{h, int32(i)})
			}
		}
	}
	slices.SortFunc(all, func(a, b holder) int { return cmp.Or(cmp.Compare(a.shingle, b.shingle), cmp.Compare(a.doc, b.doc)) })
	index := map[uint64][]holder{}
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].shingle == all[start].shingle {
			end++
		}
		if end-start > 1 {
			index[all[start].shingle] = all[start:min(end, start+mostHolders)]
		}
		start = end
	}
	return index
}

// earliestCopy returns the earliest document before document i that is a near-copy of it.
func earliestCopy(sets [][]uint64, index map[uint64][]holder, i int) (best int, ok bool) {
	if len(sets[i]) < leastShingles {
		return 0, false
	}
	shared := map[int32]int{}
	for _, h := range sets[i] {
		for _, o := range index[h] {
			if int(o.doc) >= i {
				break
			}
			shared[o.doc]++
		}
	}
	for j, n := range shared {
		if float64(n) >= copyContainment*float64(min(len(sets[i]), len(sets[j]))) && (!ok || int(j) < best) {
			best, ok = int(j), true
		}
	}
	return best, ok
}

// shingles returns the hashes of the runs of shingleWords words of the document's own text, one in rate, each once.
func shingles(d *Document, rate uint64) []uint64 {
	var set []uint64
	var last [shingleWords]uint64 // hashes of the last words
	n := 0
	for _, s := range d.sentences {
		for w := range strings.FieldsFuncSeq(d.text[s.Start:s.End], isNoWord) {
			last[n%shingleWords] = hashWord(w)
			if n++; n >= shingleWords {
				if h := hashRun(last, n); h%rate == 0 {
					set = append(set, h)
				}
			}
		}
	}
	slices.Sort(set)
	return slices.Clip(slices.Compact(set))
}

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

// hashWord hashes a word without regard to case.
func hashWord(w string) uint64 {
	h := uint64(fnvOffset)
	for _, r := range w {
		h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
	}
	return h
}

// hashRun hashes the last shingleWords words in their order, the latest being word n-1.
func hashRun(last [shingleWords]uint64, n int) uint64 {
	h := uint64(fnvOffset)
	for i := range shingleWords {
		h = (h ^ last[(n+i)%shingleWords]) * fnvPrime
		h ^= h >> 32
	}
	return h
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
