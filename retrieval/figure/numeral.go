package figure

import "strings"

// wordNumber reads "twenty-six", "six thousand one hundred", "a hundred and five", "two and a half million".
func (s *scan) wordNumber(i int) (number, int) {
	p := numeral{words: s.words}
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
		case s.words.and != "" && s.is(k, s.words.and) && (p.last >= 100 || s.words.andTens && p.last >= 20):
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
