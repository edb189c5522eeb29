package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pullquote/bot/message"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// How an answer came about is told in numbers, for people who tune the ranking: what was looked for, what the confidence
// and the score of every excerpt are made of, and the best passages. Excerpts are told apart by place; their text stands
// in the answer.

// explanation lays out how an answer came about.
func (p page) explanation(a retrieval.Answer) string {
	var b strings.Builder
	b.WriteString("\n" + p.ink(strong, "How this came about") + "\n")
	if message.NotAsked(a) {
		fmt.Fprintf(&b, "%s and no question: nothing was searched\n", a.Intent)
		return b.String()
	}
	fmt.Fprintf(&b, "confidence %.3f, answered from %.3f on; asks for: %s\n", a.Confidence, a.Explanation.Threshold, a.Explanation.Asks)
	for _, t := range a.Explanation.Terms {
		explainTerm(&b, t)
	}
	for _, name := range slices.Sorted(maps.Keys(a.Explanation.Features)) {
		fmt.Fprintf(&b, "  %s: %.3f\n", name, a.Explanation.Features[name])
	}
	n := 0
	for _, g := range a.Groups {
		for _, e := range g.Excerpts {
			n++
			fmt.Fprintf(&b, "  excerpt %d: %.3f %s\n", n, e.Score, placeWords(e.Quote.Document(), e.Quote.Span()))
			explainScore(&b, e.Features)
		}
	}
	for i, r := range a.Retrieved {
		fmt.Fprintf(&b, "  passage %d: %.3f %s\n", i+1, r.Score, placeWords(r.Passage.Document(), r.Passage.Span()))
	}
	return b.String()
}

// explainTerm lays out a word of the question, how much it counts and how common it is, and the words that can say it.
func explainTerm(b *strings.Builder, t retrieval.TermWeight) {
	fmt.Fprintf(b, "  word %s (%s): weight %.2f, in %s\n", harmless(t.Word), harmless(t.Term), t.Weight, count(t.Passages, "passage", "passages"))
	for _, x := range t.Bridges {
		fmt.Fprintf(b, "    or %s: %.2f of that, in %s\n", harmless(x.Word), x.Weight, count(x.Passages, "passage", "passages"))
	}
}

// explainScore lays out what was measured of an excerpt, what that weighs, and what it adds to the score, the largest part
// first. The sum is the score before it was brought between 0 and 1.
func explainScore(b *strings.Builder, features []retrieval.Feature) {
	adds := func(f retrieval.Feature) float64 { return f.Value * f.Weight }
	features = slices.Clone(features)
	slices.SortStableFunc(features, func(x, y retrieval.Feature) int { return cmp.Compare(adds(y), adds(x)) })
	for _, f := range features {
		fmt.Fprintf(b, "    %-12s %.3f × %+.3f = %+.3f\n", f.Name, f.Value, f.Weight, adds(f))
	}
}

func placeWords(d *corpus.Document, s corpus.Span) string {
	return fmt.Sprintf("%s [%d, %d)", harmless(d.ID()), s.Start, s.End)
}
