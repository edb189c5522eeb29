package message

import (
	"pullquote/corpus"
	"pullquote/retrieval"
)

// block is one excerpt as it stands in a message, without the line about its source, which depends on what is above.
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
	return block{Shown: s, text: r.say.Answer.TooLong}
}

// alone reports whether b fits a message that has no other block.
func (r *renderer) alone(b block) bool { return Units(r.compose([]block{b})) <= Limit }

func (r *renderer) block(s Shown) block {
	return block{Shown: s, text: blockQuote(quoteText(s.Quote, r.Value(s.Excerpt))), quoted: true}
}

// sourceLine is the line under a quote: whose words they are, where they stand, and a link there.
func (r *renderer) sourceLine(e retrieval.Excerpt, named map[int]bool) string {
	line := r.Source(e, named)
	if l := r.link(e.Quote); l != "" {
		line += separator + l
	}
	return line
}

// link leads to the passage, or to the page where there is no room for it.
func (r *renderer) link(q corpus.Quote) string { return r.passage(q).link(r.say.Source) }

// passage is passageOf, looked for once: a quote is laid out several times until the message fits.
func (r *renderer) passage(q corpus.Quote) passage {
	if r.terse {
		return pageOf(q)
	}
	p, ok := r.passages[q]
	if !ok {
		p = passageOf(q)
		r.passages[q] = p
	}
	return p
}
