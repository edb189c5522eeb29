package retrieval

import (
	"slices"
	"strings"

	"pullquote/corpus"
)

// assemble fills in groups and sources: what is close to the best comes before what is aside.
func (t *Trace) assemble(found []traced, s *corpus.Snapshot) {
	picked := pickTraced(found, s)
	asides := make(map[corpus.Quote]bool, len(picked))
	for _, x := range picked {
		asides[x.Quote] = t.isAside(x, bestOfAsked(found))
	}
	slices.SortStableFunc(picked, func(x, y traced) int { return falseFirst(asides[x.Quote], asides[y.Quote]) })
	for _, x := range picked {
		x.Source = t.source(x.Quote.Document(), s)
		t.Groups = append(t.Groups, Group{Excerpts: []Excerpt{x.Excerpt}, Aside: asides[x.Quote]})
	}
}

// isAside reports whether an excerpt only mentions its statement while others answer theirs, or is much further from it
// than the best that Ask found. What holds a statement is never aside.
func (t *Trace) isAside(x traced, best float64) bool {
	return !x.holds && (x.outcome != t.Outcome || x.Score < asideBelow*best)
}

// bestOfAsked returns the best score of what Ask found.
func bestOfAsked(found []traced) float64 {
	best := 0.0
	for _, x := range found {
		if !x.holds {
			best = max(best, x.Score)
		}
	}
	return best
}

// pickTraced picks excerpts as choose does, none of them overlapping another. What near-copies share is quoted from as few
// of them as can be.
func pickTraced(found []traced, s *corpus.Snapshot) []traced {
	var out []traced
	speakers, taken := map[*corpus.Document][]*corpus.Document{}, map[*corpus.Document]int{} // by witness
	rest := slices.Clone(found)
	for len(rest) > 0 && len(out) < mostExcerpts {
		i, worth := bestTraced(rest, func(d *corpus.Document) int { return taken[s.Witness(d)] })
		x := rest[i]
		rest = slices.Delete(rest, i, i+1)
		w := s.Witness(x.Quote.Document())
		x = x.inOneOf(speakers[w])
		if slices.ContainsFunc(out, x.overlaps) {
			continue
		}
		x.Score = worth
		if d := x.Quote.Document(); !slices.Contains(speakers[w], d) {
			speakers[w] = append(speakers[w], d)
		}
		taken[w]++
		out = append(out, x)
	}
	return out
}

// bestTraced returns the excerpt that is worth most, given how often the source of a document is taken already.
func bestTraced(from []traced, taken func(*corpus.Document) int) (best int, worth float64) {
	worth = -1
	for i, x := range from {
		w := x.Score
		for range taken(x.Quote.Document()) {
			w *= againFactor
		}
		if w > worth {
			best, worth = i, w
		}
	}
	return best, rounded(worth)
}

// inOneOf returns the excerpt as the first of the near-copies has it that does, else as it is.
func (x traced) inOneOf(copies []*corpus.Document) traced {
	for _, d := range copies {
		if moved, ok := x.in(d); ok {
			return moved
		}
	}
	return x
}

// in returns the excerpt as d has it, a near-copy of its document or the document itself. It is not ok where d does not
// have it.
func (x traced) in(d *corpus.Document) (traced, bool) {
	from := x.Quote.Span()
	if d == x.Quote.Document() {
		return x, true
	}
	start := strings.Index(d.Text(), x.Quote.Text())
	if start < 0 {
		return x, false
	}
	quote, ok := d.QuoteAt(corpus.Span{Start: start, End: start + from.Len()})
	if !ok || quote.Text() != x.Quote.Text() {
		return x, false
	}
	x.Quote, x.Matches = quote, slices.Clone(x.Matches)
	for i, m := range x.Matches {
		x.Matches[i] = m.Shift(start - from.Start)
	}
	return x, true
}

func (x traced) overlaps(o traced) bool {
	return x.Quote.Document() == o.Quote.Document() && x.Quote.Span().Overlaps(o.Quote.Span())
}
