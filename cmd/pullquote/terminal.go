package main

import (
	"fmt"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// An answer on a terminal is the same answer as in Discord, laid out for a page of columns: the question, what can be
// said about the quotes, the quotes behind a bar, each with its source, and what was searched. Values are bold and
// words of the question underlined where the terminal can; the characters of a quote are never changed.

// namedDocuments is the number of documents that a list of names shows before it only counts.
const namedDocuments = 8

// reply lays out an answer.
func (p page) reply(r reply) string {
	var b strings.Builder
	b.WriteString(p.indented("", "", r.Question, strong))
	for _, l := range status(r) {
		b.WriteString(p.indented("", "  ", l, plain))
	}
	b.WriteString("\n")
	p.excerpts(&b, r, false)
	p.excerpts(&b, r, true)
	b.WriteString(p.indented("", "  ", footer(r), faint))
	return b.String()
}

// status says about the sources only what the program can prove. The words are those of the Discord message.
func status(r reply) []string {
	var lines []string
	switch r.Outcome {
	case retrieval.Answered:
		return []string{agreement(r.Answer) + share(r.Answer)}
	case retrieval.Mentioned:
		lines = append(lines, "The corpus mentions this but does not state it.")
	default:
		lines = append(lines, "Nothing in the corpus answers this.")
	}
	if len(r.UnknownWords) > 0 {
		lines = append(lines, "Words that appear nowhere in it: "+harmless(some(r.UnknownWords, namedDocuments, ", ")))
	}
	if r.Outcome == retrieval.Mentioned {
		return append(lines, "Closest text:")
	}
	covers := r.Covers
	if len(covers) == 0 {
		covers = r.corpus.Documents()
	}
	return append(lines, "It covers, for example: "+titles(covers))
}

// share says how many of the sources searched are quoted; near-copies are one source.
func share(a retrieval.Answer) string {
	all := a.Witnesses
	if all == 0 {
		all = a.Searched
	}
	return fmt.Sprintf("%s of %s", thousands(len(a.Sources)), count(all, "source", "sources"))
}

func agreement(a retrieval.Answer) string {
	if !a.Disagreement {
		return "Quoted from "
	}
	for _, g := range a.Groups {
		for _, e := range g.Excerpts {
			if e.Value != nil && e.Value.Kind != "date" {
				return "Sources give different figures · "
			}
		}
	}
	return "Sources give different dates · "
}

func footer(r reply) string {
	text := "searched " + count(r.Searched, "document", "documents")
	if len(r.Silent) > 0 {
		text += " · silent: " + titles(r.Silent)
	}
	if len(r.Groups) > 0 {
		text += " · quotes checked against their sources"
	}
	return text
}

// excerpts writes the quotes that are on the first screen, or the others.
func (p page) excerpts(b *strings.Builder, r reply, more bool) {
	began := !more
	for i, g := range r.Groups {
		headed := false
		for j, e := range g.Excerpts {
			if r.onScreen(i, j) == more {
				continue
			}
			if !began {
				b.WriteString(p.ink(faint, "More:") + "\n\n")
				began = true
			}
			if !headed {
				b.WriteString(p.value(r.Answer, g))
				headed = true
			}
			p.excerpt(b, e, r.Sources[e.Source-1])
		}
	}
}

// value is the line above a group of quotes that state one value while others state another.
func (p page) value(a retrieval.Answer, g retrieval.Group) string {
	if g.Value == "" || a.Outcome != retrieval.Answered || valuesStated(a) < 2 {
		return ""
	}
	sources := map[int]bool{}
	for _, e := range g.Excerpts {
		sources[e.Source] = true
	}
	text := harmless(g.Value)
	if len(sources) > 1 {
		text += " · " + count(len(sources), "source", "sources")
	}
	return p.indented("", "  ", text, strong)
}

func valuesStated(a retrieval.Answer) (n int) {
	for _, g := range a.Groups {
		if g.Value != "" {
			n++
		}
	}
	return n
}

func (p page) excerpt(b *strings.Builder, e retrieval.Excerpt, s retrieval.Source) {
	const bar = "│ "
	offset := e.Quote.Span().Start
	for _, l := range wrap(e.Quote.Text(), p.width-2, func(i int) style { return styleAt(e, offset+i) }) {
		b.WriteString(strings.TrimRight(p.ink(faint, bar)+p.inkLine(l), " ") + "\n")
	}
	number := fmt.Sprintf("[%d] ", s.Number)
	b.WriteString(p.indented(number, strings.Repeat(" ", len(number)), sourceLine(e, s), faint))
	b.WriteString("\n")
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

// sourceLine says whose words a quote is and where they stand.
func sourceLine(e retrieval.Excerpt, s retrieval.Source) string {
	m, block := s.Document.Metadata(), e.Quote.Block()
	parts := []string{}
	author := m.Author.Value
	if m.Publisher.Value != "" {
		author = "" // the publisher says whose words they are
	}
	for _, part := range []string{m.Publisher.Value, author, s.Document.Label(), dateWords(m.Published)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if block.Page > 0 {
		parts = append(parts, fmt.Sprintf("p. %d", block.Page))
	}
	if block.Number > 0 {
		parts = append(parts, fmt.Sprintf("¶%d", block.Number))
	}
	parts = append(parts, s.Document.ID())
	for _, d := range s.Copies {
		parts = append(parts, "also carried by "+d.ID())
	}
	if m.URL.Value != "" {
		parts = append(parts, m.URL.Value)
	}
	return harmless(strings.Join(parts, " · "))
}

// dateWords returns a date as 7 Jan 2022, as precise as it is known.
func dateWords(d corpus.Date) string {
	switch {
	case d.IsZero():
		return "no date"
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", d.Month.String()[:3], d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month.String()[:3], d.Year)
}

// titles names documents, of many the first.
func titles(docs []*corpus.Document) string {
	names := make([]string, len(docs))
	for i, d := range docs[:min(len(docs), namedDocuments)] {
		names[i] = harmless(d.Label())
	}
	return some(names, namedDocuments, " · ")
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
