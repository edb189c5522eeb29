package passages

import "math/rand/v2"

// urn gives words so that some come often and ever new ones come: the more often a word was drawn the likelier it comes
// again, and after n draws of k words a new one comes with the probability (strength + discount·k) / (strength + n), as in
// the process of Pitman and Yor. The number of words then grows as a power of the number of draws.
type urn struct {
	rng *rand.Rand
	// fresh returns the k-th new word; it may return one that is known.
	fresh func(k int) string

	drawn  []uint32 // every draw, as an index into known
	known  []string
	number map[string]uint32
}

const (
	urnStrength = 2000
	urnDiscount = .78
)

func newUrn(rng *rand.Rand, fresh func(k int) string) *urn {
	return &urn{rng: rng, fresh: fresh, number: map[string]uint32{}}
}

func (u *urn) draw() string {
	n, k := float64(len(u.drawn)), float64(len(u.known))
	var w uint32
	if u.rng.Float64()*(urnStrength+n) < urnStrength+urnDiscount*k {
		w = u.add(u.fresh(len(u.known)))
	} else {
		w = u.drawn[u.rng.IntN(len(u.drawn))]
	}
	u.drawn = append(u.drawn, w)
	return u.known[w]
}

// add returns the index of a word, which may be new.
func (u *urn) add(word string) uint32 {
	w, ok := u.number[word]
	if !ok {
		w = uint32(len(u.known))
		u.number[word] = w
		u.known = append(u.known, word)
	}
	return w
}
