package baseline

import (
	"cmp"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/quality"
)

// sentence is a sentence of a passage that was found, and what it is worth: its own BM25 and that of its passage, over the
// highest that a passage could have.
type sentence struct {
	hit
	at    int
	score float64
}

// bestSentences returns the best sentences of the passages, best first. A sentence without a word of the question counts only
// where it opens its passage, which may have the words in its title.
func bestSentences(hits []hit) []sentence {
	var out []sentence
	for _, h := range hits {
		for i, words := range h.passages[h.index].sentences {
			if own := h.ofSentence(words); own > 0 || i == 0 {
				out = append(out, sentence{h, i, rounded((h.score + own) / h.query.highest)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b sentence) int { return cmp.Compare(b.score, a.score) })
	return out[:min(retrieved, len(out))]
}

func (s sentence) span() corpus.Span { return s.passage().Sentence(s.at) }

func (s sentence) excerpt(more bool) quality.Excerpt {
	d, at := s.passage().Document(), s.span()
	return quality.Excerpt{Doc: d.ID(), Start: at.Start, End: at.End, Text: d.Text()[at.Start:at.End], More: more}
}
