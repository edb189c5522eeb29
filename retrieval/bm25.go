package retrieval

import (
	"math"

	"pullquote/retrieval/postings"
)

// The order of passages is BM25 with the constants of package postings and the non-negative idf of Lucene.
const (
	bm25K1 = postings.K1
)

// idf returns the inverse document frequency of a term that occurs in n of all passages.
func idf(n, all int) float64 {
	return math.Log(1 + (float64(all)-float64(n)+.5)/(float64(n)+.5))
}

// fieldStats are the statistics of one field over all passages that have it.
type fieldStats struct {
	passages int
	terms    int
}

func (s fieldStats) average() float64 {
	if s.passages == 0 {
		return 1
	}
	return max(1, float64(s.terms)/float64(s.passages))
}

// add counts the field of one more passage; an empty one is not counted.
func (s *fieldStats) add(terms int) {
	if terms > 0 {
		s.passages++
		s.terms += terms
	}
}

// sum adds other statistics, sign times.
func (s *fieldStats) sum(o fieldStats, sign int) {
	s.passages += sign * o.passages
	s.terms += sign * o.terms
}
