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

// share returns the weighted mean, between 0 and 1, of what had returns for the question's words: how much of word i is
// had, or notCounted for a word that does not count. It returns none where no word counts.
func (q *query) share(none float64, had func(i int, w queryWord) float64) float64 {
	have, all := 0.0, 0.0
	for i, w := range q.words {
		if part := had(i, w); part >= 0 {
			all += w.weight()
			have += part * w.weight()
		}
	}
	if all == 0 {
		return none
	}
	return rounded(have / all)
}

// notCounted is what had of share returns for a word that does not count.
const notCounted = -1

// coverage returns the share of the question's weight that the matches hold, between 0 and 1.
func (q *query) coverage(found matches) float64 {
	return q.share(0, func(i int, _ queryWord) float64 { return found.safety(i) })
}

// wordCoverage returns the share of the question's own words that the matches hold, all words alike.
func (q *query) wordCoverage(found matches) float64 {
	held, all := 0.0, 0.0
	for i, w := range q.words {
		if !w.history {
			held += found.safety(i)
			all++
		}
	}
	return held / max(1, all)
}
