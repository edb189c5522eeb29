package figure

import "math"

// relation is how a qualifier moves the values that a number admits.
//
//	over       more than 3,000      (3000, ∞)
//	atLeast    at least 15          [15, ∞)
//	under      fewer than 20        [0, 20)
//	upTo       up to 40             [0, 40]
//	nearly     nearly 10,000        [9000, 10000]; one tenth, at least a half
//	justOver   just over 200        (200, 220]
//	about      about 400            a tenth either way, or half of the last digit that is not 0 if that is more;
//	           about 4,404          a hundredth, since who counts to the last digit means it
//
// The tenth is our choice: newspaper style has no rule, and a wider margin only makes fewer contradictions.
type relation int

const (
	plain relation = iota
	over
	atLeast
	under
	upTo
	nearly
	justOver
	about
)

// apply returns the values that r leaves of v.
func (r relation) apply(v Interval) Interval {
	margin := math.Max(math.Abs(v.High)/10, 0.5)
	switch r {
	case over:
		v.High, v.HighOpen, v.LowOpen = math.Inf(1), false, v.single()
	case atLeast:
		v.High, v.HighOpen = math.Inf(1), false
	case under:
		v.Low, v.LowOpen, v.HighOpen = floor(v), false, true
	case upTo:
		v.Low, v.LowOpen = floor(v), false
	case nearly:
		v.Low, v.LowOpen = v.Low-margin, false
	case justOver:
		v.LowOpen, v.High, v.HighOpen = true, v.High+margin, false
	case about:
		if v.single() {
			m := estimate(v.Low)
			v.Low, v.High = v.Low-m, v.High+m
		}
	}
	return v
}

// floor is the least value a quantity below v can have.
func floor(v Interval) float64 {
	if v.High > 0 {
		return 0
	}
	return math.Inf(-1)
}

func estimate(x float64) float64 {
	digits, worth := significant(x)
	share := 0.1
	if digits > 2 {
		share = 0.01
	}
	return math.Max(math.Abs(x)*share, worth/2)
}

// phrase is a run of lower-case words and what it means.
type phrase struct {
	words []string
	means relation
}

// phrasesOf indexes phrases by their first word, longest first.
type phrases map[string][]phrase

// match returns the meaning of the longest phrase that starts with token i, and the token after it.
func (p phrases) match(s *scan, i int) (relation, int) {
	for _, q := range p[s.low(i)] {
		if s.follows(i, q.words) {
			return q.means, i + len(q.words)
		}
	}
	return plain, i
}

// follows reports whether the tokens from i on are words.
func (s *scan) follows(i int, words []string) bool {
	for k, w := range words {
		if s.low(i+k) != w {
			return false
		}
	}
	return true
}

// qualifier reads a qualifier before a number and the dot of an abbreviated one.
func (s *scan) qualifier(i int) (relation, int) {
	r, next := s.words.qualifiers.match(s, i)
	if r != plain && s.low(next) == "." && s.at(next).glued && len(s.low(i)) <= 6 {
		next++
	}
	return r, next
}
