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
// same source or a near-copy of it only when it is clearly better than what other sources offer.
func choose(sentences []sentence, witness func(*corpus.Document) *corpus.Document, most int) []excerpt {
	var out []excerpt
	taken := map[*corpus.Document]int{}
	var rest []*sentence
	for i := range sentences {
		rest = append(rest, &sentences[i])
	}
	for len(rest) > 0 && len(out) < most {
		best, worth := 0, -1.0
		for i, s := range rest {
			w := s.score
			for range taken[witness(s.Document())] {
				w *= againFactor
			}
			if w > worth {
				best, worth = i, w
			}
		}
		e := grow(*rest[best])
		e.score = worth
		taken[witness(e.Document())]++
		out = append(out, e)
		rest = slices.DeleteFunc(rest, e.isRepeatedBy)
	}
	return out
}
