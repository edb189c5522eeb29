// Package intern numbers strings: each of many is kept once and known by its number from then on.
package intern

import (
	"hash/maphash"
	"iter"
	"math/bits"
)

// Strings numbers distinct strings in the order in which they come, from 0. They stand one behind the other in memory, so
// that a million of them are a few large pieces for the garbage collector, in which it has nothing to look at. The zero
// Strings has none. It is not safe for concurrent use.
type Strings struct {
	seed  maphash.Seed
	salt  uint64
	slots []slot // a power of two of them, none or at least a quarter of them empty
	text  []byte
	ends  []int // in text
}

// slot is a place for a string in the table. It is looked at for every word of every text, so it holds all that tells most
// words from others: what else there is of them lies elsewhere in memory.
type slot struct {
	key  uint64
	next uint32 // the number of the string and 1, 0 in an empty slot
}

// mostShort is the length in bytes of the longest string that its key holds whole, behind its length. The key of a longer
// one is a hash behind isLong.
const (
	mostShort   = 7
	lengthShift = 8 * mostShort
	isLong      = 0xff << lengthShift
)

// Len returns how many strings there are.
func (t *Strings) Len() int { return len(t.ends) }

// Number returns the number of s, and whether it is a new one. It copies a new string.
func (t *Strings) Number(s string) (n uint32, isNew bool) {
	if 4*len(t.ends) >= 3*len(t.slots) {
		t.grow()
	}
	key := t.key(s)
	mask := len(t.slots) - 1
	for i := t.place(key) & mask; ; i = (i + 1) & mask {
		at := &t.slots[i]
		switch {
		case at.next == 0:
			t.text = append(t.text, s...)
			t.ends = append(t.ends, len(t.text))
			*at = slot{key, uint32(len(t.ends))}
			return at.next - 1, true
		case at.key == key && (key < isLong || t.is(at.next-1, s)):
			return at.next - 1, false
		}
	}
}

func (t *Strings) key(s string) uint64 {
	if len(s) > mostShort {
		return maphash.String(t.seed, s) | isLong
	}
	var key uint64
	for i := range len(s) {
		key = key<<8 | uint64(s[i])
	}
	return key | uint64(len(s))<<lengthShift
}

// place is where the search for a key begins.
func (t *Strings) place(key uint64) int {
	const odd = 0x9e3779b97f4a7c15 // the golden ratio: Knuth, "The Art of Computer Programming" 6.4
	high, low := bits.Mul64(key^t.salt, odd)
	return int((high ^ low) >> 1)
}

// is reports whether s is string n.
func (t *Strings) is(n uint32, s string) bool {
	start := 0
	if n > 0 {
		start = t.ends[n-1]
	}
	return string(t.text[start:t.ends[n]]) == s
}

// grow makes room for twice as many strings.
func (t *Strings) grow() {
	const least = 16
	if len(t.slots) == 0 {
		t.seed = maphash.MakeSeed()
		t.salt = maphash.String(t.seed, "")
	}
	before := t.slots
	t.slots = make([]slot, max(least, 2*len(before)))
	mask := len(t.slots) - 1
	for _, s := range before {
		if s.next == 0 {
			continue
		}
		i := t.place(s.key) & mask
		for t.slots[i].next > 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// All yields the strings in the order of their numbers. None may be added meanwhile.
func (t *Strings) All() iter.Seq2[uint32, string] {
	return func(yield func(uint32, string) bool) {
		text, start := string(t.text), 0
		for n, end := range t.ends {
			if !yield(uint32(n), text[start:end]) {
				return
			}
			start = end
		}
	}
}

// Clear forgets all strings, and keeps the room that they took.
func (t *Strings) Clear() {
	clear(t.slots)
	t.text, t.ends = t.text[:0], t.ends[:0]
}
