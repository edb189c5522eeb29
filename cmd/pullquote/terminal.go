package main

import (
	"strings"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// An answer on a terminal is the Discord message laid out for a page of columns: the question, what can be said about
// the quotes, the quotes behind a bar, each with its source, and what was searched, all in the words of package bot.
// Values are bold and words of the question underlined where the terminal can; the characters of a quote are never
// changed.

// rest says what to do with the excerpts that the Discord message keeps behind "More".
type rest struct {
	show bool
	// hint is how to see them, added to the line that counts them.
	hint string
}

// howToAsk follows what is no question.
const howToAsk = "Ask in words what they say, as in: when was the bridge opened?"

// reply lays out an answer.
func (p page) reply(r reply, rest rest) string {
	l := p.layout(r)
	l.add("", "", l.words.Question(), strong)
	for _, line := range l.words.Status(r.message.Shown) {
		l.add("", "  ", line, plain)
	}
	if message.NotAsked(r.Answer) {
		l.add("", "  ", howToAsk, faint)
		return l.b.String()
	}
	l.b.WriteString("\n")
	l.excerpts(false)
	more := len(r.message.More)
	if more > 0 && rest.show {
		l.more()
	}
	l.add("", "  ", l.words.Footer(len(r.message.Shown), 0), faint)
	if more > 0 && !rest.show {
		l.add("", "  ", l.words.More(more)+": "+rest.hint, faint)
	}
	return l.b.String()
}

// more lays out the excerpts that are not on the first screen.
func (p page) more(r reply) string {
	l := p.layout(r)
	if len(r.message.More) == 0 {
		l.add("", "  ", l.words.More(0), faint)
		return l.b.String()
	}
	l.more()
	return strings.TrimSuffix(l.b.String(), "\n")
}

// layout is an answer being laid out.
type layout struct {
	page
	reply reply
	words message.Wording
	// named are the sources named so far.
	named map[int]bool
	b     strings.Builder
}

func (p page) layout(r reply) *layout {
	return &layout{page: p, reply: r, words: message.In(phrases.English).PlainWording(r.Answer), named: map[int]bool{}}
}

func (l *layout) add(first, rest, text string, s style) {
	l.b.WriteString(l.indented(first, rest, text, s))
}

func (l *layout) more() {
	l.b.WriteString(l.ink(strong, "More:") + "\n\n")
	l.excerpts(true)
}

// excerpts adds the quotes that are on the first screen, or the others.
func (l *layout) excerpts(more bool) {
	valued := false
	for i, g := range l.reply.Groups {
		var shown []message.Shown
		for j, e := range g.Excerpts {
			if l.reply.onScreen(i, j) != more {
				shown = append(shown, message.Shown{Place: message.Place{Group: i, Excerpt: j}, Excerpt: e})
			}
		}
		if len(shown) == 0 {
			continue
		}
		l.add("", "  ", l.heading(shown, valued), strong)
		valued = l.words.States(i)
		for _, s := range shown {
			l.excerpt(s.Excerpt)
		}
	}
}

// heading is the line above excerpts of a group, "" for none; valued says whether the group above states a value.
func (l *layout) heading(shown []message.Shown, valued bool) string {
	value, sources := l.words.Heading(shown)
	switch {
	case valued && !l.words.States(shown[0].Group):
		return l.words.Unvalued()
	case sources == "":
		return value
	}
	return value + " · " + sources
}

func (l *layout) excerpt(e retrieval.Excerpt) {
	const bar = "│ "
	offset := e.Quote.Span().Start
	for _, line := range wrap(e.Quote.Text(), l.width-2, func(i int) style { return l.styleAt(e, offset+i) }) {
		l.b.WriteString(strings.TrimRight(l.ink(faint, bar)+l.inkLine(line), " ") + "\n")
	}
	first := !l.named[e.Source]
	source := l.words.Source(e, l.named)
	if url := e.Quote.Document().Metadata().URL.Value; url != "" && first { // a terminal has no links
		source += " · " + url
	}
	l.add("", "    ", source, faint)
	l.b.WriteString("\n")
}

// styleAt returns the style of the byte of the canonical text at an offset.
func (l *layout) styleAt(e retrieval.Excerpt, offset int) style {
	at := corpus.Span{Start: offset, End: offset + 1}
	if l.words.Value(e).Contains(at) {
		return stated
	}
	for _, m := range e.Matches {
		if m.Contains(at) {
			return matched
		}
	}
	return plain
}
