package retrieval

import (
	"cmp"
	"slices"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval/figure"
)

// The score of a sentence is the score of its passage plus what follows. The weights were tuned on the dev sets.
const (
	// coverageWeight is for the share of the question, by weight of its words, that the sentence holds.
	coverageWeight = .5
	// figureWeight is for a figure of the kind asked for.
	figureWeight = .15
	// nameWeight is for the share of the question's names that the text up to the sentence holds.
	nameWeight = .2
	// headingPenalty and captionPenalty keep text that names a subject behind text that says something about it.
	headingPenalty = .2
	captionPenalty = .1
	// shortPenalty is for fragments of fewer than shortWords words.
	shortPenalty = .1
	shortWords   = 4
	// highestScore is the score of a sentence that repeats the whole question, in a passage and under a title about
	// nothing else.
	highestScore = 1 + titleWeight + pairBonus + coverageWeight + nameWeight + figureWeight
)

// cueWeights are for a sign that the sentence states the type of answer asked for.
var cueWeights = map[asks]float64{asksPlace: .12, asksReason: .12, asksDefinition: .08, asksPerson: .04}

// sentence is a sentence of a candidate passage and what it is worth as an answer.
type sentence struct {
	*candidate
	at       int             // in the passage
	figures  []figure.Figure // those that answer the question, with places in the document
	others   []figure.Figure // all of the kind asked for, figures included
	coverage float64
	score    float64
}

// scoreSentences scores every sentence of the candidates that holds a word of the question, best first. Where only the
// title holds one, the passage answers for what its title asks, and its opening sentence is scored.
func scoreSentences(candidates []*candidate, p *plan) []sentence {
	var out []sentence
	for _, c := range candidates {
		for i, found := range c.found {
			if len(found) == 0 && !(i == 0 && c.onlyTitle()) {
				continue
			}
			s := sentence{candidate: c, at: i, coverage: c.query.coverage(found)}
			s.score = rounded(nameWeight*c.nameCoverage(i) + c.score + coverageWeight*s.coverage + s.form() + p.read(&s))
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b sentence) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index), cmp.Compare(a.at, b.at))
	})
	return out
}

// onlyTitle reports whether words of the question stand in the title and in no sentence of the passage.
func (c *candidate) onlyTitle() bool {
	return len(c.inTitle) > 0 && !slices.ContainsFunc(c.found, func(m matches) bool { return len(m) > 0 })
}

func (s sentence) span() corpus.Span { return s.Sentence(s.at) }

func (s sentence) text() string {
	span := s.span()
	return s.Document().Text()[span.Start:span.End]
}

// form returns the penalty for what is hardly a sentence.
func (s sentence) form() float64 {
	penalty := 0.0
	switch s.Block(s.at).Kind {
	case corpus.Heading:
		penalty -= headingPenalty
	case corpus.Caption:
		penalty -= captionPenalty
	}
	if isShort(s.text()) {
		penalty -= shortPenalty
	}
	return penalty
}

func isShort(text string) bool {
	words := 0
	for range strings.FieldsSeq(text) {
		if words++; words == shortWords {
			return false
		}
	}
	return true
}

// nameCoverage returns the share of the question's names, by weight, that the passage up to and with sentence at, or
// the title, holds; 1 where the question has none.
func (c *candidate) nameCoverage(at int) float64 {
	return c.query.share(1, func(i int, w queryWord) float64 {
		if !w.name || w.history {
			return notCounted
		}
		safest := c.inTitle.safety(i)
		for _, found := range c.found[:at+1] {
			safest = max(safest, found.safety(i))
		}
		return safest
	})
}
