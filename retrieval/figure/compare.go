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

// SameDay reports whether f and g are dates of one day and month, a missing year fitting any: "Thursday", told from the
// day of publication, is the "January 6" of another report.
func (f Figure) SameDay(g Figure) bool {
	return f.Kind == Date && g.Kind == Date && f.Date.Day != 0 && f.Date.Day == g.Date.Day &&
		f.Date.Month == g.Date.Month && refines(f.Date.Year, g.Date.Year) && f.sameValue(g)
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
// are 44 dead. What counts some of those that the other counts, as protesters are some of the people, contradicts it
// only where it is more. Where nothing compares nothing is contradicted.
func Contradict(a, b []Figure) bool {
	compared := false
	for _, f := range withTotal(a) {
		for _, g := range withTotal(b) {
			if !f.comparable(g.Figure) || !sameClass(f.Noun, g.Noun) {
				continue
			}
			if f.sameValue(g.Figure) || f.fitsInto(g) || g.fitsInto(f) {
				return false
			}
			compared = true
		}
	}
	return compared
}

// Grows reports whether b can be a later stand of the count a: the two compare, and b is not lower.
func Grows(a, b []Figure) bool {
	for _, f := range withTotal(a) {
		for _, g := range withTotal(b) {
			if f.Kind == Count && f.comparable(g.Figure) && sameClass(f.Noun, g.Noun) && g.Low >= f.Low && g.High >= f.High {
				return true
			}
		}
	}
	return false
}

// addend is a figure, one of several whose total is known too, or that total.
type addend struct {
	Figure
	added, total bool
}

// withTotal returns figs and, where there are several counts or sums of one sort, their total.
func withTotal(figs []Figure) []addend {
	var out []addend
	for _, f := range figs {
		out = append(out, addend{Figure: f})
	}
	if len(figs) < 2 || figs[0].Kind != Count && figs[0].Kind != Money {
		return out
	}
	total := figs[0]
	for _, f := range figs[1:] {
		if !f.comparable(total) {
			return out
		}
		total.Interval = total.Interval.plus(f.Interval)
		if f.Noun != total.Noun {
			total.Noun = ""
		}
	}
	for i := range out {
		out[i].added = true
	}
	return append(out, addend{total, false, true})
}

// fitsInto reports whether f counts some of those whom g counts, and no more than g. What is added up with others is
// judged by the total.
func (f addend) fitsInto(g addend) bool {
	if f.Kind != Count || f.added || g.added || g.total || !isWhole(g.Noun) || f.Low >= g.High {
		return false
	}
	return f.total || isPart(f.Noun)
}
