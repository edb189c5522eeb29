package retrieval

import (
	"strings"

	"pullquote/retrieval/analysis"
	"pullquote/retrieval/intern"
)

// hyphened counts the words of texts that are written with a hyphen, as they are written.
type hyphened struct {
	written intern.Strings
	times   []int // by its numbers
}

// learn takes note of the words of a text that are written with a hyphen between two parts.
func (h *hyphened) learn(text string) {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '-')
		if i < 0 {
			return
		}
		at += i
		first, end := previousWord(text, at), wordEnd(text, at+1)
		if first.End == at && isPart(text[first.Start:at]) && end-at > 2 {
			h.note(text[first.Start:end])
		}
	}
}

func (h *hyphened) note(written string) {
	n, isNew := h.written.Number(written)
	if isNew {
		h.times = append(h.times, 0)
	}
	h.times[n]++
}

// compounds returns what the words are without their hyphens, as terms, and how it is written.
func (h *hyphened) compounds(a *analysis.Analyzer) tallies {
	t := tallies{}
	for n, written := range h.written.All() {
		first, second, _ := strings.Cut(written, "-")
		t.note(a.Term(strings.ToLower(first+second)), written, h.times[n])
	}
	return t
}
