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

// read finds in a sentence what the question asks for, and reports whether there is a sign of it.
func (p *plan) read(s *sentence) bool {
	if p.asks == asksFigure {
		s.figures, s.others = p.figures(s)
		return len(s.figures) > 0
	}
	return p.asks.cue(s.text(), p.isAsked)
}

// figures returns the figures of the sentence that answer the question, and all of the sentence that are of the kind
// asked for, with places in the document.
func (p *plan) figures(s *sentence) (best, all []figure.Figure) {
	text, start := s.text(), s.span().Start
	meta := s.Document().Metadata()
	found := figure.Find(text, meta.Language.Value, meta.Published)
	for i := range found {
		all = append(all, figure.Best(found[i:i+1], p.figure, text, nil)...)
	}
	best = figure.Best(found, p.figure, text, p.focus(s))
	for _, figs := range [][]figure.Figure{best, all} {
		for i := range figs {
			figs[i].Span, figs[i].Phrase = figs[i].Shift(start), figs[i].Phrase.Shift(start)
		}
	}
	return best, all
}

// focus returns the places, in the sentence, of the matched words that the figure must be about: those that weigh
// most, because a figure beside "protests" need not be one of the arrested.
func (p *plan) focus(s *sentence) []corpus.Span {
	const share = .6 // of the heaviest
	heaviest := 0.0
	for _, m := range s.found[s.at] {
		heaviest = max(heaviest, p.keyWeight(s, m))
	}
	var out []corpus.Span
	for _, m := range s.found[s.at] {
		if p.keyWeight(s, m) >= share*heaviest {
			out = append(out, m.Shift(-s.span().Start))
		}
	}
	return out
}

// keyWeight is what a match weighs, nothing if it is only the thing that is counted.
func (p *plan) keyWeight(s *sentence, m match) float64 {
	w := s.query.words[m.word]
	if p.isCounted(s.query, w) {
		return 0
	}
	return m.safety * w.weight()
}

// isCounted reports whether a word of the question only says that persons or things are counted: the people of "how
// many people were arrested".
func (p *plan) isCounted(q *query, w queryWord) bool {
	return strings.EqualFold(w.surface, p.figure.Noun) && q.tongue.analyzer.IsLight(strings.ToLower(w.surface))
}
