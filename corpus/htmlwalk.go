package corpus

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// unseen elements show nothing, or nothing that is part of the text.
var unseen = wordSet(`head script style template noscript title svg math iframe object embed applet canvas audio video map
	select datalist textarea button input progress meter dialog frameset`)

// inlines do not begin a new block; every element that is not named here does.
var inlines = wordSet(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt rtc
	ruby s samp small span strike strong sub sup time tt u var wbr img picture source slot`)

var kinds = map[string]BlockKind{
	"h1": Heading, "h2": Heading, "h3": Heading, "h4": Heading, "h5": Heading, "h6": Heading,
	"li": ListItem, "dt": ListItem, "dd": ListItem, "figcaption": Caption, "caption": Caption,
}

// place is what the elements around a piece of text say about it.
type place struct {
	owner   *html.Node // the block element that the text stands in
	kind    BlockKind
	pre     bool
	outside bool // not part of the article
	row     bool // in a row of a data table: only cells part the text
}

// pageWriter writes the text of a page as a browser would show it.
type pageWriter struct {
	outside func(*html.Node) bool
	text    strings.Builder
	blocks  []Block
	at      place // of the open block
	open    bool
	start   int
	gap     bool // white space is due before the next word
	breaks  int  // line breaks are due
}

func (w *pageWriter) children(n *html.Node, in place) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.words(c.Data, in)
		case html.ElementNode:
			w.element(c, in)
		}
	}
}

func (w *pageWriter) element(n *html.Node, in place) {
	switch {
	case unseen[n.Data] || isHidden(n):
	case n.Data == "br":
		w.breaks++
	case n.Data == "hr":
		w.end()
	case inlines[n.Data] && !(in.row && isCell(n)):
		w.children(n, in)
	case in.row && isCell(n):
		w.cell()
		w.children(n, in)
	case in.row:
		w.gap = true
		w.children(n, in)
		w.gap = true
	default:
		w.end()
		w.children(n, w.inside(n, in))
		w.end()
	}
}

// inside returns the place of what stands in the block element n.
func (w *pageWriter) inside(n *html.Node, in place) place {
	in.owner = n
	in.outside = w.outside(n)
	in.pre = in.pre || n.Data == "pre" || n.Data == "xmp" || n.Data == "listing"
	if k, ok := kinds[n.Data]; ok {
		in.kind = k
	}
	if n.Data == "tr" && isDataRow(n) {
		in.kind, in.row = Table, true
	}
	return in
}

func isCell(n *html.Node) bool { return n.Data == "td" || n.Data == "th" }

// isDataRow reports whether the cells of a row hold short text only; others are there for the layout.
func isDataRow(tr *html.Node) bool {
	cells, blocks := 0, 0
	for n := range tr.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case isCell(n):
			cells++
		case n.Data == "table":
			return false
		case !inlines[n.Data] && n.Data != "br" && !unseen[n.Data]:
			blocks++
		}
	}
	return cells > 1 && blocks <= cells
}

// cell ends a cell.
func (w *pageWriter) cell() {
	if w.open {
		w.text.WriteByte('\t')
		w.gap = false
	}
}

// words writes text, its white space collapsed except in preformatted text.
func (w *pageWriter) words(s string, in place) {
	if in.pre {
		w.preformatted(s, in)
		return
	}
	for s != "" {
		n := 0
		for n < len(s) && isASCIISpace[s[n]] {
			n++
		}
		w.gap = w.gap || n > 0
		if s = s[n:]; s == "" {
			return
		}
		n = tidyLen(s)
		w.lead(in)
		w.text.WriteString(s[:n])
		s = s[n:]
	}
}

// tidyLen returns the length of the words at the beginning of s that have single spaces between them.
func tidyLen(s string) int {
	for i := range len(s) {
		if isASCIISpace[s[i]] && (s[i] != ' ' || i+1 == len(s) || isASCIISpace[s[i+1]]) {
			return i
		}
	}
	return len(s)
}

func (w *pageWriter) preformatted(s string, in place) {
	if !w.open && strings.TrimSpace(s) == "" {
		return
	}
	w.gap = false
	w.lead(in)
	w.text.WriteString(s)
}

// lead writes what stands between the text before and the word that comes: a break, a space or a new block.
func (w *pageWriter) lead(in place) {
	if w.open && w.breaks > 1 && !in.row {
		w.end()
	}
	switch {
	case !w.open:
		w.begin(in)
	case w.breaks > 0 && !in.row:
		w.text.WriteByte('\n')
	case w.breaks > 0 || w.gap:
		if w.last() != '\t' {
			w.text.WriteByte(' ')
		}
	}
	w.gap, w.breaks = false, 0
}

func (w *pageWriter) last() byte {
	s := w.text.String()
	return s[len(s)-1]
}

func (w *pageWriter) begin(in place) {
	if n := len(w.blocks); n > 0 {
		w.text.WriteString(between(w.blocks[n-1].Kind, in.kind))
	}
	w.at, w.open, w.start = in, true, w.text.Len()
}

// between returns what parts two blocks: rows and items of a list stand close.
func between(a, b BlockKind) string {
	if a == b && (a == ListItem || a == Table) {
		return "\n"
	}
	return "\n\n"
}

// end closes the open block.
func (w *pageWriter) end() {
	if w.open {
		text := w.text.String()
		b := Block{Span: trimSpan(text, Span{w.start, len(text)}), Kind: w.at.kind}
		if w.at.outside {
			b.Kind, b.Rule = Furniture, htmlRule
		}
		if b.Len() > 0 {
			w.blocks = append(w.blocks, b)
		}
	}
	w.open, w.gap, w.breaks = false, false, 0
}

var hidingStyle = regexp.MustCompile(`(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:;|!|$)|font-size\s*:\s*0*\.?0*\s*(?:[a-z%]|;|!|$))`)

// hidingClass are names that style sheets everywhere hide, and the marks of footnotes, which are no words of the text.
var hidingClass = wordSet("footnote-ref footnote-backref sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only element-invisible")

// isHidden reports whether a browser would not show n. Style sheets are not read.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return strings.EqualFold(strings.TrimSpace(a.Val), "true")
		case "style":
			if hidingStyle.MatchString(a.Val) {
				return true
			}
		case "class":
			for _, c := range strings.Fields(a.Val) {
				if hidingClass[c] {
					return true
				}
			}
		}
	}
	return false
}
