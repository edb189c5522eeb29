package postings

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// Passages with their terms become terms with their passages in runs: as many postings as fit into memory are sorted by
// term and written as short lists, one after another, and at the end the lists of all runs are joined, term by term. Runs
// follow each other in the order of passages, so joining is appending. This is Heinz and Zobel, "Efficient single-pass index
// construction for text databases" (2003), with sorting by counting in place of a tree of terms.

const (
	// runPostings is how many postings are sorted at once: they take 12 bytes each.
	runPostings = 1 << 22
	// slots are the lists of a term: one for every tier in every field.
	slots = int(fields) * len(tiers)
	// numberBits are the low bits of a posting, which say the passage, counted from the first of the run; the others say the
	// slot.
	numberBits = 28
	// runPassages is how many passages a run can have.
	runPassages = 1 << numberBits
	// runsName is the file of the runs, in the folder of the index, as long as it is built.
	runsName = "runs"
)

func slotOf(f Field, tier int) int { return int(f)*len(tiers) + tier }

// inversion collects postings.
type inversion struct {
	dir   string // "" in memory
	most  int    // how many postings are sorted at once
	first uint32 // passage of the run
	// terms and postings are those of the run in the order in which they came, sorted the postings by term.
	terms, postings, sorted []uint32
	ends                    []uint32 // in sorted, of each term
	count                   uint32   // of terms
	runs                    runs
	failed                  error // of writing a run, the first
}

// add adds the terms of a passage in a field. Passages come in the order of their numbers.
func (v *inversion) add(passage int, f Field, terms []Occurring) {
	number := uint32(passage) - v.first
	for _, o := range terms {
		v.count = max(v.count, o.Term+1)
		for tier := 0; tier < len(tiers) && o.Times >= tiers[tier]; tier++ {
			v.terms = append(v.terms, o.Term)
			v.postings = append(v.postings, uint32(slotOf(f, tier))<<numberBits|number)
		}
	}
}

// begin is called before the terms of a passage are added.
func (v *inversion) begin(passage int) {
	if len(v.terms) >= v.most || passage-int(v.first) >= runPassages {
		v.spill()
		v.first = uint32(passage)
	}
}

// spill writes the run to the file of runs or, where the index is in memory, keeps it there.
func (v *inversion) spill() {
	if v.failed == nil {
		v.failed = v.runs.add(v.dir, v.first, v.sortRun())
	}
	v.terms, v.postings = v.terms[:0], v.postings[:0]
}

// finish returns the runs and how many terms they can be of. They must be closed.
func (v *inversion) finish() (*runs, error) {
	if len(v.terms) > 0 && v.failed == nil {
		v.runs.last(v.first, v.sortRun())
	}
	v.terms, v.postings, v.sorted, v.ends = nil, nil, nil, nil
	return &v.runs, v.failed
}

// sortRun returns the lists of the run: for each term that occurs its number, less that before it, the length of its lists
// in bytes, and the lists.
func (v *inversion) sortRun() []byte {
	v.sort()
	var out, lists []byte
	start, before := uint32(0), uint32(0)
	for term, end := range v.ends[:v.count] {
		if end == start {
			continue
		}
		lists = appendLists(lists[:0], v.sorted[start:end])
		out = binary.AppendUvarint(out, uint64(uint32(term)-before))
		out = append(binary.AppendUvarint(out, uint64(len(lists))), lists...)
		start, before = end, uint32(term)
	}
	return out
}

// sort sorts the postings of the run by term. Those of one stay in their order.
func (v *inversion) sort() {
	v.ends = append(v.ends[:0], make([]uint32, v.count+1)...)
	for _, t := range v.terms {
		v.ends[t+1]++
	}
	for t := range v.count {
		v.ends[t+1] += v.ends[t]
	}
	if cap(v.sorted) < len(v.postings) {
		v.sorted = make([]uint32, len(v.postings))
	}
	v.sorted = v.sorted[:len(v.postings)]
	for i, t := range v.terms { // what is the start of a term becomes its end
		v.sorted[v.ends[t]] = v.postings[i]
		v.ends[t]++
	}
}

// appendLists appends the lists of a term: a bit for every slot that has one, and for each of those the number of its
// passages and the steps from one passage to the next.
func appendLists(b []byte, postings []uint32) []byte {
	var held [slots]uint64
	mask := uint64(0)
	for _, p := range postings {
		held[p>>numberBits]++
		mask |= 1 << (p >> numberBits)
	}
	b = binary.AppendUvarint(b, mask)
	for rest := mask; rest > 0; rest &= rest - 1 {
		slot, before := uint32(bits.TrailingZeros64(rest)), uint32(0)
		b = binary.AppendUvarint(b, held[slot])
		for _, p := range postings {
			if p>>numberBits == slot {
				number := p & (runPassages - 1)
				b = binary.AppendUvarint(b, uint64(number-before))
				before = number
			}
		}
	}
	return b
}

var errRuns = errors.New("the temporary file of postings is damaged")

// decodeLists appends the passages of each slot, numbered from first, and returns the slots that have some.
func decodeLists(b []byte, first uint32, into *[slots][]uint32) (mask uint64, err error) {
	mask, n := binary.Uvarint(b)
	if n <= 0 || mask>>slots != 0 {
		return 0, errRuns
	}
	b = b[n:]
	for rest := mask; rest > 0; rest &= rest - 1 {
		slot := bits.TrailingZeros64(rest)
		count, n := binary.Uvarint(b)
		if n <= 0 || count > uint64(len(b)) {
			return 0, errRuns
		}
		b = b[n:]
		at := first
		for range count {
			step, n := binary.Uvarint(b)
			if n <= 0 || step > runPassages {
				return 0, errRuns
			}
			at, b = at+uint32(step), b[n:]
			into[slot] = append(into[slot], at)
		}
	}
	if len(b) > 0 {
		return 0, errRuns
	}
	return mask, nil
}
