package message

import (
	"fmt"
	"slices"

	"pullquote/retrieval"
)

// RenderPassages lays out what speaks of a chosen message: an answer to the message's text as a question. It is Render
// with a fixed heading, and without the values: a message that happens to hold a figure does not ask for one, so
// neither agreement nor difference is claimed. It fails as Render does.
func RenderPassages(a retrieval.Answer) (Reply, error) {
	const doing = "render passages"
	if err := check(a); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	a = withoutValues(a)
	r := newRenderer(a, newNames(a))
	r.head = func([]block) []string { return []string{r.passagesHeading()} }
	return r.reply().verified(doing)
}

func (w Wording) passagesHeading() string {
	all := excerpts(w.answer)
	if len(all) == 0 {
		return phraseNoPassages
	}
	return boldMark + phrasePassages + boldMark + separator + w.share(all)
}

// nearBest is the share of the best excerpt's score from which on another one is shown at once: who looks for sources
// wants more than one, also where none answers.
const nearBest = .5

// withoutValues returns the answer as if no value had been asked for. The excerpts keep their places.
func withoutValues(a retrieval.Answer) retrieval.Answer {
	a.Disagreement = false
	a.Groups = slices.Clone(a.Groups)
	for i := range a.Groups {
		g := &a.Groups[i]
		g.Aside = g.Excerpts[0].Score < nearBest*a.Groups[0].Excerpts[0].Score
		g.Value, g.Excerpts = "", slices.Clone(g.Excerpts)
		for j := range g.Excerpts {
			g.Excerpts[j].Value = nil
		}
	}
	return a
}
