package message

import (
	"slices"

	"pullquote/bot/phrases"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// agreement says whether the values stated differ. What is aside states none that bears on the question.
func (w Wording) agreement(shown []Shown) string {
	values := w.values()
	switch stated := w.share(w.stated(), values); {
	case w.answer.Disagreement && groupsIn(values) > 1 && !w.severalNames():
		return w.difference(values) + separator + stated
	case groupsIn(values) != 1 || sourcesIn(values) < 2 || w.statedAside():
		return w.share(w.say.Answer.Quoted, shown)
	default:
		return ofKind(values, w.say.Answer.Agree) + separator + stated
	}
}

// difference says that values differ, and whether time may be why. Where copies carry one on other days it need not be.
func (w Wording) difference(values []Shown) string {
	say := w.say.Answer.Differ
	carried := slices.ContainsFunc(values, func(s Shown) bool { return len(w.copies(s.Excerpt)) > 0 })
	switch {
	case w.answer.Updated && !carried:
		return say.Updated
	case allOf(values, kindDate):
		return say.Dates
	}
	return say.Figures
}

// severalNames reports whether groups state different names. Two may be right, and which name of a sentence is meant is
// told less surely than which figure: the groups have no heading then, and nothing in them is bold.
func (w Wording) severalNames() bool {
	values := w.excerptsWith(func(g retrieval.Group) bool { return g.Value != "" })
	return groupsIn(values) > 1 && allOf(values, kindName)
}

// States reports whether a group is shown as stating a value.
func (w Wording) States(group int) bool {
	return w.answer.Groups[group].Value != "" && !w.severalNames()
}

// Value returns the place of the value that an excerpt is shown to state, an empty one for none.
func (w Wording) Value(e retrieval.Excerpt) corpus.Span {
	if e.Value == nil || w.answer.Outcome != retrieval.Answered || w.severalNames() {
		return corpus.Span{}
	}
	return e.Value.Span
}

// The kinds of values that are no figures.
const (
	kindDate = "date"
	kindName = "name"
)

// values returns the excerpts that state the value asked for and are not aside.
func (w Wording) values() []Shown {
	return w.excerptsWith(func(g retrieval.Group) bool {
		return g.Value != "" && !g.Aside && w.answer.Outcome == retrieval.Answered
	})
}

// excerptsWith returns the excerpts of the groups for which is holds.
func (w Wording) excerptsWith(is func(retrieval.Group) bool) []Shown {
	var out []Shown
	for _, s := range excerpts(w.answer) {
		if is(w.answer.Groups[s.Group]) {
			out = append(out, s)
		}
	}
	return out
}

// statedAside reports whether a group that is aside states a value: then nothing is said of agreement.
func (w Wording) statedAside() bool {
	return len(w.excerptsWith(func(g retrieval.Group) bool { return g.Value != "" && g.Aside })) > 0
}

func groupsIn(of []Shown) int {
	groups := map[int]bool{}
	for _, s := range of {
		groups[s.Group] = true
	}
	return len(groups)
}

func sourcesIn(of []Shown) int {
	sources := map[int]bool{}
	for _, s := range of {
		sources[s.Source] = true
	}
	return len(sources)
}

// ofKind returns which of the phrases is about values like these. Where some are of another kind than the rest they are
// called figures.
func ofKind(values []Shown, say phrases.Values) string {
	switch {
	case allOf(values, kindDate):
		return say.Dates
	case allOf(values, kindName):
		return say.Names
	}
	return say.Figures
}

// allOf reports whether none of the values is of another kind.
func allOf(values []Shown, kind string) bool {
	return !slices.ContainsFunc(values, func(s Shown) bool { return s.Value != nil && s.Value.Kind != kind })
}

// stated is how the number of sources that state a value is said: where documents that may count were not read to the
// end, it may be larger.
func (w Wording) stated() phrases.Share {
	if !w.answer.Unread {
		return w.say.Answer.Stated
	}
	return w.say.Answer.AtLeast
}

// share says of how many of the sources searched the excerpts are; near-copies are one source.
func (w Wording) share(say phrases.Share, of []Shown) string {
	quoted, all := sourcesIn(of), w.answer.Witnesses
	if all == 0 {
		all = w.answer.Searched
		for _, s := range w.answer.Sources {
			all -= len(s.Copies)
		}
	}
	if all < 2 || all > countedSources || all < quoted {
		return say.Sources.Of(quoted)
	}
	return say.OfSources.Of(quoted, all)
}
