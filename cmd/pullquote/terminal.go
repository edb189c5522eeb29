package main

import (
	"fmt"
	"strings"

	"pullquote/bot"
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

// reply lays out an answer.
func (p page) reply(r reply, rest rest) string {
	var b strings.Builder
	words := bot.PlainWording(r.Answer)
	b.WriteString(p.indented("", "", words.Question(), strong))
	for _, l := range words.Status(r.message.Shown) {
		b.WriteString(p.indented("", "  ", l, plain))
	}
	b.WriteString("\n")
	p.excerpts(&b, r, false)
	more := len(r.message.More)
	if more > 0 && rest.show {
		b.WriteString(p.more(r) + "\n")
	}
	b.WriteString(p.indented("", "  ", words.Footer(len(r.message.Shown), 0), faint))
	if more > 0 && !rest.show {
		b.WriteString(p.indented("", "  ", words.More(more)+": "+rest.hint, faint))
	}
	return b.String()
}

// more lays out the excerpts that are not on the first screen.
func (p page) more(r reply) string {
	var b strings.Builder
	b.WriteString(p.ink(strong, "More:") + "\n\n")
	p.excerpts(&b, r, true)
	return strings.TrimSuffix(b.String(), "\n")
}

// excerpts writes the quotes that are on the first screen, or the others.
func (p page) excerpts(b *strings.Builder, r reply, more bool) {
	words, valued := bot.PlainWording(r.Answer), false
	for i, g := range r.Groups {
		var shown []bot.Shown
		for j, e := range g.Excerpts {
			if r.onScreen(i, j) != more {
				shown = append(shown, bot.Shown{Place: bot.Place{Group: i, Excerpt: j}, Excerpt: e})
			}
		}
		if len(shown) == 0 {
			continue
		}
		heading, sources := words.Heading(shown)
		switch {
		case sources != "":
			heading += " · " + sources
		case g.Value == "" && valued:
			heading = words.Unvalued()
		}
		valued = g.Value != ""
		b.WriteString(p.indented("", "  ", heading, strong))
		for _, s := range shown {
			p.excerpt(b, s.Excerpt, words)
		}
	}
}

func (p page) excerpt(b *strings.Builder, e retrieval.Excerpt, words bot.Wording) {
	const bar = "│ "
	offset := e.Quote.Span().Start
	for _, l := range wrap(e.Quote.Text(), p.width-2, func(i int) style { return styleAt(e, offset+i) }) {
		b.WriteString(strings.TrimRight(p.ink(faint, bar)+p.inkLine(l), " ") + "\n")
	}
	source := words.Source(e)
	if url := e.Quote.Document().Metadata().URL.Value; url != "" {
		source += " · " + url
	}
	b.WriteString(p.indented("", "    ", source, faint) + "\n")
}

// styleAt returns the style of the byte of the canonical text at an offset.
func styleAt(e retrieval.Excerpt, offset int) style {
	at := corpus.Span{Start: offset, End: offset + 1}
	if e.Value != nil && e.Value.Contains(at) {
		return stated
	}
	for _, m := range e.Matches {
		if m.Contains(at) {
			return matched
		}
	}
	return plain
}

// explanation lays out how an answer came about.
func (p page) explanation(a retrieval.Answer) string {
	var b strings.Builder
	b.WriteString("\n" + p.ink(strong, "How this came about") + "\n")
	fmt.Fprintf(&b, "confidence %.3f, answered from %.3f on; asks for: %s\n", a.Confidence, a.Explanation.Threshold, a.Explanation.Asks)
	for _, t := range a.Explanation.Terms {
		fmt.Fprintf(&b, "  word %s (%s): weight %.2f, in %s\n", harmless(t.Word), harmless(t.Term), t.Weight, count(t.Passages, "passage", "passages"))
	}
	for _, name := range sortedKeys(a.Explanation.Features) {
		fmt.Fprintf(&b, "  %s: %.3f\n", name, a.Explanation.Features[name])
	}
	for i, r := range a.Retrieved {
		span := r.Passage.Span()
		fmt.Fprintf(&b, "  passage %d: %.3f %s [%d, %d)\n", i+1, r.Score, harmless(r.Passage.Document().ID()), span.Start, span.End)
	}
	return b.String()
}
