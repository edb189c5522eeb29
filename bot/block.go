package bot

import (
	"fmt"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// block is one excerpt as it stands in a message: the block quote and the line about its source.
type block struct {
	Shown
	text string
	// quoted is false for an excerpt too long for any message, of which only the source is named.
	quoted bool
}

// settle decides whether the message does without other sources' names and exact links: it does if the first excerpt,
// which is the one that must be seen, fits only then.
func (r *renderer) settle(all []Shown) {
	if len(all) == 0 || r.alone(r.block(all[0])) {
		return
	}
	r.terse = true
	r.terse = r.alone(r.block(all[0]))
}

// shorten returns the block of an excerpt or, where it is too long for a message of its own, of its best sentences, or
// a line that says where to read it.
func (r *renderer) shorten(s Shown) block {
	if b := r.block(s); r.alone(b) {
		return b
	}
	e, ok := recut(s.Excerpt, func(e retrieval.Excerpt) bool { return r.alone(r.block(Shown{s.Place, e})) })
	if ok {
		return r.block(Shown{s.Place, e})
	}
	return block{Shown: s, text: phraseTooLong + "\n" + r.sourceLine(s.Excerpt)}
}

// alone reports whether b fits a message that has no other block.
func (r *renderer) alone(b block) bool { return Units(r.compose([]block{b})) <= MessageLimit }

func (r *renderer) block(s Shown) block {
	var value corpus.Span
	if s.Value != nil && r.answer.Outcome == retrieval.Answered {
		value = s.Value.Span
	}
	quote := blockQuote(quoteText(s.Quote, value))
	return block{Shown: s, text: quote + "\n" + r.sourceLine(s.Excerpt), quoted: true}
}

// sourceLine is the line under a quote: number, name, date, place, copies, link.
func (r *renderer) sourceLine(e retrieval.Excerpt) string {
	d := e.Quote.Document()
	parts := []string{r.names.of(d, nameLimit), dateText(d.Metadata().Published)}
	if p := placeText(e.Quote.Block()); p != "" {
		parts = append(parts, p)
	}
	if copies := r.copies(e.Source); len(copies) > 0 && !r.terse {
		parts = append(parts, fmt.Sprintf(phraseCopies, r.names.list(copies)))
	}
	if l := r.link(e.Quote); l != "" {
		parts = append(parts, l)
	}
	return fmt.Sprintf("[%d] ", e.Source) + strings.Join(parts, separator)
}

// link is passageLink, looked for once: a quote is laid out several times until the message fits.
func (r *renderer) link(q corpus.Quote) string {
	if r.terse {
		return pageLink(q)
	}
	link, ok := r.links[q]
	if !ok {
		link = passageLink(q)
		r.links[q] = link
	}
	return link
}

func (r *renderer) copies(source int) []*corpus.Document {
	if source < 1 || source > len(r.answer.Sources) {
		return nil
	}
	return r.answer.Sources[source-1].Copies
}
