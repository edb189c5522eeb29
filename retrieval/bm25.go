package retrieval

import "math"

// BM25 after Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
// non-negative idf of Lucene. k1 bounds what repetition is worth, b how much a long passage is discounted.
const (
	bm25K1 = 1.2
	bm25B  = .75
)

// idf returns the inverse document frequency of a term that occurs in n of all passages.
func idf(n, all int) float64 {
	return math.Log(1 + (float64(all)-float64(n)+.5)/(float64(n)+.5))
}

// saturation returns what freq occurrences in a field of length terms are worth, between 0 and bm25K1+1.
func saturation(freq, length, average float64) float64 {
	return freq * (bm25K1 + 1) / (freq + bm25K1*(1-bm25B+bm25B*length/average))
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
