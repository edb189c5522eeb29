package figure

import (
	"strconv"
	"strings"
)

// Times of day: "9:07 pm", "21:30", "9 p.m.", "10 o'clock", "midnight". A colon between digits is a time only where
// two digits below sixty follow; a score of 3:2 has one.

// clock reads a time of day.
func (s *scan) clock(i int) (Figure, int) {
	switch s.low(i) {
	case "midnight":
		return s.timeOf(0, 0, i, i+1)
	case "noon", "midday":
		return s.timeOf(12, 0, i, i+1)
	}
	t := s.at(i)
	if t.kind != digits || len(t.low) > 5 || s.foreign(i, i) {
		return Figure{}, i
	}
	h, m, next := s.hourMinute(i)
	if next == i {
		return Figure{}, i
	}
	if afternoon, end := s.halfOfDay(next); end > next && h <= 12 {
		return s.timeOf(h%12+12*oneIf(afternoon), m, i, end)
	}
	if s.is(next, "o'clock", "o’clock", "uhr") {
		return s.timeOf(h, m, i, next+1)
	}
	if next == i+3 {
		return s.timeOf(h, m, i, next)
	}
	return Figure{}, i
}

// hourMinute reads "9", "9:07" or "9.07" with no second colon behind.
func (s *scan) hourMinute(i int) (h, m, next int) {
	hours, minutes, dotted := strings.Cut(s.low(i), ".")
	next = i + 1
	if !dotted && s.is(next, ":") && s.at(next).glued && s.at(next+1).glued && len(s.low(next+1)) == 2 {
		minutes, next = s.low(next+1), i+3
	}
	h, err := strconv.Atoi(hours)
	if err != nil || h > 24 || len(hours) > 2 {
		return 0, 0, i
	}
	if minutes == "" {
		return h, 0, next
	}
	m, err = strconv.Atoi(minutes)
	if err != nil || m > 59 || len(minutes) != 2 || s.is(next, ":") && s.at(next).glued {
		return 0, 0, i
	}
	return h, m, next
}

// halfOfDay reads "am" and "p.m.".
func (s *scan) halfOfDay(i int) (afternoon bool, next int) {
	if s.is(i, "am", "pm") {
		return s.is(i, "pm"), i + 1
	}
	if s.is(i, "a", "p") && s.is(i+1, ".") && s.is(i+2, "m") && s.at(i+2).glued {
		next = i + 3
		if s.is(next, ".") && s.at(next).glued {
			next++
		}
		return s.is(i, "p"), next
	}
	return false, i
}

func (s *scan) timeOf(h, m, i, end int) (Figure, int) {
	f := Figure{Kind: Time, Unit: "s", Interval: exactly(float64(h*3600 + m*60))}
	return s.spanning(f, i, end), end
}
