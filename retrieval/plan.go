package retrieval

import (
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/figure"
)

// plan is what a question asks for, whatever language the documents are written in.
type plan struct {
	asks   asks
	figure figure.Ask      // what figure is asked for, if asks is asksFigure
	asked  map[string]bool // the question's words in lower case
}

// newPlan reads the question's form; language is the one the question is written in, "" if it is not known.
func newPlan(question, language string) *plan {
	p := &plan{asks: readAsks(question), asked: map[string]bool{}}
	if ask, ok := figure.Asks(question, language); ok {
		p.asks, p.figure = asksFigure, ask
	}
	for _, tok := range analysis.For("").Tokens(question) {
		p.asked[strings.ToLower(question[tok.Start:tok.End])] = true
	}
	return p
}

// isAsked reports whether the question holds a word, whatever its case.
func (p *plan) isAsked(word string) bool { return p.asked[strings.ToLower(word)] }

// read finds in a sentence what the question asks for, and returns what that is worth.
func (p *plan) read(s *sentence) float64 {
	if p.asks == asksFigure {
		s.figures = p.figures(s)
		if len(s.figures) > 0 {
			return figureWeight
		}
		return 0
	}
	if p.asks.cue(s.text(), p.isAsked) {
		return cueWeight
	}
	return 0
}

// figures returns the figures of the sentence that can answer the question, with places in the document.
func (p *plan) figures(s *sentence) []figure.Figure {
	text, start := s.text(), s.span().Start
	meta := s.passage.Document().Metadata()
	found := figure.Find(text, meta.Language.Value, meta.Published)
	if len(found) == 0 {
		return nil
	}
	var focus []corpus.Span
	for _, m := range s.found[s.at] {
		focus = append(focus, m.Shift(-start))
	}
	best := figure.Best(found, p.figure, text, focus)
	for i := range best {
		best[i].Span, best[i].Phrase = best[i].Shift(start), best[i].Phrase.Shift(start)
	}
	return best
}

// isCounted reports whether a word of the question is only the thing that is counted: the people of "how many
// people were arrested".
func (p *plan) isCounted(word string) bool {
	return p.figure.Noun != "" && strings.EqualFold(word, p.figure.Noun)
}
