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

// Render lays an answer out as a Discord message: the question, what the sources have to do with it, the excerpts as
// block quotes with their sources, and what was searched. Every statement about the world in it is a quote, and the
// finished message has been read back by Verify; if that fails there is an error and no message.
func Render(a retrieval.Answer) (Reply, error) {
	if err := check(a); err != nil {
		return Reply{}, fmt.Errorf("render answer: %w", err)
	}
	r := renderer{Wording: PlainWording(a), links: map[corpus.Quote]string{}}
	r.write, r.plain = oneLine, false
	reply := r.reply()
	if err := Verify(reply.Content, reply.Shown); err != nil {
		return Reply{}, fmt.Errorf("render answer: %w", err)
	}
	return reply, nil
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
	links map[corpus.Quote]string // of quotes, once they were looked for
}

func (r *renderer) reply() Reply {
	blocks := r.choose(onFirstScreen(r.answer))
	reply := Reply{Content: r.compose(blocks), Shown: quotedIn(blocks)}
	shown := map[Place]bool{}
	for _, s := range reply.Shown {
		shown[s.Place] = true
	}
	for _, s := range excerpts(r.answer) {
		if !shown[s.Place] {
			reply.More = append(reply.More, s.Place)
		}
	}
	return reply
}

// compose writes the message with the given blocks, which are in the answer's order.
func (r *renderer) compose(blocks []block) string {
	var lines []string
	if q := r.Question(); q != "" {
		lines = append(lines, boldMark+q+boldMark)
	}
	lines = append(lines, r.Status(quotedIn(blocks))...)
	valued, named := false, map[int]bool{}
	for i, b := range blocks {
		if i == 0 || blocks[i-1].Group != b.Group {
			heading := r.heading(blocks[i:], valued)
			valued = r.answer.Groups[b.Group].Value != ""
			if i > 0 || heading != "" {
				lines = append(lines, "")
			}
			if heading != "" {
				lines = append(lines, heading)
			}
		}
		lines = append(lines, b.text, r.sourceLine(b.Excerpt, named))
	}
	quoted := len(quotedIn(blocks))
	return strings.Join(append(lines, smallMark+r.Footer(quoted, len(excerpts(r.answer))-quoted)), "\n")
}

// heading returns the line above the group that blocks begin with, "" for none; valued says whether the group above
// states a value.
func (r *renderer) heading(blocks []block, valued bool) string {
	if r.answer.Groups[blocks[0].Group].Value == "" && valued {
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
