package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A hard-wrapped paragraph has lines between these widths, in runes.
const narrowestWrap, widestWrap = 40, 140

// readText makes a draft of a plain text: the text unchanged, its lines joined or cut into blocks, what is not the
// document's own text labelled as furniture, and the metadata that the page itself states.
//
// Labelling errs towards keeping: a line that no rule knows stays a paragraph.
func readText(text string) draft {
	parts := joinLines(text, labelLines(scanLines(text)))
	labelSections(parts)
	meta := statedMetadata(parts)
	parts = markHeadings(parts, meta.Title.Value)
	return draft{text: text, meta: meta, blocks: blocksOf(parts)}
}

// textBlocks cuts a text that is known to hold nothing but the document's own words.
func textBlocks(text string) []Block { return blocksOf(joinLines(text, scanLines(text))) }

func blocksOf(parts []part) []Block {
	blocks := make([]Block, len(parts))
	for i, p := range parts {
		blocks[i] = p.Block
	}
	return blocks
}

// joinLines joins the lines of wrapped paragraphs and tells list items and table rows.
func joinLines(text string, lines []part) []part {
	var out []part
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].gap == 0 && own(&lines[0]) && own(&lines[n]) {
			n++
		}
		out = append(out, joinGroup(text, lines[:n])...)
		lines = lines[n:]
	}
	return out
}

// own reports whether no rule has spoken on p yet.
func own(p *part) bool { return p.Kind == Paragraph && p.weak == "" }

// joinGroup joins lines that have no blank line between them.
func joinGroup(text string, lines []part) []part {
	if !own(&lines[0]) {
		return lines
	}
	if isTable(lines) {
		for i := range lines {
			lines[i].Kind = Table
		}
		return lines
	}
	width := wrapWidth(lines)
	var out []part
	for i := 0; i < len(lines); {
		n := i + 1
		for n < len(lines) && continues(lines[n-1], lines[n], width, len(lines) > 2) {
			n++
		}
		p := newPart(text, Span{lines[i].Start, lines[n-1].End}, lines[i].gap)
		if isListItem(lines[i].text) {
			p.Kind = ListItem
		}
		out = append(out, p)
		i = n
	}
	return out
}

// wrapWidth returns the width that the lines seem to be wrapped at: that of the longest, where the second longest comes
// close; 0 for lines of no common width.
func wrapWidth(lines []part) int {
	first, second := 0, 0
	for _, l := range lines {
		switch n := utf8.RuneCountInString(l.text); {
		case n >= first:
			first, second = n, first
		case n > second:
			second = n
		}
	}
	if first < narrowestWrap || first > widestWrap || second*10 < first*9 && len(lines) > 2 {
		return 0
	}
	return first
}

// continues reports whether next goes on with the sentence or paragraph that line was wrapped in: its first word did
// not fit on the line, or it begins in the middle of a sentence.
func continues(line, next part, width int, several bool) bool {
	n := utf8.RuneCountInString(line.text)
	if n < narrowestWrap || n > widestWrap || isListItem(next.text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	if open := line.ending == endsOpen || line.ending == endsPause; open && unicode.IsLower(first) {
		return true
	}
	word, _, _ := strings.Cut(next.text, " ")
	return several && width > 0 && n+1+utf8.RuneCountInString(word) > width
}

var listMark = regexp.MustCompile(`^(?:[-*+•◦▪–·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S`)

func isListItem(s string) bool {
	return listMark.MatchString(s[:min(len(s), 16)])
}

// isTable reports whether there are several lines and every one has cells, between bars or tabs.
func isTable(lines []part) bool {
	for _, cell := range []string{"|", "\t"} {
		without := func(l part) bool { return !strings.Contains(l.text, cell) }
		if len(lines) > 1 && !slices.ContainsFunc(lines, without) {
			return true
		}
	}
	return false
}

// markHeadings turns the title and the title-like lines above paragraphs into headings, and cuts a site's name off
// the title line.
func markHeadings(parts []part, title string) []part {
	out := make([]part, 0, len(parts)+1)
	for i, p := range parts {
		switch {
		case p.Kind != Paragraph:
		case title != "" && (p.text == title || p.text == title+siteSuffix(p.text)):
			head, site := p.split(len(title))
			title, p = "", head.as(Heading, "") // only once
			if site.Len() > 0 {
				out, p = append(out, p), site.as(Furniture, "site name")
			}
		case isHeading(parts, i):
			p.Kind = Heading
		}
		out = append(out, p)
	}
	return out
}

// isHeading reports whether part i is a short title-like line with the paragraph that it announces below it.
func isHeading(parts []part, i int) bool {
	p := &parts[i]
	if strings.HasPrefix(p.text, "#") {
		return atxHeading.MatchString(p.text)
	}
	if !p.titleLike() || p.words > 12 || i+1 == len(parts) {
		return false
	}
	next := &parts[i+1]
	return next.body() || next.words >= 6 && next.ending == endsStop || next.Kind == ListItem || next.Kind == Table
}

var atxHeading = regexp.MustCompile(`^#{1,6} [^\n]{1,200}$`)
