package retrieval

import (
	"strings"

	"pullquote/retrieval/analysis"
)

// plan is what a question asks for, whatever language the documents are written in.
type plan struct {
	question Question
	asks     asks
	asked    map[string]bool // the question's words in lower case
}

func newPlan(q Question) *plan {
	p := &plan{question: q, asks: readAsks(q.Text), asked: map[string]bool{}}
	for _, tok := range analysis.For("").Tokens(q.Text) {
		p.asked[strings.ToLower(q.Text[tok.Start:tok.End])] = true
	}
	return p
}

// isAsked reports whether the question holds a word, whatever its case.
func (p *plan) isAsked(word string) bool { return p.asked[strings.ToLower(word)] }

// cue returns what the sentence's signs of the expected type of answer are worth.
func (p *plan) cue(s sentence) float64 {
	if p.asks.cue(s.text(), p.isAsked) {
		return cueWeight
	}
	return 0
}
