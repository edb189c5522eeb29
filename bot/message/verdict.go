package message

import (
	"cmp"
	"slices"

	"pullquote/corpus"
)

// verdict says in a fixed phrase whether a quotation was found, and how. place is where, nil where it was not found.
type verdict struct {
	phrase string
	place  *corpus.Finding
	// others are the further places.
	others []corpus.Finding
}

// judge decides on a check. A place in the source that the message names goes before a better one elsewhere.
func judge(c Check) verdict {
	if len(c.Findings) == 0 {
		return verdict{phrase: notFoundIn(c.Searched)}
	}
	relationOf := func(f corpus.Finding) relation { return relate(c.Quotation.Claimed, f.Document) }
	place := slices.MinFunc(c.Findings, func(f, g corpus.Finding) int { return cmp.Compare(relationOf(f), relationOf(g)) })
	others := slices.DeleteFunc(slices.Clone(c.Findings), func(f corpus.Finding) bool { return f == place })
	return verdict{foundAs(c.Quotation.Text, place, relationOf(place) == isOther), &place, others}
}

func notFoundIn(searched int) string {
	if searched == 0 {
		return phraseNotFoundAtAll
	}
	return phraseNotFoundIn.of(searched)
}

// foundAs says how a quotation differs from what stands at a place. Where the very characters stand there but not all
// of them in one run, the quotation leaves something out.
func foundAs(text string, f corpus.Finding, other bool) string {
	phrases := [2]string{phraseInexact, phraseInexactOther}
	switch at := f.Document.Text()[f.Span.Start:f.Span.End]; {
	case f.Exact && squeeze(at) == squeeze(text):
		phrases = [2]string{phraseExact, phraseExactOther}
	case f.Exact:
		phrases = [2]string{phraseElided, phraseElidedOther}
	}
	if other {
		return phrases[1]
	}
	return phrases[0]
}
