package figure

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
	f.Grain = grain(a, 1)
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
	if k == i && a.scaled && s.is(k, "of") {
		k++
	}
	if s.is(k, "us", "american", "u.s", "canadian", "australian") && s.is(k+1, "dollars", "dollar") {
		k++
	}
	if c, ok := s.words.money[s.low(k)]; ok && (a.currency == "" || code(a.currency) == code(c.code)) {
		if s.weighs(k) {
			f := Figure{Kind: Measure, Unit: "kg", Interval: a.Interval.scaled(.45359237)}
			f.Grain = grain(a, .45359237)
			return coarse(f), k + 1
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
	f.Grain = grain(a, seconds)
	if next, ok := s.andAHalf(k + 1); ok && f.single() {
		f.Low, f.High = f.Low+seconds/2, f.High+seconds/2
		f.Grain = seconds / 20
		k = next - 1
	}
	return s.withSmaller(f, k+1, seconds)
}

// withSmaller adds the "30 minutes" of "2 hours and 30 minutes", and the same of feet and inches.
func (s *scan) withSmaller(f Figure, end int, worth float64) (Figure, int) {
	k := end
	if s.words.and != "" && s.is(k, s.words.and) || s.is(k, ",") && f.Kind == Duration {
		k++
	}
	n, next := s.number(k)
	if next == k || !n.single() || !f.single() {
		return f, end
	}
	part := s.words.durations[s.low(next)]
	if f.Kind == Measure {
		part = 0
		if s.is(next, "in", "inch", "inches") {
			part = 0.0254
		}
	}
	if part == 0 || part >= worth || n.Low*part >= worth {
		return f, end
	}
	f.Low, f.High = f.Low+n.Low*part, f.High+n.Low*part
	f.Grain = part / 2
	return f, next + 1
}
