package message

import (
	"fmt"

	"pullquote/retrieval"
)

// RenderPassages lays out what speaks of a chosen message, of which read was looked for. It is Render with a heading of
// its own, and it says what was not looked for, and how much of the message stands in the corpus word for word. It fails
// as Render does.
func (in In) RenderPassages(t retrieval.Trace, read Reading) (Reply, error) {
	const doing = "render passages"
	if err := check(t.Answer); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	r := in.renderer(t.Answer, newNames(t.Answer))
	r.head = func([]block) []string { return []string{r.passagesHeading(read, t.Verbatim)} }
	searched := r.foot
	r.foot = func(blocks []block) []string { return append(r.passagesNotes(t, read), searched(blocks)...) }
	return r.reply().verified(doing)
}

// passagesHeading counts the sources of what is not aside. That passages speak of the message it says only where one
// holds words of it, and of nothing that was not looked for that nothing speaks of it.
func (w Wording) passagesHeading(read Reading, verbatim int) string {
	near := onFirstScreen(w.answer)
	switch {
	case len(near) == 0 && read.partial():
		return w.say.Passages.NoneOfRead
	case len(near) == 0:
		return w.say.Passages.None
	case verbatim == 0:
		return boldMark + w.say.Passages.Close + boldMark + separator + w.share(w.say.Answer.Stated, near)
	}
	return boldMark + w.say.Passages.Found + boldMark + separator + w.share(w.say.Answer.Stated, near)
}

func (w Wording) passagesNotes(t retrieval.Trace, read Reading) []string {
	var lines []string
	if t.Verbatim > 0 {
		lines = append(lines, smallMark+w.say.Passages.Verbatim.Of(t.Verbatim))
	}
	if read.partial() {
		lines = append(lines, smallMark+w.say.Passages.Long.With(read.Of, len(read.Statements)))
	}
	return lines
}
