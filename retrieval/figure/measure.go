package figure

import (
	"math"

	"pullquote/corpus"
)

// measureAt reads a unit of measure: "km", "square kilometres", "°C", "cubic metres per second" up to "metres".
func (s *scan) measureAt(a amount, k int) (Figure, int) {
	start, power := k, 1
	switch {
	case squares[s.low(k)]:
		k, power = k+1, 2
	case cubes[s.low(k)]:
		k, power = k+1, 3
	}
	if s.is(k, ".") && k > start {
		k++
	}
	u, next := s.unitAt(k)
	if next == k || power > 1 && u.base != "m" {
		return Figure{}, start
	}
	if u.base == "m" && power == 1 && s.is(next, "2", "3") && s.is(next+1, "(", ")") { // "km²" whose 2 has come down
		power, next = int(s.low(next)[0]-'0'), next+1
	}
	if power > 1 {
		u = unit{"m" + [...]string{2: "²", 3: "³"}[power], math.Pow(u.factor, float64(power)), 0}
	}
	v := a.Interval
	if s.minusBefore(a.first) && (u.base == "°C" || u.base == "degree") {
		v.Low, v.High = -v.High, -v.Low
	}
	v.Low, v.High = v.Low+u.offset, v.High+u.offset
	f := Figure{Kind: Measure, Unit: u.base, Interval: v.scaled(u.factor)}
	f.Grain = grain(a, u.factor)
	if s.is(next-1, "ft", "feet", "foot") {
		f, next = s.withSmaller(f, next, u.factor)
	}
	return coarse(f), next
}

// grain is half of the last digit of a, counted in a unit of the given worth.
func grain(a amount, worth float64) float64 {
	if a.Grain > 0 {
		return a.Grain * worth
	}
	return worth / 2
}

// coarse gives f the grain that a measure has at least.
func coarse(f Figure) Figure {
	if share := math.Abs(f.High) / 50; f.Unit != "°C" && share > f.Grain {
		f.Grain = share
	}
	return f
}

// unitAt reads a unit word or sign; letters alone count only in their own case ("5 m", not "5 M").
func (s *scan) unitAt(k int) (unit, int) {
	low := s.low(k)
	if low == "°" || low == "º" {
		if u, ok := signUnits["°"+s.low(k+1)]; ok && s.at(k+1).kind == word {
			return u, k + 2
		}
		return signUnits["°"], k + 1
	}
	u, ok := s.words.units[low]
	if !ok {
		u, ok = signUnits[low]
	}
	if !ok || len(low) == 1 && s.at(k).upper && low != "w" && low != "v" {
		return unit{}, k
	}
	if u.base == "degree" && s.is(k+1, "celsius", "centigrade", "c") {
		return signUnits["°c"], k + 2
	}
	if u.base == "degree" && s.is(k+1, "fahrenheit", "f") {
		return signUnits["°f"], k + 2
	}
	if u.base == "m" && s.is(k+1, "/", "per") && s.is(k+2, "h", "s", "hour", "second") {
		seconds := s.words.durations[s.low(k+2)]
		if seconds == 0 {
			seconds = map[string]float64{"h": hour, "s": 1}[s.low(k+2)]
		}
		if seconds > 0 {
			return unit{"m/s", u.factor / seconds, 0}, k + 3
		}
	}
	return u, k + 1
}

// minusBefore reports whether token i has a sign of its own.
func (s *scan) minusBefore(i int) bool {
	return s.is(i-1, "minus") || s.is(i-1, "-", "−", "–") && s.at(i).glued && !s.at(i-1).glued
}

// agoOrAge makes a length of time a date ("three days ago") or an age ("26 years old") if its words go on so.
func (s *scan) agoOrAge(f Figure, i, end int) (Figure, int) {
	for _, p := range s.words.old {
		// The unit is part of the phrase: step back over it.
		for back := 1; back <= 2; back++ {
			if s.follows(end-back, p) {
				f.Kind = Age
				return s.spanning(f, i, end-back+len(p)), end - back + len(p)
			}
		}
	}
	if s.is(end, s.words.ago...) {
		f = s.spanning(f, i, end+1)
		return s.before(f), end + 1
	}
	return f, end
}

// before makes of a length of time the date that lies so long before the reference date.
func (s *scan) before(f Figure) Figure {
	length := f.Interval.widened()
	first, last, ok := days(s.reference)
	f.Kind, f.Unit, f.Interval = Date, "", Interval{Low: math.Inf(-1), High: math.Inf(1)}
	f.words = s.normal(f.Span)
	if !ok || math.IsInf(length.High, 0) {
		return f
	}
	f.Low, f.High = math.Floor(first-length.High/day), math.Ceil(last-length.Low/day)
	f.Approximate = true
	return f
}

// normal returns the words of a span in lower case, set apart by single spaces.
func (s *scan) normal(span corpus.Span) string { return normalWords(s.text[span.Start:span.End]) }
