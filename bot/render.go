package bot

import (
	"fmt"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// What the message is made to measure by, in UTF-16 units.
const (
	// aim is the length, as a reader sees it, from which on nothing is added that can wait behind "More".
	aim           = 900
	questionLimit = 240
	headingLimit  = 100
	wordLimit     = 40
)

const (
	wordsListed     = 8
	documentsListed = 5
	// countedSources is the size of corpus up to which "3 of 5 sources" says more than "3 sources".
	countedSources = 100
)

// Render lays an answer out as a Discord message: the question, what the sources have to do with it, the excerpts as
// block quotes with their sources, and what was searched. Every statement about the world in it is a quote, and the
// finished message has been read back by Verify; if that fails there is an error and no message.
func Render(a retrieval.Answer) (Reply, error) {
	if err := check(a); err != nil {
		return Reply{}, fmt.Errorf("render answer: %w", err)
	}
	r := renderer{answer: a, names: newNames(a), links: map[corpus.Quote]string{}}
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

type renderer struct {
	answer retrieval.Answer
	names  names
	// terse leaves out the names of other sources and the exact links, to make room for a long quote.
	terse bool
	links map[corpus.Quote]string
}

func (r *renderer) reply() Reply {
	blocks := r.choose(excerpts(r.answer))
	reply := Reply{Content: r.compose(blocks)}
	shown := map[Place]bool{}
	for _, b := range blocks {
		if b.quoted {
			reply.Shown = append(reply.Shown, b.Shown)
			shown[b.Place] = true
		}
	}
	for g, group := range r.answer.Groups {
		for e := range group.Excerpts {
			if p := (Place{g, e}); !shown[p] {
				reply.More = append(reply.More, p)
			}
		}
	}
	return reply
}

// compose writes the message with the given blocks, which are in the answer's order.
func (r *renderer) compose(blocks []block) string {
	var lines []string
	if q := oneLine(r.answer.Question, questionLimit); q != "" {
		lines = append(lines, boldMark+q+boldMark)
	}
	lines = append(lines, r.status()...)
	for i, b := range blocks {
		if i == 0 || blocks[i-1].Group != b.Group {
			heading := r.heading(blocks[i:])
			if i > 0 || len(heading) > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, heading...)
		}
		lines = append(lines, b.text)
	}
	return strings.Join(append(lines, r.footer(blocks)), "\n")
}

// heading returns the value of the group that blocks begin with, in the words of the first of its quotes that is
// shown; nothing where only one value is stated.
func (r *renderer) heading(blocks []block) []string {
	if r.valueGroups() < 2 {
		return nil
	}
	for _, b := range blocks {
		if b.Group != blocks[0].Group {
			return nil
		}
		words := strings.Join(strings.Fields(statedValue(b.Excerpt)), " ")
		if !b.quoted || words == "" || Units(Escape(words)) > headingLimit {
			continue
		}
		line := boldMark + Escape(words) + boldMark
		if n := r.sourcesOf(b.Group); n > 1 {
			line += separator + phraseSources.of(n)
		}
		return []string{line}
	}
	return nil
}

// valueGroups returns the number of groups that state a value.
func (r *renderer) valueGroups() int {
	n := 0
	for _, g := range r.answer.Groups {
		if g.Value != "" && r.answer.Outcome == retrieval.Answered {
			n++
		}
	}
	return n
}

// sourcesOf returns the number of sources that a group quotes.
func (r *renderer) sourcesOf(group int) int {
	seen := map[int]bool{}
	for _, e := range r.answer.Groups[group].Excerpts {
		seen[e.Source] = true
	}
	return len(seen)
}
