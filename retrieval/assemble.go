package retrieval

import (
	"slices"
	"strings"

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
	// enoughWords is how many quoted words answer a question without a value: beyond, an excerpt stands beside others only if
	// it is equalShare as good as the best, in its score and in what it holds of the question.
	enoughWords = 60
	equalShare  = .9
	// besideShare is how good, in the same, an excerpt without a value must be to stand beside those with one.
	besideShare = .8
	// fewestOthers is how many excerpts without a name are chosen, however many state one.
	fewestOthers = 3
)

// assemble fills in groups and sources.
func (a *Answer) assemble(sentences []*sentence, p *plan, s *corpus.Snapshot) {
	var groups [][]stated
	if a.Outcome == Answered && p.wantsValue() {
		groups = groupValues(sentences, p)
		a.Disagreement, a.Updated = disagree(groups)
	}
	rest := slices.DeleteFunc(slices.Clone(sentences), func(x *sentence) bool { return isQuoted(x, groups) })
	others := choose(rest, s.Witness, roomBeside(groups))
	if len(groups) == 0 {
		a.addOthers(others, sentences[0], s)
		return
	}
	for _, g := range groups {
		for len(others) > 0 && comesFirst(others[0], g) {
			a.add(others[0], false, s)
			others = others[1:]
		}
		a.addValues(g, s)
	}
	for _, e := range others {
		a.add(e, !a.isUnheard(e, sentences[0]), s)
	}
}

// isUnheard reports whether an excerpt without a value stands beside those with one: it is of a source that states none, and
// nearly as good as the best sentence.
func (a *Answer) isUnheard(e excerpt, best *sentence) bool {
	_, again := a.sourceOf(e.Document())
	return !again && e.score >= besideShare*best.score && e.coverage() >= besideShare*best.coverage()
}

// roomBeside returns how many excerpts without a value are chosen beside groups with one.
func roomBeside(groups [][]stated) int {
	if len(groups) > 0 && len(groups[0][0].value.figures) == 0 {
		return max(fewestOthers, mostExcerpts-len(groups))
	}
	return mostExcerpts - len(groups)
}

// add adds a group of one excerpt without a value.
func (a *Answer) add(e excerpt, aside bool, s *corpus.Snapshot) {
	a.Groups = append(a.Groups, Group{Excerpts: []Excerpt{e.cut(a.source(e.Document(), s))}, Aside: aside})
}

// addOthers adds excerpts where none states a value; best is the best sentence.
func (a *Answer) addOthers(others []excerpt, best *sentence, s *corpus.Snapshot) {
	words := 0
	for i, e := range others {
		more := len(strings.Fields(e.quote().Text()))
		aside := i > 0 && (a.isAside(e, best) || words+more > enoughWords && !e.equals(best))
		if !aside {
			words += more
		}
		a.add(e, aside, s)
	}
}

// isQuoted reports whether a group has the sentence already, or would be quoted again with it.
func isQuoted(x *sentence, groups [][]stated) bool {
	return slices.ContainsFunc(groups, func(g []stated) bool {
		return slices.ContainsFunc(g, func(e stated) bool { return e.isRepeatedBy(x) })
	})
}

// addValues adds a group of excerpts that state the same value, of near-copies one.
func (a *Answer) addValues(group []stated, s *corpus.Snapshot) {
	first := group[0].shown()
	out := Group{Value: group[0].Document().Text()[first.Start:first.End], Aside: group[0].foreign}
	for _, e := range oncePerWitness(group, s) {
		x := e.cut(a.source(e.Document(), s))
		x.Value = e.shown()
		out.Excerpts = append(out.Excerpts, x)
	}
	a.Groups = append(a.Groups, out)
}

// isAside reports whether an excerpt adds too little to what is quoted already: it is much further from the question
// than the best, or a little further and from a source that is quoted already, or not even the best is an answer.
func (a *Answer) isAside(e excerpt, best *sentence) bool {
	if _, again := a.sourceOf(e.Document()); again {
		return a.Outcome == Mentioned || e.score < againBelow*best.score
	}
	return a.Outcome == Mentioned || e.score < asideBelow*best.score || e.coverage() < coverBelow*best.coverage()
}

// equals reports whether an excerpt is about as good as the best sentence.
func (e excerpt) equals(best *sentence) bool {
	return e.score >= equalShare*best.score && e.coverage() >= equalShare*best.coverage()
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
