package figure

import (
	"strconv"
	"strings"

	"pullquote/corpus"
)

// Four digits from 1000 to 2100 without a separator are a year, unless the words make them a count: a qualifier or a
// currency before, a unit behind, or a plural behind that is not introduced as the plurals of a year are ("the 2019
// elections", but "2500 troops" and "1500 people"). Other years need "in", "AD" or "BC".

// plainYear reads the year at token i where a date has already been begun.
func (s *scan) plainYear(i int) (int, bool) {
	t := s.at(i)
	if t.kind != digits || len(t.low) != 4 || strings.ContainsAny(t.low, ".,'’") || s.foreignEnd(i+1) && !s.dash(i+1) && !s.is(i+1, "г") {
		return 0, false
	}
	y, err := strconv.Atoi(t.low)
	return y, err == nil && y >= 1000 && y <= 2100
}

// yearAt reads a year that stands alone.
func (s *scan) yearAt(i int) (dated, int) {
	if d, next := s.eraYear(i); next > i {
		return d, next
	}
	t := s.at(i)
	if t.kind != digits || s.foreign(i, i) && !s.is(i-1, "/") && !s.lifeYear(i) {
		return dated{}, i
	}
	y, ok := s.plainYear(i)
	if !ok {
		y, ok = s.earlyYear(i)
	}
	if !ok || s.countedYear(i, y) {
		return dated{}, i
	}
	next := i + 1
	if s.words.yearWords[s.low(next)] {
		next++
		if s.is(next, ".") && s.at(next).glued && s.at(next-1).kind == word && len(s.low(next-1)) <= 2 {
			next++
		}
	}
	return onDate(corpus.Date{Year: y}), next
}

// earlyYear reads "in 941," — three digits, introduced, with punctuation or a function word behind.
func (s *scan) earlyYear(i int) (int, bool) {
	t := s.at(i)
	if s.lifeYear(i) {
		y, err := strconv.Atoi(t.low)
		return y, err == nil && y >= 100
	}
	if len(t.low) != 3 || !s.is(i-1, "in", "year", "since", "until", "im", "jahr", "en", "in", "год", "году") {
		return 0, false
	}
	after := s.at(i + 1)
	ends := after.kind == symbol && strings.Contains(",.;)", after.low)
	if !ends && (!s.words.stops[after.low] || s.is(i+1, s.words.of...)) {
		return 0, false
	}
	y, err := strconv.Atoi(t.low)
	return y, err == nil && y >= 100
}

// lifeYear reports whether token i is one of the years of "(742–805)" or "(d. 786)".
func (s *scan) lifeYear(i int) bool {
	if len(s.low(i)) != 3 {
		return false
	}
	opens := s.is(i-1, "(") && s.hyphen(i+1) && len(s.low(i+2)) == 3 && s.is(i+3, ")")
	closes := s.is(i+1, ")") && s.hyphen(i-1) && len(s.low(i-2)) == 3 && s.is(i-3, "(")
	return opens || closes || s.is(i-1, ".") && s.is(i-2, "d", "b", "r")
}

// eraYear reads "44 BC" and "AD 70".
func (s *scan) eraYear(i int) (dated, int) {
	if christ, ok := s.words.eras[s.low(i)]; ok && !christ && s.at(i).upper && s.at(i+1).kind == digits {
		if y, err := strconv.Atoi(s.low(i + 1)); err == nil && y > 0 && y <= 2100 {
			return onDate(corpus.Date{Year: y}), i + 2
		}
	}
	before, ok := s.words.eras[s.low(i+1)]
	if !ok || s.at(i).kind != digits || !s.at(i+1).upper {
		return dated{}, i
	}
	y, err := strconv.Atoi(s.low(i))
	if err != nil || y < 1 || y > 9999 {
		return dated{}, i
	}
	if before {
		y = -y
	}
	return onDate(corpus.Date{Year: y}), i + 2
}

// countedYear reports whether the four digits at token i are an amount after all.
func (s *scan) countedYear(i, y int) bool {
	if s.currencyCode(i-1) || s.at(i-1).kind == symbol && currencySigns[s.low(i-1)] != "" {
		return true
	}
	if s.words.labels[s.low(i-1)] && !s.words.year[s.low(i-1)] {
		return true
	}
	if _, end := s.words.suffixes.match(s, i+1); end > i+1 && s.is(i+1, "+", "or") && !s.at(end).upper {
		return true
	}
	a := amount{number: number{Interval: exactly(float64(y)), bare: true}, first: i}
	if f, next := s.measured(a, i+1); next > i+1 && f.Kind != "" {
		return true
	}
	if _, next := s.scales(i + 1); next > i+1 {
		return true
	}
	noun, _ := s.noun(i+1, 2, false)
	introduced := s.words.year[s.low(i-1)] && (classOf(noun) == thing || y > 1900 && y < 2040 || s.is(i-1, "in"))
	if noun == "" || !s.words.plurals && classOf(noun) == thing || introduced {
		return false
	}
	if classOf(noun) != thing {
		return true
	}
	return (y < 1700 || y > 2040) && plural(noun)
}

// centuryOrDecade reads "the 1990s", "'90s", "the 21st century" and "3rd century BC".
func (s *scan) centuryOrDecade(i int) (dated, int) {
	t := s.at(i)
	k := i + 1
	if s.is(k, "'", "’") && s.at(k).glued {
		k++
	}
	if t.kind == digits && s.is(k, "s") && s.at(k).glued && !s.foreign(i, i) && strings.HasSuffix(t.low, "0") {
		y, err := strconv.Atoi(t.low)
		if err == nil && y >= 1000 && y <= 2100 {
			if y%100 == 0 { // "the 1800s" are mostly the century
				return yearSpan(y, 100), k + 1
			}
			return yearSpan(y, 10), k + 1
		}
	}
	n, k := s.ordinal(i)
	if k == i || n > 30 {
		return dated{}, i
	}
	if s.hyphen(k) {
		k++
	}
	if !s.is(k, s.words.centuryWords...) {
		return dated{}, i
	}
	if before, ok := s.words.eras[s.low(k+1)]; ok {
		if before {
			return yearSpan(-100*n, 100), k + 2
		}
		k++
	}
	return yearSpan(100*(n-1)+1, 100), k + 1
}

// yearSpan is a date of some year in a span of years.
func yearSpan(first, years int) dated {
	d := onDate(corpus.Date{Year: first})
	d.last = civil(max(first, first+oneIf(first < 0))+years, 1, 1) - 1
	return d
}
