package postings

import "math"

// BM25 after Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). K1 bounds what
// repetition is worth, B how much a long passage is discounted.
const (
	K1 = 1.2
	B  = .75
)

// Saturation returns what freq occurrences in a field of length terms are worth, between 0 and K1+1.
func Saturation(freq, length, average float64) float64 {
	return freq * (K1 + 1) / (freq + K1*(1-B+B*length/average))
}

// tiers are the numbers of occurrences that are told apart: three are three, four and five are four.
var tiers = [...]int{1, 2, 3, 4, 6, 10}

// unit is the part of a score that counts as 1 in the sums. A question has 64 words at most; with all their kin they stay
// far below the 65,536 that fit.
const unit = 1. / (1 << 16)

// class is the length of a field, in terms, exact up to 127 and then in steps of eight.
type class = uint8

const (
	exactLengths = 128
	classStep    = 8
)

func classOf(length int) class {
	if length < exactLengths {
		return class(length)
	}
	return class(min(math.MaxUint8, exactLengths+(length-exactLengths)/classStep))
}

// lengthOf returns the length that stands for a class.
func lengthOf(c class) float64 {
	if c < exactLengths {
		return float64(c)
	}
	return exactLengths + classStep*float64(c-exactLengths) + classStep/2
}

// Gains are what the occurrences of a term are worth in a language, by the length of the passage.
type Gains [fields][len(tiers)][math.MaxUint8 + 1]float64

// NewGains returns the gains where fields have an average length in terms, over all passages that have them.
func NewGains(text, title float64) *Gains {
	g := &Gains{}
	for f, average := range [fields]float64{Text: text, Title: title} {
		for tier, times := range tiers {
			for c := 1; c < len(g[f][tier]); c++ { // an empty field has none
				g[f][tier][c] = Saturation(float64(times), lengthOf(class(c)), average)
				if tier > 0 {
					g[f][tier][c] -= Saturation(float64(tiers[tier-1]), lengthOf(class(c)), average)
				}
			}
		}
	}
	return g
}

// worths is what a posting adds to a score, in units, by the class of its passage.
type worths [math.MaxUint8 + 1]uint32

// worths returns what the postings of a tier add for a clause, at least one unit each.
func (g *Gains) worths(c Clause, tier int) *worths {
	w := &worths{}
	for i, gain := range g[c.Field][tier] {
		if gain > 0 {
			w[i] = max(1, uint32(c.Weight*gain/unit+.5))
		}
	}
	return w
}
