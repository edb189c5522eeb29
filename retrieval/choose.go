package retrieval

import (
	"slices"

	"pullquote/corpus"
)

const (
	// mostExcerpts is how many excerpts are chosen by score, those behind "More" included; where values are grouped,
	// every group takes the place of one.
	mostExcerpts = 10
	// againFactor is what a further excerpt of the same source is worth: what another source says comes first.
	againFactor = .95
)

// choose picks excerpts, best first, each from sentences not quoted yet and none that holds another, a further one of the
// same source or a near-copy of it only when it is clearly better than what other sources offer. The sentences are given
// best first.
func choose(sentences []*sentence, witness func(*corpus.Document) *corpus.Document, most int) []excerpt {
	var out []excerpt
	taken := map[*corpus.Document]int{}
	rest := slices.Clone(sentences)
	for len(rest) > 0 && len(out) < most {
		best, worth := worthiest(rest, func(s *sentence) int { return taken[witness(s.Document())] })
		e := grow(best)
		e.score = worth
		taken[witness(e.Document())]++
		out = append(out, e)
		rest = slices.DeleteFunc(rest, e.isRepeatedBy)
	}
	return out
}

// worthiest returns the sentence that is worth most, given how often the source of each is taken already. Being taken makes
// none worth more, so what scores no more than the best so far is worth no look, nor is anything behind it.
func worthiest(sentences []*sentence, taken func(*sentence) int) (best *sentence, worth float64) {
	best, worth = sentences[0], -1
	for _, s := range sentences {
		if worth >= 0 && s.score <= worth {
			break
		}
		w := s.score
		for range taken(s) {
			w *= againFactor
		}
		if w > worth {
			best, worth = s, w
		}
	}
	return best, worth
}
