package figure

// A number is digits or words, then perhaps a half and scales: "3,000", "80million", "twenty-six", "a hundred and
// five", "two and a half million", "several thousand", "tens of thousands". A number before "million" is as exact as
// its last digit, since 1,512,340 is reported as 1.5 million.
//
// Words of magnitude have the range in which the next greater word would not be used: dozens are 24 to 99, hundreds
// 200 to 999; thousands may be tens of thousands. "Several" is three to nine, "a few" two to nine, "a couple" two or
// three of what follows.

// number is a number as read.
type number struct {
	Interval
	vague bool
	// bare is true for digits without separator or scale: what may be a year, a version or part of a name.
	bare bool
	// scaled is true where a scale such as "million" was read.
	scaled bool
}

// number reads a number and returns the token after it.
func (s *scan) number(i int) (number, int) {
	for _, read := range numberReaders {
		if n, next := read(s, i); next > i {
			return n, next
		}
	}
	return number{}, i
}

var numberReaders = [...]func(*scan, int) (number, int){
	(*scan).digitNumber, (*scan).vagueNumber, (*scan).halfScale, (*scan).wordNumber,
}

func (s *scan) digitNumber(i int) (number, int) {
	w, next := s.digitsAt(i)
	if next == i {
		return number{}, i
	}
	n := number{Interval: exactly(w.value), bare: w.bare || w.decimals > 0}
	worth := w.lastDigit()
	if after, ok := s.andAHalf(next); ok {
		n.Interval, worth, next = exactly(w.value+0.5), 0.1, after
	}
	if factor, after := s.scales(next); after > next {
		n.Interval = n.Interval.scaled(factor)
		n.Grain, n.bare, n.scaled = worth*factor/2, false, true
		next = after
	} else if w.decimals > 0 {
		n.Grain = worth / 2
	}
	return n, next
}

// scales reads up to two scales such as "million" or "hundred thousand", with a space, a hyphen or nothing before.
func (s *scan) scales(i int) (float64, int) {
	factor := 1.0
	for range 2 {
		k := i
		if s.hyphen(k) {
			k++
		}
		v, ok := s.words.scales[s.low(k)]
		if !ok {
			v, ok = s.shortScale(k)
		}
		if !ok {
			break
		}
		factor, i = factor*v, k+1
		if s.is(i, ".") && s.at(i).glued && s.words.dottedScales[s.low(k)] {
			i++
		}
	}
	return factor, i
}

// shortScale reads "bn", "mn", the "millions" of "7 millions", and "m" or "k" if they touch the digits. "1.5m" is a million and a half unless a word
// of length follows ("1.5m tall"); "1.5 m" is a length.
func (s *scan) shortScale(i int) (float64, bool) {
	t := s.at(i)
	switch t.low {
	case "bn":
		return 1e9, true
	case "billions":
		return 1e9, s.at(i-1).kind == digits
	case "millions":
		return 1e6, s.at(i-1).kind == digits
	case "mn", "mln":
		return 1e6, true
	case "tn", "trn":
		return 1e12, true
	case "k":
		return 1e3, t.glued
	case "mil":
		return 1e6, s.currencyBefore(i - 1)
	case "b":
		return 1e9, t.glued && s.currencyBefore(i-1)
	case "m":
		next := s.at(i + 1)
		metres := lengthWords[next.low] || next.kind == digits || next.glued && (next.low == "/" || next.low == "²")
		return 1e6, t.glued && !metres || s.currencyBefore(i-1)
	}
	return 0, false
}

func (s *scan) currencyBefore(i int) bool { return currencySigns[s.low(i-1)] != "" }

// andAHalf reads "and a half".
func (s *scan) andAHalf(i int) (int, bool) {
	for _, p := range s.words.andAHalf {
		if s.follows(i, p) {
			return i + len(p), true
		}
	}
	return i, false
}

// halfScale reads "half a million" and "a quarter of a million".
func (s *scan) halfScale(i int) (number, int) {
	k, share := i, 0.5
	switch {
	case s.words.article[s.low(i)] && s.is(i+1, "half"):
		k = i + 2
	case s.words.article[s.low(i)] && s.is(i+1, "quarter") && s.is(i+2, "of"):
		k, share = i+3, 0.25
	case s.is(i, s.words.half...):
		k = i + 1
	default:
		return number{}, i
	}
	if s.words.article[s.low(k)] {
		k++
	}
	factor, ok := s.words.scales[s.low(k)]
	if !ok {
		return number{}, i
	}
	n := number{Interval: exactly(share * factor), scaled: true}
	n.Grain = factor / 20
	return n, k + 1
}

// vagueNumber reads words of magnitude.
func (s *scan) vagueNumber(i int) (number, int) {
	low := s.low(i)
	if v, ok := s.words.magnitudes[low]; ok && (!s.words.needsOf[low] || s.is(i+1, s.words.of...)) {
		return s.magnitude(v, i+1)
	}
	k := i
	if s.words.article[low] {
		k++
	}
	v, ok := s.words.few[s.low(k)]
	if !ok || (k > i) != s.words.needsArticle[s.low(k)] {
		return number{}, i
	}
	k++
	if s.is(k, s.words.of...) && s.words.scales[s.low(k+1)] > 0 {
		k++
	}
	if factor, next := s.scales(k); next > k {
		return number{Interval: v.scaled(factor), vague: true, scaled: true}, next
	}
	if s.is(k, s.words.of...) && !s.is(i+1, "couple", "pair") {
		return number{}, i // "several of them" counts nothing by itself
	}
	return number{Interval: v, vague: true}, k
}

// magnitude reads what may follow "tens": "of thousands".
func (s *scan) magnitude(v Interval, i int) (number, int) {
	n := number{Interval: v, vague: true}
	if !s.is(i, s.words.of...) {
		return n, i
	}
	if m, ok := s.words.magnitudes[s.low(i+1)]; ok {
		factor := m.Low / 2 // the scale itself: thousands begin with two
		n.Interval = Interval{Low: v.Low * factor, High: min(v.High, 10*v.Low/2) * factor, HighOpen: true}
		return n, i + 2
	}
	return n, i
}
