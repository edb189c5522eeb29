package quality

import (
	"strings"
	"unicode"
)

// Shows reports whether an excerpt shows a gold span: the whole of it or, of a span longer than 80 bytes, 60 %.
func Shows(e Excerpt, g Gold) bool {
	const long, percent = 80, 60
	if e.Doc != g.Doc {
		return false
	}
	if g.Start == nil || g.End == nil {
		return g.Text != "" && strings.Contains(squash(e.Text), squash(g.Text))
	}
	common, size := min(e.End, *g.End)-max(e.Start, *g.Start), *g.End-*g.Start
	return common >= size || size > long && 100*common >= percent*size
}

// isVerbatim reports whether an excerpt is byte for byte what its document has there.
func isVerbatim(e Excerpt, textOf func(string) (string, bool)) bool {
	text, ok := textOf(e.Doc)
	return ok && 0 <= e.Start && e.Start <= e.End && e.End <= len(text) && text[e.Start:e.End] == e.Text && squash(e.Text) != ""
}

// squash makes every run of white space one space and drops it at the ends.
func squash(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

// isSpace knows the separator controls as white space besides what Unicode does.
func isSpace(r rune) bool { return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f' }
