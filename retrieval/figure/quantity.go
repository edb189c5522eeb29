package figure

import (
	"math"
	"strings"
)

// A quantity is a qualifier, an amount or a range of two, a qualifier after it, and the unit: "more than $ 5-10
// million", "between 5 and 10 people", "two weeks or more". Without a unit it is a count.

// amount is a number and the currency sign before it.
type amount struct {
	number
	currency string // "" none
	first    int    // the token of the number itself
}

// halfHour is what a time of day that is given as "about" may be off, in seconds.
const halfHour = 30 * 60

// quantity reads a figure that is neither date nor time, or a time behind a qualifier.
func (s *scan) quantity(i int) (Figure, int) {
	rel, k := s.qualifier(i)
	if f, next := s.clock(k); next > k {
		f.Approximate, f.Grain = true, halfHour
		return s.spanning(f, i, next), next
	}
	a, next := s.rangeOf(k)
	if next == k {
		return Figure{}, i
	}
	if s.foreign(a.first, next) {
		return Figure{}, next
	}
	after, end := s.words.suffixes.match(s, next)
	f, unitEnd := s.measured(a, next)
	if f.Kind == "" && end > next { // "3,000+ people", but also "3 or more km"
		f, unitEnd = s.measured(a, end)
	}
	if f.Kind == "" && s.is(k-1, "from") && s.is(next, "to") {
		f = s.withUnitOf(a, next+1)
		unitEnd = next
	}
	if f.Kind == "" {
		return s.count(a, rel, i, next)
	}
	unitEnd = max(unitEnd, end)
	if after == plain {
		after, unitEnd = s.suffixAfter(unitEnd)
	}
	if rel == plain {
		rel = after
	}
	f.Interval = rel.apply(f.Interval)
	f.Approximate = a.vague || rel != plain
	f = s.spanning(f, i, unitEnd)
	if f.Kind == Duration {
		return s.agoOrAge(f, i, unitEnd)
	}
	return f, unitEnd
}

// withUnitOf completes the 40 of "from 40 to 60 days" with the unit of the amount at token i.
func (s *scan) withUnitOf(a amount, i int) Figure {
	if _, end := s.amount(i); end > i {
		f, _ := s.measured(a, end)
		return f
	}
	return Figure{}
}

func (s *scan) suffixAfter(k int) (relation, int) {
	return s.words.suffixes.match(s, k)
}

// rangeOf reads an amount, or two that bound a range; its Interval is what both leave.
func (s *scan) rangeOf(i int) (amount, int) {
	joint, between := s.words.between[s.low(i)]
	k := i
	if between {
		k++
	}
	if between {
		_, k = s.qualifier(k)
	}
	a, next := s.amount(k)
	if next == k {
		return amount{}, i
	}
	if between {
		if !s.is(next, joint) {
			return amount{}, i
		}
		_, upper := s.qualifier(next + 1)
		if r, end := s.upperBound(a, upper); end > upper {
			return r, end
		}
		return amount{}, i
	}
	if from := s.joint(k, next); from > next {
		if r, end := s.upperBound(a, from); end > from {
			return r, end
		}
	}
	return a, next
}

// joint returns the token after what joins two ends of a range, or next. "From 10 to 15" tells of a change, two
// figures; so does an end joined by "to" that is not greater.
func (s *scan) joint(start, next int) int {
	switch {
	case s.hyphen(next), s.is(next, "–", "—") && !s.at(next).glued && !s.at(next+1).glued:
		return next + 1
	case s.is(next, s.words.to...) && (!s.is(start-1, "from", "von", "de", "от") || ranging[s.low(start-2)]):
		return next + 1
	}
	return next
}

// ranging are the words that make "from 10 to 15" a range after all.
var ranging = set("ranging ranged ranges range varying varied varies vary estimates anywhere anything somewhere")

