package message

import (
	"strings"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// The markup that is ours.
const (
	boldMark  = "**"
	smallMark = "-# "
)

// quoteText escapes a quotation and sets the given part of it in bold, the only markup inside a quote. The marks stand
// between characters and change none. A part that is not within the quote is not marked.
func quoteText(q corpus.Quote, part corpus.Span) string {
	text := q.Text()
	var b strings.Builder
	at := 0
	for _, s := range boldSpans(q, part) {
		b.WriteString(Escape(text[at:s.Start]))
		b.WriteString(boldMark + Escape(text[s.Start:s.End]) + boldMark)
		at = s.End
	}
	b.WriteString(Escape(text[at:]))
	return b.String()
}

// statedValue returns the words of the value that an excerpt states, "" where it states none inside its quote.
func statedValue(e retrieval.Excerpt) string {
	if e.Value == nil || !isPart(e.Quote, e.Value.Span) {
		return ""
	}
	return e.Quote.Document().Text()[e.Value.Start:e.Value.End]
}

// isPart reports whether s is a part of the quote that begins and ends between characters.
func isPart(q corpus.Quote, s corpus.Span) bool {
	return s.Len() > 0 && q.Span().Contains(s) && utf8.ValidString(q.Document().Text()[s.Start:s.End])
}

// boldSpans returns the given part of the quote line by line without the white space around it, as places in the
// quote's text. Bold that ran over the end of a line would end there.
func boldSpans(q corpus.Quote, part corpus.Span) []corpus.Span {
	if !isPart(q, part) {
		return nil
	}
	text, inside := q.Text(), part.Shift(-q.Span().Start)
	var out []corpus.Span
	at := inside.Start
	for _, line := range splitLines(text[inside.Start:inside.End]) {
		lead := len(line) - len(strings.TrimLeft(line, spaces))
		s := corpus.Span{Start: at + lead, End: at + len(strings.TrimRight(line, spaces))}
		if s.Len() > 0 {
			out = append(out, s)
		}
		at += len(line)
	}
	return out
}

// spaces are the characters that are trimmed off a bold part; Discord ignores marks around nothing else.
const spaces = " \t\n\v\f\r\u0085\u00a0\u2028\u2029"

// splitLines cuts s after every line break.
func splitLines(s string) []string {
	var out []string
	start := 0
	for i, r := range s {
		if breaksLine(r) {
			end := i + len(string(r))
			out = append(out, s[start:end])
			start = end
		}
	}
	return append(out, s[start:])
}
