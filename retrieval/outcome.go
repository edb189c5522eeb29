package retrieval

import "pullquote/retrieval/figure"

const (
	// answeredFrom is the confidence from which on a question counts as answered, chosen on the dev sets.
	answeredFrom = .36
	// mentionedFrom is the confidence from which on the corpus is said to speak of the subject, unless more than
	// unknownMost of the question, by weight, is words that occur nowhere.
	mentionedFrom = .12
	unknownMost   = .6

	// passageShare is the part of the confidence that the best passage's score makes up; the rest is what the best
	// sentence holds of the question.
	passageShare = .8
	// strangerFactor is for a name in the question that occurs nowhere in the corpus.
	strangerFactor = .7
	// absentFactor is for a question that asks for a figure where the best sentences state none.
	absentFactor = .6
)

// judge sets confidence and outcome, and explains them.
func (a *Answer) judge(sentences []sentence, reading *query, p *plan) {
	a.Explanation = Explanation{Asks: string(p.asks), Threshold: answeredFrom, Features: map[string]float64{}}
	if reading == nil {
		return
	}
	a.Explanation.Terms = reading.explain()
	if len(sentences) == 0 {
		return
	}
	f := features(sentences, reading, p)
	a.Explanation.Features = f
	c := passageShare*f["passage"] + (1-passageShare)*f["coverage"]
	if f["strangers"] > 0 {
		c *= strangerFactor
	}
	if f["absent"] > 0 {
		c *= absentFactor
	}
	a.Confidence = rounded(min(1, max(0, c)))
	switch {
	case a.Confidence >= answeredFrom:
		a.Outcome = Answered
	case speaksOf(a.Confidence, f):
		a.Outcome = Mentioned
	}
}

// speaksOf reports whether the corpus speaks of the question's subject: of its names, where it has any, else of its
// words.
func speaksOf(confidence float64, f map[string]float64) bool {
	known := confidence >= mentionedFrom && f["unknown"] <= unknownMost
	if f["strangers"] > 0 {
		return known && f["acquaintances"] > 0
	}
	return known || f["acquaintances"] > 0
}

// features returns the numbers that the confidence is made of: the score of the best passage and the share of the
// question in the best sentence, the names of the question that occur nowhere and those that occur, the share of its
// words, by weight, that are unknown, and whether a figure is asked for but not stated.
func features(sentences []sentence, reading *query, p *plan) map[string]float64 {
	best := sentences[0]
	f := map[string]float64{"coverage": best.coverage, "strangers": 0, "acquaintances": 0, "absent": 0, "unknown": reading.unknownShare()}
	for _, s := range sentences {
		f["passage"] = max(f["passage"], s.candidate.score)
	}
	for _, w := range reading.words {
		switch {
		case w.history || !w.name:
		case w.passages == 0:
			f["strangers"]++
		default:
			f["acquaintances"]++
		}
	}
	const looked = 5
	if p.asks == asksFigure && p.figure.Kinds[0] != figure.Measure { // a size is often told without a figure
		f["absent"] = 1
		for _, s := range sentences[:min(looked, len(sentences))] {
			if len(s.figures) > 0 {
				f["absent"] = 0
			}
		}
	}
	return f
}

// unknownShare returns the share of the question's own words, by weight, that occur nowhere, nor any kin of them.
func (q *query) unknownShare() float64 {
	return q.share(0, func(_ int, w queryWord) float64 {
		switch {
		case w.history:
			return notCounted
		case w.absent:
			return 1
		}
		return 0
	})
}

func (q *query) explain() []TermWeight {
	var out []TermWeight
	for _, w := range q.words {
		out = append(out, TermWeight{w.surface, w.term, w.weight(), w.passages, q.tongue.bridgesFrom(w)})
	}
	return out
}
