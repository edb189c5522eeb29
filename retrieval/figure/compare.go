package figure

import (
	"math"
	"time"

	"pullquote/corpus"
)

// Two figures are compatible where some value fits the words of both. A currency that is not known fits every other;
// different units never compare, because nothing here knows an exchange rate. Partial dates are compatible where one
// refines the other.

// Compatible reports whether f and g can be the same value.
func (f Figure) Compatible(g Figure) bool {
	return f.comparable(g) && f.sameValue(g)
}

// comparable reports whether f and g are quantities of one sort.
func (f Figure) comparable(g Figure) bool {
	return f.Kind == g.Kind && (f.Unit == g.Unit || f.Kind == Money && (f.Unit == "" || g.Unit == ""))
}

func (f Figure) sameValue(g Figure) bool {
	if f.Kind != Date {
		return f.Interval.meets(g.Interval)
	}
	switch {
	case f.words != "" || g.words != "":
		return true // a day that cannot be told may be any day
	case f.bounded() && g.bounded():
		return f.Interval.meets(g.Interval)
	case f.bounded():
		return f.holds(g.Date)
	case g.bounded():
		return g.holds(f.Date)
	}
	return refines(int(f.Date.Month), int(g.Date.Month)) && refines(f.Date.Day, g.Date.Day)
}

// bounded reports whether the days of a date are known on one side at least.
func (f Figure) bounded() bool { return !math.IsInf(f.Low, 0) || !math.IsInf(f.High, 0) }

func refines(a, b int) bool { return a == 0 || b == 0 || a == b }

// holds reports whether a day that fits d, which has no year, lies within the dates of f.
func (f Figure) holds(d corpus.Date) bool {
	if !(f.High-f.Low < 366) {
		return true
	}
	for n := math.Ceil(f.Low); n <= f.High; n++ {
		t := time.Unix(int64(n)*24*60*60, 0).UTC()
		if refines(int(d.Month), int(t.Month())) && refines(d.Day, t.Day()) {
			return true
		}
	}
	return false
}

// Contradict reports whether the figures of a and those of b, each an answer to the same question as [Best] returns
// it, cannot both be right: some of a and some of b count the same sort of thing, no figure of a can be the same as
// one of b, and neither side's total can be a figure or the total of the other, since "26 protesters and 18 troops"
// are 44 dead. Where nothing compares nothing is contradicted.
func Contradict(a, b []Figure) bool {
	compared := false
	for _, f := range withTotal(a) {
		for _, g := range withTotal(b) {
			if !f.comparable(g) || !sameClass(f.Noun, g.Noun) {
				continue
			}
			if f.sameValue(g) {
				return false
			}
			compared = true
		}
	}
	return compared
}

// withTotal returns figs and, where there are several counts or sums of one sort, their total.
func withTotal(figs []Figure) []Figure {
	if len(figs) < 2 || figs[0].Kind != Count && figs[0].Kind != Money {
		return figs
	}
	total := figs[0]
	for _, f := range figs[1:] {
		if !f.comparable(total) {
			return figs
		}
		total.Interval = total.Interval.plus(f.Interval)
		if f.Noun != total.Noun {
			total.Noun = ""
		}
	}
	return append(figs[:len(figs):len(figs)], total)
}
