package figure

import (
	"math"
	"strconv"
	"strings"
	"time"

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
	if s.is(i-1, "from", "between", "von", "entre", "de", "с") || s.is(i-1, "the") && s.is(i-2, "from", "between") {
		joint = joint || s.is(next, "to", "until", "till", "through", "and", "bis", "und", "à", "et", "a", "y", "до", "по")
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

// day reads one date without qualifier.
func (s *scan) day(i int) (dated, int) {
	for _, read := range []func(int) (dated, int){
		s.numericDate, s.weekdayDate, s.dayMonth, s.monthDay, s.monthYear, s.bareDay, s.centuryOrDecade, s.yearAt,
	} {
		if d, next := read(i); next > i {
			return d, next
		}
	}
	return dated{}, i
}

// weekdayDate reads "Wednesday, January 5, 2022" as the date that it is.
func (s *scan) weekdayDate(i int) (dated, int) {
	if _, ok := s.words.weekdays[s.low(i)]; !ok {
		return dated{}, i
	}
	k := i + 1
	for s.is(k, ",", ".", "the", "den", "der", "le", "el") {
		k++
	}
	for _, read := range []func(int) (dated, int){s.dayMonth, s.monthDay, s.numericDate} {
		if d, next := read(k); next > k {
			return d, next
		}
	}
	return dated{}, i
}

// dayMonth reads "2 January 2022", "2nd of January", "7. Januar" and "2 de enero de 2022".
func (s *scan) dayMonth(i int) (dated, int) {
	n, k := s.dayNumber(i)
	if k == i {
		return dated{}, i
	}
	if s.is(k, "of", "de") {
		k++
	}
	m, next := s.month(k)
	if next == k {
		return dated{}, i
	}
	return s.withYear(corpus.Date{Month: m, Day: n}, next)
}

// monthDay reads "January 2", "Jan. 2nd, 2022".
func (s *scan) monthDay(i int) (dated, int) {
	m, k := s.month(i)
	if k == i {
		return dated{}, i
	}
	if s.is(k, "the") {
		k++
	}
	n, next := s.dayNumber(k)
	if next == k || s.foreignEnd(next) && !s.dash(next) || s.is(next, ":") && s.at(next).glued {
		return dated{}, i
	}
	return s.withYear(corpus.Date{Month: m, Day: n}, s.dayRange(next))
}

// dayRange skips the "–13" of "January 11–13, 2022"; the date is the first day.
func (s *scan) dayRange(next int) int {
	if s.hyphen(next) && len(s.low(next+1)) < 3 && s.at(next+1).kind == digits {
		return next + 2
	}
	return next
}

// monthYear reads "November 2021" and, after a word that fits no verb, a month alone.
func (s *scan) monthYear(i int) (dated, int) {
	m, k := s.month(i)
	if k == i {
		return dated{}, i
	}
	d, next := s.withYear(corpus.Date{Month: m}, k)
	if d.Year == 0 && !s.words.year[s.low(i-1)] || d.Year == 0 && s.is(i-1, "a", "an", "the", "to") {
		return dated{}, i
	}
	return d, next
}

// withYear completes d with a year that follows.
func (s *scan) withYear(d corpus.Date, i int) (dated, int) {
	k := i
	for s.is(k, ",", "of", "de", "del") {
		k++
	}
	if y, ok := s.plainYear(k); ok && k-i < 2 {
		d.Year = y
		if s.words.yearWords[s.low(k+1)] {
			k++
		}
		return checked(d), k + 1
	}
	return checked(d), i
}

// checked drops a day that its month does not have.
func checked(d corpus.Date) dated {
	leap := d.Year
	if leap == 0 {
		leap = 2000
	}
	if t := time.Date(leap, d.Month, max(d.Day, 1), 0, 0, 0, 0, time.UTC); t.Month() != d.Month {
		d.Day = 0
	}
	return onDate(d)
}

// month reads a month. One that is also a word counts only with a capital, short forms take their dot along.
func (s *scan) month(i int) (time.Month, int) {
	t := s.at(i)
	m, ok := s.words.months[t.low]
	if !ok || s.words.verbs[t.low] && !t.upper {
		return 0, i
	}
	if s.is(i+1, ".") && s.at(i+1).glued && len([]rune(t.low)) < 5 {
		return m, i + 2
	}
	return m, i + 1
}

// dayNumber reads 1 to 31 with an ending such as "th" or ".".
func (s *scan) dayNumber(i int) (int, int) {
	t := s.at(i)
	if t.kind != digits || len(t.low) > 2 || s.foreign(i, i) && !s.dash(i-1) {
		return 0, i
	}
	n, err := strconv.Atoi(t.low)
	if err != nil || n < 1 || n > 31 {
		return 0, i
	}
	k := i + 1
	if s.is(k, "st", "nd", "rd", "th", "er", "º", "°", "-го", "го") && s.at(k).glued {
		return n, k + 1
	}
	if s.words.decimalComma && s.is(k, ".") && s.at(k).glued {
		k++
	}
	return n, k
}

// numericDate reads 2022-01-07, 7.1.2022 and 07/13/2022.
func (s *scan) numericDate(i int) (dated, int) {
	t := s.at(i)
	if t.kind != digits || s.foreign(i, i) {
		return dated{}, i
	}
	if parts := strings.Split(t.low, "."); len(parts) == 3 && len(parts[2]) == 4 {
		d, ok := dayOf(parts[2], parts[1], parts[0])
		return d, i + oneIf(ok)
	}
	if s.at(i+2).kind != digits || s.at(i+4).kind != digits || !s.at(i+1).glued || !s.at(i+2).glued || !s.at(i+4).glued {
		return dated{}, i
	}
	a, b, c := t.low, s.low(i+2), s.low(i+4)
	switch {
	case s.is(i+1, "-") && s.is(i+3, "-") && len(a) == 4:
		d, ok := dayOf(a, b, c)
		return d, i + 5*oneIf(ok)
	case s.is(i+1, "/", "-") && s.low(i+1) == s.low(i+3) && len(c) == 4:
		d, ok := eitherOrder(c, a, b)
		return d, i + 5*oneIf(ok)
	}
	return dated{}, i
}

func oneIf(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// dayOf builds a full date from digits.
func dayOf(year, month, day string) (dated, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil || m < 1 || m > 12 || d < 1 || d > 31 || y < 1 {
		return dated{}, false
	}
	return checked(corpus.Date{Year: y, Month: time.Month(m), Day: d}), true
}

// eitherOrder reads a/b/year with the month first or second.
func eitherOrder(year, a, b string) (dated, bool) {
	american, ok1 := dayOf(year, a, b)
	other, ok2 := dayOf(year, b, a)
	switch {
	case ok1 && ok2 && american.Date != other.Date:
		d := onDate(corpus.Date{Year: american.Year})
		d.first, d.last = min(american.first, other.first), max(american.last, other.last)
		return d, true
	case ok1:
		return american, true
	}
	return other, ok2
}
