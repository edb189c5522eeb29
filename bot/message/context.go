package message

import (
	"fmt"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// RenderContext shows the citation at index at of those of one answer, with the paragraphs around it as block quotes and
// the quote itself in bold. question is the one that was asked, "" where it is not known. What does not fit is left
// out: the paragraph after, the one before, then sentences of the quote's own. Where the document has changed or gone
// the message says that instead. The finished message has been read back by Verify. It fails where there is no such
// citation or where the citations cannot come from one answer.
func (in In) RenderContext(question string, cited []Cited, at int) (Reply, error) {
	const doing = "render context"
	if at < 0 || at >= len(cited) {
		return Reply{}, fmt.Errorf("%s: there is no citation %d among %d", doing, at, len(cited))
	}
	if err := checkCited(cited); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	r := in.citedRenderer(question, cited)
	head := append(r.asked(), r.contextTitle(at, len(cited)))
	if cited[at].Standing != Intact {
		lines := append(head, r.lostNotes(cited[at:at+1])...)
		return Reply{Content: strings.Join(lines, "\n")}.verified(doing)
	}
	c := newContextView(r, head, cited[at].Citation)
	return c.reply(c.choose()).verified(doing)
}

func (w Wording) contextTitle(at, of int) string {
	if of < 2 {
		return w.say.FollowUp.Context
	}
	return w.say.FollowUp.Context + separator + w.say.FollowUp.At.With(at+1, of)
}

// contextView lays out one quote with the paragraphs around it.
type contextView struct {
	*renderer
	lines  []string // above the paragraphs
	cited  Citation
	around paragraphs
}

func newContextView(r *renderer, head []string, c Citation) contextView {
	d := c.Quote.Document()
	source := sourceMark(c.Source) + r.fullName(d) + separator + r.date(d.Metadata().Published)
	return contextView{renderer: r, lines: append(head, source), cited: c, around: paragraphsAround(c.Quote)}
}

// fullName returns the publisher, if it is known, and the title or id.
func (w Wording) fullName(d *corpus.Document) string {
	const limit = 150
	publisher := d.Metadata().Publisher.Value
	if strings.TrimSpace(publisher) == "" {
		return w.inline(titleOf(d), limit)
	}
	return w.inline(publisher+": "+titleOf(d), limit)
}

// choose returns what fits of the paragraphs around the quote, in order; nothing where not even its first sentence
// does.
func (c contextView) choose() []corpus.Quote {
	own, ok := c.own()
	if !ok {
		return nil
	}
	chosen := []corpus.Quote{own}
	if own != c.around.own {
		return chosen
	}
	if wider := []corpus.Quote{c.around.before, own}; c.around.before.Document() != nil && c.fit(wider...) {
		chosen = wider
	}
	if wider := append(chosen[:len(chosen):len(chosen)], c.around.after); c.around.after.Document() != nil && c.fit(wider...) {
		chosen = wider
	}
	return chosen
}

// own returns as much of the quote's own paragraph as fits: the whole, or the quote with the sentences beside it, or
// the first sentences of the quote. It gives up the exact link before it gives up the quote.
func (c contextView) own() (corpus.Quote, bool) {
	paragraph := c.around.own
	alone := func(q corpus.Quote) bool { return c.fit(q) }
	c.terse = c.terse || !alone(c.cited.Quote)
	switch {
	case alone(paragraph):
		return paragraph, true
	case alone(c.cited.Quote):
		return widen(c.cited.Quote, paragraph, alone), true
	}
	return opening(c.cited.Quote, alone)
}

func (c contextView) fit(quotes ...corpus.Quote) bool { return Units(c.compose(quotes)) <= Limit }

// compose writes the message. A line of its own says where text is left out between what is shown, or of the quote's
// own paragraph.
func (c contextView) compose(quotes []corpus.Quote) string {
	lines := append(c.lines[:len(c.lines):len(c.lines)], "")
	if len(quotes) == 0 {
		return strings.Join(append(lines, c.say.Answer.TooLong, c.below(c.cited.Quote)), "\n")
	}
	before := c.around.own.Span().Start
	for _, q := range quotes {
		if c.says(before, q.Span().Start) {
			lines = append(lines, gapLine)
		}
		lines = append(lines, blockQuote(quoteText(q, c.cited.Quote.Span())), c.below(q))
		before = q.Span().End
	}
	if c.says(before, c.around.own.Span().End) {
		lines = append(lines, gapLine)
	}
	return strings.Join(append(lines, smallMark+c.say.Answer.Checked), "\n")
}

// says reports whether there is text from one byte of the document to another.
func (c contextView) says(from, to int) bool {
	return from < to && strings.TrimSpace(c.cited.Quote.Document().Text()[from:to]) != ""
}

// below is the line below a paragraph: where it stands and, below the quote's own, a link to the quote.
func (c contextView) below(q corpus.Quote) string {
	line := c.Source(c.excerpt(q), map[int]bool{c.cited.Source: true})
	at, cited := q.Span(), c.cited.Quote.Span()
	if l := c.link(c.cited.Quote); l != "" && at.Start < cited.End && cited.Start < at.End {
		line += separator + l
	}
	return line
}

func (c contextView) excerpt(q corpus.Quote) retrieval.Excerpt {
	return retrieval.Excerpt{Source: c.cited.Source, Quote: q}
}

func (c contextView) reply(quotes []corpus.Quote) Reply {
	cited := block{Shown: Shown{Excerpt: c.excerpt(c.cited.Quote)}}
	reply := Reply{Content: c.compose(quotes), Sources: c.sourceLinks([]block{cited})}
	for _, q := range quotes {
		reply.Shown = append(reply.Shown, Shown{Excerpt: c.excerpt(q)})
	}
	return reply
}
