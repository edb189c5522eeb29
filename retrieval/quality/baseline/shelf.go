package baseline

import (
	"math"

	"github.com/blevesearch/bleve/v2/analysis"

	"pullquote/corpus"
)

// shelf holds the passages of one language and their statistics.
type shelf struct {
	analyzer  analysis.Analyzer
	numbers   map[string]int // of terms
	postings  [][]posting    // by term
	passages  []passage
	terms     int // of all passages
	sentences int // of all passages
	// sentenceTerms is terms without those of titles.
	sentenceTerms int
}

// posting says how often a passage holds a term.
type posting struct{ passage, count int }

// passage is a passage as terms.
type passage struct {
	corpus.Passage
	length    int // of title and text
	sentences []bag
}

// bag counts the terms of a text.
type bag struct {
	counts map[int]int
	length int
}

func newShelf(a analysis.Analyzer) *shelf {
	return &shelf{analyzer: a, numbers: map[string]int{}}
}

// add indexes a passage.
func (s *shelf) add(p corpus.Passage) {
	whole := s.bag(p.Document().Metadata().Title.Value)
	in := passage{Passage: p}
	text := p.Document().Text()
	for i := range p.Len() {
		at := p.Sentence(i)
		sentence := s.bag(text[at.Start:at.End])
		in.sentences = append(in.sentences, sentence)
		whole.addAll(sentence)
		s.sentenceTerms += sentence.length
	}
	for term, count := range whole.counts {
		s.postings[term] = append(s.postings[term], posting{len(s.passages), count})
	}
	in.length = whole.length
	s.terms += whole.length
	s.sentences += len(in.sentences)
	s.passages = append(s.passages, in)
}

// bag returns the terms of a text, giving numbers to new ones.
func (s *shelf) bag(text string) bag {
	out := bag{counts: map[int]int{}}
	for _, token := range s.analyzer.Analyze([]byte(text)) {
		n, known := s.numbers[string(token.Term)]
		if !known {
			n = len(s.postings)
			s.numbers[string(token.Term)] = n
			s.postings = append(s.postings, nil)
		}
		out.counts[n]++
		out.length++
	}
	return out
}

func (b *bag) addAll(o bag) {
	for term, n := range o.counts {
		b.counts[term] += n
	}
	b.length += o.length
}

// query is a question as the terms of one shelf, each once; highest is the score that no passage can exceed.
type query struct {
	terms   []queryTerm
	highest float64
}

// queryTerm is a term of a question that some passage holds.
type queryTerm struct {
	number int
	idf    float64
}

// read returns the terms of a question.
func (s *shelf) read(question string) query {
	var q query
	seen := map[string]bool{}
	for _, token := range s.analyzer.Analyze([]byte(question)) {
		term := string(token.Term)
		if seen[term] {
			continue
		}
		seen[term] = true
		n, known := s.numbers[term]
		if !known {
			q.highest += s.idf(0) * (k1 + 1)
			continue
		}
		idf := s.idf(len(s.postings[n]))
		q.terms = append(q.terms, queryTerm{n, idf})
		q.highest += idf * (k1 + 1)
	}
	return q
}

// hit is a passage that holds words of a question.
type hit struct {
	*shelf
	query query
	index int
	score float64
}

// search returns the passages that hold a term of the question, in their order.
func (s *shelf) search(q query) []hit {
	scores := make([]float64, len(s.passages))
	average := float64(s.terms) / float64(max(1, len(s.passages)))
	for _, t := range q.terms {
		for _, p := range s.postings[t.number] {
			scores[p.passage] += t.idf * saturation(p.count, s.passages[p.passage].length, average)
		}
	}
	var out []hit
	for i, score := range scores {
		if score > 0 {
			out = append(out, hit{s, q, i, rounded(score)})
		}
	}
	return out
}

func (h hit) passage() corpus.Passage { return h.passages[h.index].Passage }

// confidence is the score over the highest that a passage could have.
func (h hit) confidence() float64 { return rounded(h.score / h.query.highest) }

// ofSentence is the BM25 of a sentence among all sentences, with the rarity of its terms among passages.
func (h hit) ofSentence(words bag) float64 {
	average := float64(h.sentenceTerms) / float64(max(1, h.sentences))
	sum := 0.0
	for _, t := range h.query.terms {
		if n := words.counts[t.number]; n > 0 {
			sum += t.idf * saturation(n, words.length, average)
		}
	}
	return sum
}

// saturation and idf are the formula of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
// Beyond" (2009), with Lucene's inverse document frequency, which is never negative.
func saturation(count, length int, average float64) float64 {
	n := float64(count)
	return n * (k1 + 1) / (n + k1*(1-b+b*float64(length)/average))
}

// idf is what a term is worth that is in n passages.
func (s *shelf) idf(n int) float64 {
	return math.Log(1 + (float64(len(s.passages))-float64(n)+.5)/(float64(n)+.5))
}
