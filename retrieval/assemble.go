package retrieval

import (
	"slices"

	"pullquote/corpus"
)

const (
	// asideBelow is the share of the best excerpt's score below which an excerpt is kept aside, againBelow the one for
	// a source that is quoted already.
	asideBelow = .7
	againBelow = .9
	// coverBelow is the share of what the best excerpt holds of the question that another source's must hold to stand beside
	// it: what speaks of half the subject is seldom another answer.
	coverBelow = .7
)

// assemble fills in groups and sources.
func (a *Answer) assemble(sentences []sentence, p *plan, s *corpus.Snapshot) {
	var groups [][]stated
	if a.Outcome == Answered && p.asks == asksFigure {
		groups = groupValues(sentences, p)
		a.Disagreement = disagree(groups)
	}
	for _, g := range groups {
		a.addValues(g, s)
	}
	rest := slices.DeleteFunc(slices.Clone(sentences), func(x sentence) bool { return isQuoted(x, groups) })
	for i, e := range choose(rest, s.Witness, mostExcerpts-len(groups)) {
		aside := len(groups) > 0 || i > 0 && a.isAside(e, sentences[0])
		a.Groups = append(a.Groups, Group{Excerpts: []Excerpt{e.cut(a.source(e.Document(), s))}, Aside: aside})
	}
}

// isQuoted reports whether a group has the sentence already, or would be quoted again with it.
func isQuoted(x sentence, groups [][]stated) bool {
	return slices.ContainsFunc(groups, func(g []stated) bool {
		return slices.ContainsFunc(g, func(e stated) bool { return e.isRepeatedBy(x) })
	})
}

// addValues adds a group of excerpts that state the same value, of near-copies one.
func (a *Answer) addValues(group []stated, s *corpus.Snapshot) {
	first := group[0].value()
	out := Group{Value: group[0].Document().Text()[first.Start:first.End]}
	for _, e := range oncePerWitness(group, s) {
		x := e.cut(a.source(e.Document(), s))
		x.Value = e.value()
		out.Excerpts = append(out.Excerpts, x)
	}
	a.Groups = append(a.Groups, out)
}

// isAside reports whether an excerpt adds too little to what is quoted already: it is much further from the question
// than the best, or a little further and from a source that is quoted already, or not even the best is an answer.
func (a *Answer) isAside(e excerpt, best sentence) bool {
	if _, again := a.sourceOf(e.Document()); again {
		return a.Outcome == Mentioned || e.score < againBelow*best.score
	}
	return a.Outcome == Mentioned || e.score < asideBelow*best.score || e.coverage() < coverBelow*best.coverage()
}

// source returns the number of the source that a document is, adding it to the answer's sources if it is new there.
func (a *Answer) source(d *corpus.Document, s *corpus.Snapshot) int {
	if number, ok := a.sourceOf(d); ok {
		return number
	}
	a.Sources = append(a.Sources, Source{Number: len(a.Sources) + 1, Document: d, Copies: s.Copies(d)})
	return len(a.Sources)
}

// sourceOf returns the number of the source that a document is, if it is quoted.
func (a *Answer) sourceOf(d *corpus.Document) (number int, ok bool) {
	i := slices.IndexFunc(a.Sources, func(src Source) bool { return src.Document == d })
	return i + 1, i >= 0
}
