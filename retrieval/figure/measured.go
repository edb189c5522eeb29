package figure

import (
	"math"

	"pullquote/corpus"
)

// Units follow the number with a space, a hyphen ("two-week") or nothing ("5km"). Lengths of time and measures are
// rounded by whoever states them, so they carry a grain of half the last digit; measures carry at least a fiftieth,
// since "60 miles" is also written "100 km". A share is exact to half a point.

// measured completes a with the unit that starts with token i. The Figure has no kind if there is none.
func (s *scan) measured(a amount, i int) (Figure, int) {
	if f, next := s.percentAt(a, i); f.Kind != "" {
		return f, next
	}
	if f, next := s.moneyAt(a, i); f.Kind != "" {
		return f, next
	}
	if a.currency != "" {
		return Figure{Kind: Money, Unit: code(a.currency), Interval: a.Interval}, i
	}
	k := i
	if s.hyphen(i) {
		k++
	}
	if f, next := s.durationAt(a, k); f.Kind != "" {
		return f, next
	}
	return s.measureAt(a, k)
}

func (s *scan) percentAt(a amount, i int) (Figure, int) {
	f := Figure{Kind: Percent, Interval: a.Interval}
	f.Grain = math.Max(f.Grain, 0.5)
	if s.is(i, "%", "٪", "％") {
		return f, i + 1
	}
	k := i
	if s.hyphen(i) {
		k++
	}
	for _, p := range s.words.percent {
		if s.follows(k, p) {
			if len(p) > 1 && p[0] == "percentage" {
				f.Unit = "pp"
			} else if s.is(k+len(p), "point", "points") {
				f.Unit = "pp"
				return f, k + len(p) + 1
			}
			return f, k + len(p)
		}
	}
	return Figure{}, i
}

// moneyAt reads a currency after the number. "Pounds" are weight where "weigh" is said before.
func (s *scan) moneyAt(a amount, i int) (Figure, int) {
	k := i
	if s.hyphen(i) {
		k++
	}
	if k == i && s.is(k, "us", "american", "u.s", "canadian", "australian") && s.is(k+1, "dollars", "dollar") {
		k++
	}
	if c, ok := s.words.money[s.low(k)]; ok && (a.currency == "" || code(a.currency) == code(c.code)) {
		if s.weighs(k) {
			f := Figure{Kind: Measure, Unit: "kg", Interval: a.Interval.scaled(.45359237)}
			return coarse(f, .45359237), k + 1
		}
		return Figure{Kind: Money, Unit: code(c.code), Interval: a.Interval.scaled(c.part)}, k + 1
	}
	if a.currency != "" {
		return Figure{}, i
	}
	if sign, next := s.currencyAt(i); next > i && s.at(next).kind != digits {
		return Figure{Kind: Money, Unit: code(sign), Interval: a.Interval}, next
	}
	return Figure{}, i
}

func code(sign string) string {
	if sign == "?" {
		return ""
	}
	return sign
}

// weighs reports whether the pounds at token i are weight.
func (s *scan) weighs(i int) bool {
	if !s.is(i, "pound", "pounds") {
		return false
	}
	for k := i - 1; k > i-7; k-- {
		if s.is(k, "weigh", "weighs", "weighed", "weighing", "weight", "heavy") {
			return true
		}
	}
	return s.is(i+1, "of") && !s.is(i+2, "public", "taxpayers", "debt", "investment", "funding") || s.dash(i-1)
}

func (s *scan) durationAt(a amount, k int) (Figure, int) {
	seconds, ok := s.words.durations[s.low(k)]
	if !ok || len(s.low(k)) == 1 && s.at(k).upper {
		return Figure{}, k
	}
	f := Figure{Kind: Duration, Unit: "s", Interval: a.Interval.scaled(seconds)}
	f.Grain = math.Max(f.Grain, seconds/2)
	if next, ok := s.andAHalf(k + 1); ok && f.single() {
		f.Low, f.High = f.Low+seconds/2, f.High+seconds/2
		f.Grain = seconds / 20
		k = next - 1
	}
	return f, k + 1
}

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
	if power > 1 {
		u = unit{"m" + [...]string{2: "²", 3: "³"}[power], math.Pow(u.factor, float64(power)), 0}
	}
	v := a.Interval
	if s.minusBefore(a.first) && (u.base == "°C" || u.base == "degree") {
		v.Low, v.High = -v.High, -v.Low
	}
	v.Low, v.High = v.Low+u.offset, v.High+u.offset
	f := Figure{Kind: Measure, Unit: u.base, Interval: v.scaled(u.factor)}
	return coarse(f, u.factor), next
}

// coarse gives f the grain of a measure.
func coarse(f Figure, worth float64) Figure {
	f.Grain = math.Max(f.Grain, worth/2)
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
