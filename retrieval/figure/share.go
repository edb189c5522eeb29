package figure

import "math"

// Shares in words ("a third of", "half the seats", "two-thirds", "one in five"), ranks ("the ninth largest"), ages
// ("aged 26") and lengths of time with an article ("a decade", "half an hour"). A share in words is good to one point.

// fraction reads a share in words, or a length of time with an article.
func (s *scan) fraction(i int) (Figure, int) {
	if f, next := s.articleDuration(i); next > i {
		return f, next
	}
	rel, k := s.qualifier(i)
	count, next := s.numerator(k)
	share, ok := s.words.shares[s.low(next)]
	if !ok || next > k && s.is(next, "half") && count != 1 {
		return s.oneOf(i)
	}
	next++
	if !s.is(next, s.words.of...) && !(s.is(next-1, s.words.half...) && s.is(next, "the", "its", "their", "all", "that")) && !s.is(next-1, "thirds", "quarters", "fifths", "fourths") {
		return Figure{}, i
	}
	if s.words.ordinals[s.low(k-1)] > 0 || next == k+1 && (s.is(k-1, "the", "this", "that") || sides[s.low(k-1)]) {
		return Figure{}, i
	}
	v := exactly(count * share)
	v.Grain = 1
	f := Figure{Kind: Percent, Interval: rel.apply(v), Approximate: rel != plain}
	return s.spanning(f, i, next), next
}

// sides are the words before a half that is a place or a time.
var sides = set(`first second latter other better upper lower left right western eastern northern southern top bottom
	front back early late final opening last earlier later next previous`)

// numerator reads the "two" of "two-thirds"; an article or nothing is one.
func (s *scan) numerator(k int) (float64, int) {
	if s.words.article[s.low(k)] {
		return 1, k + 1
	}
	n, ok := s.words.ones[s.low(k)]
	if !ok {
		return 1, k
	}
	if s.hyphen(k + 1) {
		return n, k + 2
	}
	return n, k + 1
}

// oneOf reads "one in five" and "two out of three".
func (s *scan) oneOf(i int) (Figure, int) {
	rel, k := s.qualifier(i)
	a, ok := s.words.ones[s.low(k)]
	next := k + 1
	switch {
	case s.is(next, "out") && s.is(next+1, "of"):
		next += 2
	case s.is(next, s.words.oneIn...):
		next++
	default:
		return Figure{}, i
	}
	b, end := s.number(next)
	if !ok || end == next || !b.single() || b.Low <= a || a < 1 || s.words.durations[s.low(end)] > 0 || s.is(end, "%") {
		return Figure{}, i
	}
	if s.at(next).kind == digits && b.Low >= 1000 && b.bare { // "one in 2011"
		return Figure{}, i
	}
	v := exactly(100 * a / b.Low)
	v.Grain = 1
	f := Figure{Kind: Percent, Interval: rel.apply(v), Approximate: rel != plain}
	return s.spanning(f, i, end), end
}

// articleDuration reads "a decade", "half an hour", "for a week". "A week" alone may be a rate ("twice a week"), so
// shorter units need a word before that makes them a length.
func (s *scan) articleDuration(i int) (Figure, int) {
	rel, k := s.qualifier(i)
	share := 1.0
	switch {
	case s.is(k, s.words.half...) && s.words.article[s.low(k+1)]:
		share, k = 0.5, k+1
	case s.words.article[s.low(k)] && s.is(k+1, s.words.half...):
		share, k = 0.5, k+1
	case !s.words.article[s.low(k)]:
		return Figure{}, i
	}
	if s.hyphen(k + 1) {
		k++
	}
	seconds := s.words.durations[s.low(k+1)]
	_, andAHalf := s.andAHalf(k + 2)
	length := andAHalf || share < 1 || rel != plain || seconds >= decade || seconds == 2*week || s.words.lasting[s.low(i-1)]
	if seconds == 0 || !length && !s.is(k+2, s.words.ago...) || s.is(k+1, "second", "min", "sec") {
		return Figure{}, i
	}
	v := exactly(share * seconds)
	end := k + 2
	if next, ok := s.andAHalf(end); ok {
		v, end = exactly(1.5*seconds), next
	}
	v.Grain = seconds * share / 2
	f := Figure{Kind: Duration, Unit: "s", Interval: rel.apply(v), Approximate: rel != plain}
	return s.agoOrAge(s.spanning(f, i, end), i, end)
}

// age reads "aged 26", "at the age of 26", "aged between 18 and 25".
func (s *scan) age(i int) (Figure, int) {
	if !s.is(i, s.words.aged...) {
		return Figure{}, i
	}
	k := i + 1
	if s.is(k, s.words.of...) {
		k++
	}
	rel, k := s.qualifier(k)
	a, next := s.rangeOf(k)
	if next == k || !(a.High < 130) || a.currency != "" || a.scaled || s.foreign(a.first, next) {
		return Figure{}, i
	}
	if _, ok := s.words.durations[s.low(next)]; ok && s.is(next, "years", "ans", "jahre", "años", "лет") {
		next++
	}
	f := Figure{Kind: Age, Unit: "s", Interval: rel.apply(a.Interval.scaled(year)), Approximate: rel != plain}
	f.Grain = math.Max(f.Grain, year/2)
	return s.spanning(f, a.first, next), next
}

// rank reads an ordinal before a noun: "the ninth largest", "his 21st book". At the start of a phrase "first" and
// "second" are adverbs.
func (s *scan) rank(i int) (Figure, int) {
	n, next := s.ordinal(i)
	if next == i || s.at(next).kind != word || s.words.stops[s.low(next)] {
		return Figure{}, max(i, next*oneIf(next > i+1))
	}
	if n < 3 && !s.is(i-1, "the", "a", "his", "her", "its", "their", "our", "my", "this") {
		return Figure{}, i
	}
	f := s.spanning(Figure{Kind: Ordinal, Interval: exactly(float64(n))}, i, next)
	return f, next
}

// ordinal reads "ninth", "twenty-first" or "21st".
func (s *scan) ordinal(i int) (int, int) {
	t := s.at(i)
	if t.kind == digits && s.is(i+1, "st", "nd", "rd", "th") && s.at(i+1).glued && !s.foreign(i, i) {
		if w, ok := parseDigits(t.low, s.words.decimalComma); ok && w.bare && w.value > 0 && w.value < 1e6 {
			return int(w.value), i + 2
		}
	}
	if ten := s.words.ones[t.low]; ten >= 20 && s.hyphen(i+1) {
		if n := s.words.ordinals[s.low(i+2)]; n > 0 && n < 10 {
			return int(ten) + int(n), i + 3
		}
	}
	if n := s.words.ordinals[t.low]; n > 0 {
		return int(n), i + 1
	}
	return 0, i
}
