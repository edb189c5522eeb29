package message

import (
	"cmp"
	"slices"

	"pullquote/bot/phrases"
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
func judge(c Check, say phrases.Checks) verdict {
	if len(c.Findings) == 0 {
		return verdict{phrase: notFoundIn(c.Searched, say)}
	}
	relationOf := func(f corpus.Finding) relation { return relate(c.Quotation.Claimed, f.Document) }
	place := slices.MinFunc(c.Findings, func(f, g corpus.Finding) int { return cmp.Compare(relationOf(f), relationOf(g)) })
	others := slices.DeleteFunc(slices.Clone(c.Findings), func(f corpus.Finding) bool { return f == place })
	finding := say.Here
	if relationOf(place) == isOther {
		finding = say.Elsewhere
	}
	return verdict{foundAs(c.Quotation.Text, place, finding), &place, others}
}

func notFoundIn(searched int, say phrases.Checks) string {
	if searched == 0 {
		return say.NotFound
	}
	return say.NotFoundIn.Of(searched)
}

// foundAs says how a quotation differs from what stands at a place. Where the very characters stand there but not all
// of them in one run, the quotation leaves something out.
func foundAs(text string, f corpus.Finding, say phrases.Finding) string {
	switch at := f.Document.Text()[f.Span.Start:f.Span.End]; {
	case f.Exact && squeeze(at) == squeeze(text):
		return say.Exact
	case f.Exact:
		return say.Elided
	}
	return say.Inexact
}
