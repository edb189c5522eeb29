package figure

import (
	"strconv"
	"strings"
	"time"

	"pullquote/corpus"
)

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
