package retrieval

import (
	"cmp"
	"slices"
	"unicode"

	"pullquote/corpus"
	"pullquote/retrieval/figure"
)

// shortWords is how many words a sentence has at least, lest it be a fragment.
const shortWords = 4

// sentence is a sentence of a candidate passage and what it is worth as an answer.
type sentence struct {
	*candidate
	at       int // in the passage
	features measured
	score    float64
	told     []figure.Figure // all of the sentence where a figure is asked for, with places in the sentence
	states   *value          // what it states in answer, nil until that is asked, see plan.value
	// from and to bound the sentences of the passage that are quoted for it, [from, to); 0 until they are asked, see grow.
	from, to int
}

// coverage returns the share of the question that the sentence holds.
func (s *sentence) coverage() float64 { return s.features[coverageFeature] }

// scoreSentences scores every sentence of the candidates that holds a word of the question, best first. Where only the
// title holds one, the passage answers for what its title asks, and its opening sentence is scored. Those of known, which
// are all of their candidates, are taken as they are.
func scoreSentences(candidates []*candidate, p *plan, known []*sentence) []*sentence {
	read := map[*candidate]bool{}
	for _, s := range known {
		read[s.candidate] = true
	}
	out := slices.Clone(known)
	for _, c := range candidates {
		if read[c] {
			continue
		}
		scored := c.sentences(p)
		for i := range scored {
			out = append(out, &scored[i])
		}
	}
	slices.SortFunc(out, func(a, b *sentence) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index), cmp.Compare(a.at, b.at))
	})
	return out
}

// sentences returns the sentences of the passage that are scored.
func (c *candidate) sentences(p *plan) []sentence {
	out := make([]sentence, 0, len(c.found))
	for i, found := range c.found {
		if len(found) == 0 && !(i == 0 && c.onlyTitle()) {
			continue
		}
		s := sentence{candidate: c, at: i}
		s.measure(p)
		s.score = s.features.score()
		out = append(out, s)
	}
	return out
}

// onlyTitle reports whether words of the question stand in the title and in no sentence of the passage.
func (c *candidate) onlyTitle() bool {
	return len(c.inTitle) > 0 && !slices.ContainsFunc(c.found, func(m matches) bool { return len(m) > 0 })
}

func (s *sentence) span() corpus.Span { return s.Sentence(s.at) }

func (s *sentence) text() string {
	span := s.span()
	return s.Document().Text()[span.Start:span.End]
}

// measure fills in the features, and what is told where a figure is asked for.
func (s *sentence) measure(p *plan) {
	q, here := s.query, s.found[s.at]
	f := measured{
		passageFeature:  s.candidate.score,
		coverageFeature: q.coverage(here),
		wordsFeature:    q.wordCoverage(here),
		namesFeature:    s.nameCoverage(),
		beforeFeature:   s.before(),
		shortFeature:    oneIf(isShort(s.text())),
		headingFeature:  oneIf(s.Block(s.at).Kind == corpus.Heading),
		captionFeature:  oneIf(s.Block(s.at).Kind == corpus.Caption),
	}
	if f[beforeFeature] > 0 && s.pointsBack() {
		f[pointedFeature] = f[beforeFeature]
	}
	if sign, known := askFeature[p.asks]; known {
		f[sign] = oneIf(p.read(s))
	}
	s.features = f
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// before returns the share of the question that the sentence before, of the same block, holds and this one does not.
func (s *sentence) before() float64 {
	if s.at == 0 || len(s.found[s.at-1]) == 0 || !s.sameBlock(s.at-1) {
		return 0
	}
	return s.query.share(0, func(i int, _ queryWord) float64 {
		return max(0, s.found[s.at-1].safety(i)-s.found[s.at].safety(i))
	})
}

func isShort(text string) bool {
	words, space := 0, true
	for _, r := range text {
		if !unicode.IsSpace(r) && space {
			words++
		}
		if words == shortWords {
			return false
		}
		space = unicode.IsSpace(r)
	}
	return true
}

// nameCoverage returns the share of the question's names, by weight, that the passage up to and with the sentence, or the
// title, holds; 1 where the question has none.
func (s *sentence) nameCoverage() float64 {
	return s.query.share(1, func(i int, w queryWord) float64 {
		if !w.name || w.history {
			return notCounted
		}
		return s.safetyIn(i, 0, s.at+1)
	})
}
