package retrieval

import (
	"context"
	"math"
	"slices"

	"pullquote/corpus"
)

// What a passage scores that does not answer hangs on the corpus. Where words are much inflected, or a script has no
// spaces, even the passage that answers holds few of the question's terms; where all documents are about one subject,
// every one holds some. So it is measured: pieces of the corpus's own text are asked as if they were questions, and what
// the best passage of the other documents scores is what a question scores by chance. A score means more the further it
// is above that (evidence.go).

const (
	// mostSamples is how many pieces of text of one language are asked.
	mostSamples = 64
	// sampleTokens is how many words such a piece has, about as many as a question.
	sampleTokens = 10
	// sampleDepth is how many of the passages found are read for one.
	sampleDepth = 5
	// chanceQuantile is the share of pieces that score below chance. It is low because of many pieces further documents
	// do speak: they are no questions that the corpus fails to answer.
	chanceQuantile = .1
	// usualChance is what is taken for the chance where nothing could be measured; it counts as usualSamples pieces.
	usualChance  = .1
	usualSamples = 16
	// leastChance is the chance where documents hardly share a word.
	leastChance = .04
	// spokenOf is the share of a piece's words from which on a passage speaks of the same thing. What it scores is no
	// chance: where many documents tell of one event, most passages do.
	spokenOf = .7
)

// measureChance sets the chance of every language of the edition. It fails when the context ends or the index cannot be
// read.
func (e *edition) measureChance(ctx context.Context) error {
	for _, t := range e.tongues {
		var scores []float64
		for _, p := range e.samples(t) {
			score, ok, err := e.elsewhere(ctx, p)
			if err != nil {
				return err
			}
			if ok {
				scores = append(scores, score)
			}
		}
		t.chance = chanceOf(scores)
	}
	return nil
}

// chanceOf returns the quantile of scores, drawn towards what is usual where they are few.
func chanceOf(scores []float64) float64 {
	if len(scores) == 0 {
		return usualChance
	}
	slices.Sort(scores)
	measured := max(leastChance, scores[int(chanceQuantile*float64(len(scores)))])
	share := float64(len(scores)) / float64(len(scores)+usualSamples)
	return rounded(math.Exp(share*math.Log(measured) + (1-share)*math.Log(usualChance)))
}

// samples returns passages of a language, as far apart as can be.
func (e *edition) samples(t *tongue) []passage {
	out := make([]passage, 0, min(mostSamples, t.passages))
	before := 0 // passages of the language in the documents before
	for place := range e.snapshot.Documents() {
		first, n := e.passagesIn(place, t)
		for len(out) < cap(out) && len(out)*t.passages/cap(out) < before+n {
			i := first + passageIndex(len(out)*t.passages/cap(out)-before)
			out = append(out, e.passage(i, t))
		}
		before += n
	}
	return out
}

// sample returns the middle of the passage's longest sentence.
func (p passage) sample() string {
	var longest corpus.Span
	for i := range p.Len() {
		if s := p.Sentence(i); s.Len() > longest.Len() {
			longest = s
		}
	}
	text := p.Document().Text()[longest.Start:longest.End]
	tokens := p.tongue.analyzer.Tokens(text)
	if len(tokens) <= sampleTokens {
		return text
	}
	first := (len(tokens) - sampleTokens) / 2
	return text[tokens[first].Start:tokens[first+sampleTokens-1].End]
}

// elsewhere returns the best score that the sample of a passage has in documents that do not speak of the same. It is
// not ok where the sample has no word to search for, or every passage with one of its words does speak of the same.
func (e *edition) elsewhere(ctx context.Context, p passage) (score float64, ok bool, err error) {
	q := readQuestion(p.tongue, Question{Text: p.sample()})
	if q.highest == 0 {
		return 0, false, nil
	}
	hits, err := e.propose(ctx, q, e.whole, retrieveDepth)
	if err != nil {
		return 0, false, err
	}
	own, read := e.snapshot.Witness(p.Document()), 0
	for _, i := range hits {
		if e.snapshot.Witness(e.snapshot.Documents()[i.document()]) == own {
			continue
		}
		c, err := e.newCandidate(i, q)
		if err != nil {
			return 0, false, err
		}
		if c.held() < spokenOf {
			score = max(score, c.score)
			read++
		}
		if read == sampleDepth {
			break
		}
	}
	return score, read > 0, nil
}

// held returns the share of the question's words that the passage or its title holds.
func (c *candidate) held() float64 {
	n := 0
	for i := range c.query.words {
		if c.safety(i) > 0 {
			n++
		}
	}
	return float64(n) / float64(len(c.query.words))
}
