package postings

import (
	"math/bits"
	"strings"
)

// placed says where the lists of terms are.
type placed struct {
	masks  []uint16 // the slots that have a list, by term
	before []uint32 // how many lists the terms before have, by term
	places []uint64 // of the lists, by term and slot
}

func (p *placed) add(term uint32, mask uint64, places []uint64) {
	for len(p.masks) <= int(term) {
		p.masks, p.before = append(p.masks, 0), append(p.before, uint32(len(p.places)))
	}
	p.masks[term] = uint16(mask)
	p.places = append(p.places, places...)
}

// find returns the place of the list of a term in a slot.
func (p *placed) find(term uint32, slot int) (place uint64, ok bool) {
	if int(term) >= len(p.masks) || p.masks[term]&(1<<slot) == 0 {
		return 0, false
	}
	below := p.masks[term] & (1<<slot - 1)
	return p.places[int(p.before[term])+bits.OnesCount16(below)], true
}

// tiered returns the name of the list of passages that hold a term often enough for a tier.
func tiered(term string, tier int) string {
	if tier == 0 {
		return term
	}
	var b strings.Builder
	b.Grow(len(term) + 2)
	b.WriteString(term)
	b.WriteByte(0) // no term has one
	b.WriteByte('0' + byte(tier))
	return b.String()
}