// upperBound reads the upper end of the range that a begins. The end's scale holds for both: "5 to 10 million".
func (s *scan) upperBound(a amount, i int) (amount, int) {
	b, next := s.amount(i)
	if next == i || a.vague || b.vague || b.currency != "" && a.currency != "" && a.currency != b.currency {
		return a, i
	}
	if s.hyphen(next) && s.at(next+1).kind == digits || !a.single() || !b.single() {
		return a, i // a telephone number, a date, or a range of ranges
	}
	if b.scaled && !a.scaled && a.Low < 1000 {
		if factor := scaleOf(b); a.Low*factor < b.Low {
			a.Interval, a.scaled = a.Interval.scaled(factor), true
		}
	}
	if a.Low >= b.Low {
		return a, i
	}
	a.High, a.Grain, a.bare = b.High, math.Max(a.Grain, b.Grain), false
	if a.currency == "" {
		a.currency = b.currency
	}
	return a, next
}

func scaleOf(n amount) float64 {
	scale := 1.0
	for n.Low/scale >= 1000 {
		scale *= 1000
	}
	return scale
}

// amount reads a number and the currency before it.
func (s *scan) amount(i int) (amount, int) {
	currency, k := s.currencyAt(i)
	n, next := s.number(k)
	if next == k {
		return amount{}, i
	}
	return amount{number: n, currency: currency, first: k}, next
}

// currencyAt reads "$", "US$", "£" or "EUR".
func (s *scan) currencyAt(i int) (string, int) {
	low := s.low(i)
	if code, ok := dollars[low]; ok && s.is(i+1, "$") && s.at(i+1).glued {
		return code, i + 2
	}
	if code, ok := currencySigns[low]; ok && (low != "rs" || s.text[s.at(i).Start:s.at(i).End] == "Rs") {
		if s.is(i+1, ".") && s.at(i).kind == word {
			return code, i + 2
		}
		return code, i + 1
	}
	if t := s.at(i); t.kind == word && t.upper && len(low) == 3 {
		if code := s.text[t.Start:t.End]; currencyCodes[code] {
			return code, i + 1
		}
	}
	return "", i
}

// count completes a figure that has no unit.
func (s *scan) count(a amount, rel relation, i, next int) (Figure, int) {
	if s.nameOrLabel(a, rel, next) || a.Grain > 0 && a.Grain < 1e-3 || s.lonelyOne(a, rel, next) {
		return Figure{}, next
	}
	end := next
	if after, k := s.words.suffixes.match(s, next); k > next {
		end = k
		if rel == plain {
			rel = after
		}
	}
	f := Figure{Kind: Count, Interval: rel.apply(a.Interval), Approximate: a.vague || rel != plain}
	f = s.spanning(f, i, end)
	f.Noun, f.Phrase = s.noun(end, a.High, a.vague || a.scaled)
	if f.Noun != "" {
		f.Phrase.Start = f.Start
	}
	if s.ageInApposition(a, i, next) || f.Noun == "" && end > next && s.is(end-1, "older", "younger") {
		f.Kind, f.Unit, f.Interval = Age, "s", f.Interval.scaled(year)
		f.Noun, f.Phrase = "", f.Span
	}
	return f, end
}

// lonelyOne reports whether a is the word "one" as a pronoun: "one of the", "no one", "one another", "the one".
// It counts only where the thing counted follows.
func (s *scan) lonelyOne(a amount, rel relation, next int) bool {
	if a.High != 1 || next != a.first+1 || s.at(a.first).kind != word {
		return false
	}
	if s.is(a.first-1, "no", "any", "every", "each", "some", "this", "that", "which", "another") || s.hyphen(a.first-1) || s.hyphen(next) {
		return true
	}
	if s.is(a.first-1, "the") && rel == plain {
		return true
	}
	t := s.at(next)
	return t.kind != word || s.words.stops[t.low] || s.isThirdPerson(t.low) || strings.ContainsAny(t.low, "'’") || s.is(next, "another", "more", "thing", "day", "time", "hand", "side", "way")
}

// isThirdPerson reports whether a word behind "one" is a verb, as in "one speaks of": a noun there is no plural.
func (s *scan) isThirdPerson(low string) bool {
	return s.words.plurals && plural(low) && !oneOf[low]
}

// oneOf are nouns and adjectives that look like plurals and stand behind "one".
var oneOf = set(`news series species means crossroads headquarters gas sales sports arms goods customs savings communications
	systems operations services rights affairs`)
