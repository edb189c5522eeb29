package figure

import (
	"strconv"
	"time"

	"pullquote/corpus"
)

// day reads one date without qualifier.
func (s *scan) day(i int) (dated, int) {
	for _, read := range dateReaders {
		if d, next := read(s, i); next > i {
			return d, next
		}
	}
	return dated{}, i
}

var dateReaders = [...]func(*scan, int) (dated, int){
	(*scan).numericDate, (*scan).weekdayDate, (*scan).dayMonth, (*scan).monthDay, (*scan).monthYear, (*scan).bareDay,
	(*scan).centuryOrDecade, (*scan).yearAt,
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
	k = s.dayRange(k)
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
	if s.is(i+1, ".") && s.at(i+1).glued && len([]rune(t.low)) < 5 && !shortMonths[t.low] {
		return m, i + 2
	}
	return m, i + 1
}

// shortMonths are written out though short, so that a dot behind them ends the sentence.
var shortMonths = set("may june july mai juni juli juin mars août мая мае май")

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
