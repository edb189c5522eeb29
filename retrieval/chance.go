package retrieval

import (
	"context"
	"math"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

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
	// fewHits is how many passages are mostly enough to find those. To search for few takes less time.
	fewHits = 16
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
		scores, err := e.scoresElsewhere(ctx, e.samples(t))
		if err != nil {
			return err
		}
		t.chance = chanceOf(scores)
	}
	return nil
}

// scoresElsewhere returns the best scores of samples elsewhere, of those that have one.
func (e *edition) scoresElsewhere(ctx context.Context, samples []passage) ([]float64, error) {
	scores := make([]float64, len(samples))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range samples {
		group.Go(func() (err error) {
			defer recoverRead(&err)
			scores[i], err = e.elsewhere(ctx, p)
			return err
		})
	}
	err := group.Wait()
	return slices.DeleteFunc(scores, func(score float64) bool { return score == noScore }), err
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

// noScore is the score of a sample that has none.
const noScore = -1.0

// elsewhere returns the best score that the sample of a passage has in documents that do not speak of the same: noScore
// where the sample has no word to search for, or every passage with one of its words does speak of the same.
func (e *edition) elsewhere(ctx context.Context, p passage) (float64, error) {
	q := readQuestion(p.tongue, Question{Text: p.sample()})
	if q.highest == 0 {
		return noScore, nil
	}
	best, read, seen := noScore, 0, 0
	for _, most := range [...]int{fewHits, retrieveDepth} {
		hits, err := e.propose(ctx, q, e.whole, most)
		if err != nil {
			return 0, err
		}
		for ; seen < len(hits) && read < sampleDepth; seen++ {
			score, err := e.chanceScore(hits[seen], q, p)
			if err != nil {
				return 0, err
			}
			if score != noScore {
				best = max(best, score)
				read++
			}
		}
		if read == sampleDepth || len(hits) < most {
			break
		}
	}
	return best, nil
}

// chanceScore returns the score of a passage for the sample of another one, noScore if they speak of the same.
func (e *edition) chanceScore(i passageIndex, q *query, sampled passage) (float64, error) {
	if e.snapshot.Witness(e.snapshot.Documents()[i.document()]) == e.snapshot.Witness(sampled.Document()) {
		return noScore, nil
	}
	c, err := e.newCandidate(i, q)
	if err != nil || c.held() >= spokenOf {
		return noScore, err
	}
	return c.score, nil
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
