package message

import (
	"fmt"

	"pullquote/retrieval"
)

// agreement says whether the values stated differ. What is aside states none that bears on the question.
func (w Wording) agreement(shown []Shown) string {
	values := w.values()
	dates := areDates(values)
	stated := w.atLeast(w.share(values))
	differ := w.answer.Disagreement && groupsIn(values) > 1
	switch {
	case differ && dates:
		return phraseDatesDiffer + separator + stated
	case differ:
		return phraseFiguresDiffer + separator + stated
	case groupsIn(values) != 1 || sourcesIn(values) < 2 || w.statedAside():
		return fmt.Sprintf(phraseQuoted, w.share(shown))
	case dates:
		return phraseDatesAgree + separator + stated
	}
	return phraseFiguresAgree + separator + stated
}

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

// areDates reports whether all values stated are dates.
func areDates(values []Shown) bool {
	for _, e := range values {
		if e.Value != nil && e.Value.Kind != "date" {
			return false
		}
	}
	return len(values) > 0
}

// atLeast says of a number of sources that it may be larger, where documents that may count were not read to the end.
func (w Wording) atLeast(share string) string {
	if w.answer.Unread == 0 {
		return share
	}
	return fmt.Sprintf(phraseAtLeast, share)
}

// share says of how many of the sources searched the excerpts are; near-copies are one source.
func (w Wording) share(of []Shown) string {
	quoted, all := sourcesIn(of), w.answer.Witnesses
	if all == 0 {
		all = w.answer.Searched
		for _, s := range w.answer.Sources {
			all -= len(s.Copies)
		}
	}
	if all < 2 || all > countedSources || all < quoted {
		return phraseSources.of(quoted)
	}
	return phraseOfSources.of(quoted, all)
}
