package message

import (
	"cmp"
	"slices"
)

// SourceLink is a source as a button names it.
type SourceLink struct {
	// Number is the source's number in the answer.
	Number int
	// Name has the number and the source's name, at most 80 UTF-16 units of plain text, which is Discord's limit for
	// the label of a button.
	Name string
	// URL leads to the first passage quoted or, where that cannot be told apart, to the page; at most 512 bytes, http or
	// https. It is "" where there is none.
	URL string
}

const labelLimit = 80

// sourceLinks returns the sources of the blocks, by number; of several with one page the first block's.
func (r *renderer) sourceLinks(blocks []block) []SourceLink {
	var out []SourceLink
	seen, linked := map[int]bool{}, map[string]bool{}
	for _, b := range blocks {
		page := pageAddress(b.Quote.Document().Metadata().URL.Value)
		if !seen[b.Source] && !linked[page] {
			seen[b.Source], linked[page] = true, page != ""
			out = append(out, SourceLink{b.Source, r.label(b.Shown), r.passage(b.Quote).address})
		}
	}
	slices.SortFunc(out, func(x, y SourceLink) int { return cmp.Compare(x.Number, y.Number) })
	return out
}

// label names the source of an excerpt on a button, which shows plain text.
func (r *renderer) label(s Shown) string {
	const isolates = 2
	w := Wording{say: r.say, names: r.names, write: plainLine}
	number := sourceMark(s.Source)
	return number + w.name(s.Quote.Document(), labelLimit-len(number)-isolates)
}
