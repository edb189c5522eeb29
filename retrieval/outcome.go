package retrieval

import "slices"

const (
	// AnsweredFrom is the confidence from which on a question counts as answered. It is below one half because who is
	// refused an answer loses more than who reads that a quote is none.
	AnsweredFrom = .38
	// mentionedFrom is the confidence from which on the corpus is said to speak of the subject.
	mentionedFrom = .1
)

// judge sets confidence and outcome, and explains them.
func (a *Answer) judge(sentences []*sentence, reading *query, p *plan) {
	a.Explanation.Asks = string(p.asks)
	if reading == nil {
		return
	}
	a.Explanation.Terms = reading.explain()
	if len(sentences) == 0 {
		return
	}
	x := evidence{sentences, p}
	f := x.features()
	a.Explanation.Features = f
	a.Confidence = confidence(f)
	switch {
	case a.Confidence >= a.Explanation.Threshold:
		a.Outcome = Answered
	case x.speaksOf(a.Confidence):
		a.Outcome = Mentioned
	}
}

// features returns the signals by name.
func (x evidence) features() map[string]float64 {
	f := map[string]float64{}
	for _, s := range Signals() {
		f[s.Name] = rounded(s.read(x))
	}
	return f
}

// speaksOf reports whether the corpus speaks of the question's subject: likely enough, or because all of its names, with
// what numbers go with them, stand near each other.
func (x evidence) speaksOf(confidence float64) bool {
	q := x.best().query
	return confidence >= mentionedFrom || slices.ContainsFunc(q.words, q.isNamed) && x.names() == 1
}

func (q *query) explain() []TermWeight {
	var out []TermWeight
	for _, w := range q.words {
		out = append(out, TermWeight{w.surface, w.term, w.weight(), w.passages, q.tongue.bridgesFrom(w)})
	}
	return out
}
