package message

import (
	"fmt"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// aim is the length, as a reader sees it and in UTF-16 units, from which on nothing is added that can wait behind
// "More".
const aim = 900

// Render lays an answer out as a Discord message: the question and the earlier ones that it follows, what the
// sources have to do with it, the excerpts as block quotes with their sources, and what was searched. Where nothing
// was asked it says so, and how to ask. Every statement about the world in it is a quote, and the finished message has
// been read back by Verify; if that fails there is an error and no message.
func (in In) Render(a retrieval.Answer) (Reply, error) {
	const doing = "render answer"
	if NotAsked(a) {
		return Reply{Content: in.NotAQuestion()}, nil
	}
	if err := check(a); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	return in.renderer(a, newNames(a)).reply().verified(doing)
}

// check reports an excerpt that was not cut from the source it names.
func check(a retrieval.Answer) error {
	for _, e := range excerpts(a) {
		switch d := e.Quote.Document(); {
		case d == nil:
			return fmt.Errorf("excerpt %d of group %d quotes nothing", e.Place.Excerpt, e.Group)
		case e.Source < 1 || e.Source > len(a.Sources) || a.Sources[e.Source-1].Document != d:
			return fmt.Errorf("excerpt %d of group %d is from %s, which is not source %d", e.Place.Excerpt, e.Group, d.ID(), e.Source)
		}
	}
	return nil
}

// renderer lays one answer out as a message.
type renderer struct {
	Wording
	passages map[corpus.Quote]passage // of quotes, once they were looked for
	// head and foot return the lines above and below the given blocks.
	head, foot func([]block) []string
}

// renderer returns a renderer for the answer to a question; other messages have another head or foot.
func (in In) renderer(a retrieval.Answer, n names) *renderer {
	r := &renderer{Wording: Wording{say: in.say(), answer: a, names: n, write: oneLine}, passages: map[corpus.Quote]passage{}}
	r.head = func(blocks []block) []string { return append(r.asked(), r.Status(quotedIn(blocks))...) }
	r.foot = func(blocks []block) []string {
		quoted := len(quotedIn(blocks))
		return []string{smallMark + r.Footer(quoted, len(excerpts(r.answer))-quoted)}
	}
	return r
}

func (r *renderer) reply() Reply {
	blocks := r.choose(onFirstScreen(r.answer))
	reply := Reply{Content: r.compose(blocks), Shown: quotedIn(blocks), Sources: r.sourceLinks(blocks)}
	shown := map[Place]bool{}
	for _, s := range reply.Shown {
		shown[s.Place] = true
	}
	for _, s := range excerpts(r.answer) {
		if !shown[s.Place] {
			reply.More = append(reply.More, s.Place)
			reply.Hidden = append(reply.Hidden, r.hidden(s))
		}
	}
	return reply
}

// hidden returns the citation of an excerpt that is not shown: of its best sentences where the whole is too long for a
// message, since which ones they are is known only now. Whether it is, is judged without an exact link: looking for one
// in every hidden excerpt takes long.
func (r *renderer) hidden(s Shown) Citation {
	const surelyFits = Limit / 2
	if terse := *r; Units(Escape(s.Quote.Text())) > surelyFits {
		terse.terse = true
		s = terse.shorten(s).Shown
	}
	return Citation{Source: s.Source, Quote: s.Quote}
}

// compose writes the message with the given blocks, which are in the answer's order.
func (r *renderer) compose(blocks []block) string {
	lines := r.head(blocks)
	valued, named := false, map[int]bool{}
	for i, b := range blocks {
		if i == 0 || blocks[i-1].Group != b.Group {
			heading := r.heading(blocks[i:], valued)
			valued = r.States(b.Group)
			if i > 0 || heading != "" {
				lines = append(lines, "")
			}
			if heading != "" {
				lines = append(lines, heading)
			}
		}
		lines = append(lines, b.text, r.sourceLine(b.Excerpt, named))
	}
	return strings.Join(append(lines, r.foot(blocks)...), "\n")
}

// heading returns the line above the group that blocks begin with, "" for none; valued says whether the group above
// states a value.
func (r *renderer) heading(blocks []block, valued bool) string {
	if valued && !r.States(blocks[0].Group) {
		return r.Unvalued()
	}
	var shown []Shown
	for _, s := range quotedIn(blocks) {
		if s.Group == blocks[0].Group {
			shown = append(shown, s)
		}
	}
	value, sources := r.Heading(shown)
	switch {
	case value == "":
		return ""
	case sources == "":
		return boldMark + value + boldMark
	}
	return boldMark + value + boldMark + separator + sources
}

// quotedIn returns what blocks quote.
func quotedIn(blocks []block) []Shown {
	var out []Shown
	for _, b := range blocks {
		if b.quoted {
			out = append(out, b.Shown)
		}
	}
	return out
}
