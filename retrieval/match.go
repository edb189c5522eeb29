package retrieval

import "pullquote/corpus"

// matches are places of the question's words, in order.
type matches []match

type match struct {
	corpus.Span
	sense
}

// hasPair reports whether words p and p+1 of the question stand within a few characters of each other, in order. One
// term that says both is no pair.
func (m matches) hasPair(p int) bool {
	const gap = 3 // bytes: a space, a hyphen, an apostrophe with s
	for i := 1; i < len(m); i++ {
		a, b := m[i-1], m[i]
		if a.word == p && b.word == p+1 && a.Start < b.Start && b.Start-a.End <= gap {
			return true
		}
	}
	return false
}

// safety returns how safely a word of the question is said, 0 if it is not.
func (m matches) safety(word int) float64 {
	most := 0.0
	for _, x := range m {
		if x.word == word {
			most = max(most, x.safety)
		}
	}
	return most
}

// coverage returns the share of the question's weight that the matches hold, between 0 and 1.
func (q *query) coverage(found matches) float64 {
	have, all := 0.0, 0.0
	for i, w := range q.words {
		all += w.weight()
		have += found.safety(i) * w.weight()
	}
	if all == 0 {
		return 0
	}
	return have / all
}

// keyCoverage returns the share of the question's weight, without the thing that is counted, that the matches hold; kin
// count in full, because what is stated of the detained is stated of the arrested.
func (q *query) keyCoverage(found matches, p *plan) float64 {
	have, all := 0.0, 0.0
	for i, w := range q.words {
		if p.isCounted(q, w) || w.history {
			continue
		}
		all += w.weight()
		if found.safety(i) > 0 {
			have += w.weight()
		}
	}
	if all == 0 { // "how many people?"
		return 1
	}
	return have / all
}
