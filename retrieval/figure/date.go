package figure

import (
	"math"
	"strconv"

	"pullquote/corpus"
)

// Dates are read day first or month first with the month as a word, in ISO order, with dots (day first), and with
// slashes where only one order fits; an ambiguous 03/04/2022 is some day between the two. A day or month without a
// year stays without: the text may speak of another year. What is left open widens the interval of days.

// dated is a date as read.
type dated struct {
	corpus.Date
	first, last float64
}

// onDate returns d with the days it spans.
func onDate(d corpus.Date) dated {
	first, last, _ := days(d)
	return dated{d, first, last}
}

// date reads a date, a range of dates or a date with a qualifier, or skips what follows no other rule.
func (s *scan) date(i int) (Figure, int) {
	if _, between := s.words.between[s.low(i)]; between {
		return s.betweenDates(i)
	}
	rel, k := s.dateQualifier(i)
	d, next := s.day(k)
	if next == k {
		return s.relativeDate(i)
	}
	if end, upTo := s.dateRange(k, d, next); upTo > next {
		d.last, next = end.last, upTo
		f := Figure{Kind: Date, Date: d.Date, Interval: Interval{Low: d.first, High: d.last}}
		return s.spanning(f, i, next), next
	}
	f := Figure{Kind: Date, Date: d.Date, Interval: bounded(rel, d), Approximate: rel != plain}
	return s.spanning(f, i, next), next
}

// betweenDates reads "between 1990 and 1995".
func (s *scan) betweenDates(i int) (Figure, int) {
	d, next := s.day(i + 1)
	end, upTo := s.dateRange(i+1, d, next)
	if next == i+1 || upTo == next {
		return Figure{}, i
	}
	f := Figure{Kind: Date, Date: d.Date, Interval: Interval{Low: d.first, High: end.last}, Approximate: true}
	return s.spanning(f, i, upTo), upTo
}

// bounded applies a qualifier to a date: before and after exclude it, about allows five years either way of a year and
// as much as a month of anything more precise.
func bounded(rel relation, d dated) Interval {
	v := Interval{Low: d.first, High: d.last}
	switch rel {
	case over:
		v.Low, v.LowOpen, v.High = d.last, true, math.Inf(1)
	case under:
		v.Low, v.High, v.HighOpen = math.Inf(-1), d.first, true
	case upTo:
		v.Low = math.Inf(-1)
	case about:
		margin := 31.
		if d.Month == 0 {
			margin = 5 * 366
		}
		v.Low, v.High = v.Low-margin, v.High+margin
	}
	return v
}

// dateQualifier reads "before", "after", "about" and "early" before a date.
func (s *scan) dateQualifier(i int) (relation, int) {
	r, k := s.words.dateQualifiers.match(s, i)
	if k == i {
		return plain, i
	}
	if s.is(k, ".") && s.at(k).glued || s.hyphen(k) {
		k++
	}
	if s.is(k, "the") {
		k++
	}
	return r, k
}

// dateRange reads "–2019" or, after "from" or "between", "to 2019" after the date d from token i up to next. Two full
// dates remain two: they may be a birth and a death.
func (s *scan) dateRange(i int, d dated, next int) (dated, int) {
	joint := s.dash(next) && s.at(next).kind == symbol
	opener := i - 1
	if s.is(opener, "the", "early", "late") {
		opener--
	}
	switch {
	case s.words.between[s.low(opener)] != "":
		joint = joint || s.is(next, s.words.between[s.low(opener)])
	case s.is(opener, "from", "von", "de", "с"):
		joint = joint || s.is(next, "to", "until", "till", "through", "bis", "à", "a", "hasta", "до", "по")
	}
	if !joint || d.Day != 0 && d.Year != 0 {
		return d, next
	}
	if end, upTo := s.shortYear(d, next); upTo > next {
		return end, upTo
	}
	end, upTo := s.day(next + 1)
	if upTo == next+1 || end.Day != 0 && end.Year != 0 || end.last < d.first || end.Year == 0 || d.Year == 0 {
		return d, next
	}
	return end, upTo
}

// shortYear reads the "06" of "2005–06".
func (s *scan) shortYear(d dated, next int) (dated, int) {
	low := s.low(next + 1)
	if d.Month != 0 || len(low) != 2 || !s.hyphen(next) || s.at(next+1).kind != digits {
		return d, next
	}
	n, _ := strconv.Atoi(low)
	year := d.Year - d.Year%100 + n
	if year <= d.Year {
		return d, next
	}
	return onDate(corpus.Date{Year: year}), next + 2
}
