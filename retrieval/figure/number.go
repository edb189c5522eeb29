package figure

import "strings"

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
	// bare is true for digits without separator, decimals or scale: what may be a year or part of a name.
	bare bool
	// scaled is true where a scale such as "million" was read.
	scaled bool
}

// number reads a number and returns the token after it.
func (s *scan) number(i int) (number, int) {
	for _, read := range []func(int) (number, int){s.digitNumber, s.vagueNumber, s.halfScale, s.wordNumber} {
		if n, next := read(i); next > i {
			return n, next
		}
	}
	return number{}, i
}

func (s *scan) digitNumber(i int) (number, int) {
	w, next := s.digitsAt(i)
	if next == i {
		return number{}, i
	}
	n := number{Interval: exactly(w.value), bare: w.bare}
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

// shortScale reads "bn", "mn", and "m" or "k" if they touch the digits. "1.5m" is a million and a half unless a word
// of length follows ("1.5m tall"); "1.5 m" is a length.
func (s *scan) shortScale(i int) (float64, bool) {
	t := s.at(i)
	switch t.low {
	case "bn":
		return 1e9, true
	case "mn", "mln":
		return 1e6, true
	case "tn", "trn":
		return 1e12, true
	case "k":
		return 1e3, t.glued
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
	if v, ok := s.words.magnitudes[low]; ok {
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

// wordNumber reads "twenty-six", "six thousand one hundred", "a hundred and five", "two and a half million".
func (s *scan) wordNumber(i int) (number, int) {
	p := &numeral{words: s.words}
	k := i
	if s.words.article[s.low(i)] && s.words.scales[s.low(i+1)] > 0 {
		p.add(1)
		k++
	}
	for end := i + 16; k < end; {
		next, ok := p.step(s, k)
		if !ok {
			break
		}
		k = next
	}
	if !p.begun || k == i+1 && s.words.article[s.low(i)] {
		return number{}, i // "ein" and "une" alone are articles
	}
	n := number{Interval: exactly(p.total + p.current), scaled: p.scale > 1}
	if p.half {
		n.Grain = p.scale / 20
	} else if p.scale >= 1e6 {
		n.Grain = p.scale / 2
	}
	return n, k
}

// numeral is a number in words being read.
type numeral struct {
	words          *vocabulary
	begun, half    bool
	total, current float64
	last           float64 // the word before, 0 at the start
	scale          float64 // the last scale read
}

func (p *numeral) add(v float64) {
	p.current, p.last, p.begun = p.current+v, v, true
}

// step reads the next word of the numeral, together with what joins it to the one before.
func (p *numeral) step(s *scan, k int) (int, bool) {
	if p.begun {
		if after, ok := s.andAHalf(k); ok && p.current < 100 && !p.half {
			p.current, p.half = p.current+0.5, true
			return after, true
		}
		switch {
		case s.hyphen(k):
			k++
		case p.last >= 100 && s.is(k, s.words.and) && s.words.and != "":
			if _, ok := p.words.ones[s.low(k+1)]; !ok {
				return k, false
			}
			k++
		}
	}
	if v, ok := p.words.scales[s.low(k)]; ok {
		return k + 1, p.multiply(v)
	}
	v, ok := s.words.simple(s.low(k))
	if !ok || !p.fits(v) {
		return k, false
	}
	p.add(v)
	return k + 1, true
}

// fits reports whether v can follow the words before: twenty takes six, hundred takes twenty, six takes nothing.
func (p *numeral) fits(v float64) bool {
	switch {
	case !p.begun:
		return true
	case p.half || v == 0:
		return false
	case p.last >= 100:
		return true
	}
	return p.last >= 20 && v < 10 || p.words.sixties && p.last >= 60 && v < 20
}

func (p *numeral) multiply(v float64) bool {
	if !p.begun {
		if p.words.bareScales == nil || !p.words.bareScales[v] {
			return false
		}
		p.current = 1
	}
	if p.current == 0 && p.last >= 100 { // "hundred thousand million" is not read
		return false
	}
	p.begun, p.last, p.scale = true, v, v
	if v < 1000 {
		p.current *= v
		return true
	}
	p.total, p.current = p.total+p.current*v, 0
	return true
}

// simple returns the value of a word below a hundred, compounds such as "sechsundzwanzig" included.
func (v *vocabulary) simple(low string) (float64, bool) {
	if n, ok := v.ones[low]; ok {
		return n, true
	}
	if v.inner == "" {
		return 0, false
	}
	unit, ten, _ := strings.Cut(low, v.inner)
	a, b := v.ones[unit], v.ones[ten]
	return a + b, a > 0 && a < 10 && b >= 20
}
