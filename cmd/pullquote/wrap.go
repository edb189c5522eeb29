package main

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Text of documents is shown to people under three rules: it is wrapped at spaces and, in scripts written without
// them, where Unicode allows a line break (UAX 14), so that addresses stay whole; columns are counted as terminals count
// them (East Asian wide characters take two); and a character that would drive the terminal or reorder or hide what is
// read is shown as an escape such as \x1b.

// style is how a stretch of text is shown.
type style uint8

const (
	plain style = iota
	strong
	faint
	stated  // a value inside a quote
	matched // a word of the question inside a quote
)

var styleCodes = [...]string{plain: "", strong: "\x1b[1m", faint: "\x1b[2m", stated: "\x1b[1;36m", matched: "\x1b[4m"}

// ink returns text in the style where the page is styled.
func (p page) ink(s style, text string) string {
	if !p.styled || s == plain || text == "" {
		return text
	}
	return styleCodes[s] + text + "\x1b[0m"
}

// glyph is one grapheme cluster as it is shown.
type glyph struct {
	text    string
	columns int
	style   style
	space   bool
}

// line is a line of glyphs.
type line []glyph

func (l line) columns() (n int) {
	for _, g := range l {
		n += g.columns
	}
	return n
}

// trim returns l without the spaces at its end.
func (l line) trim() line {
	for len(l) > 0 && l[len(l)-1].space {
		l = l[:len(l)-1]
	}
	return l
}

// ink returns the text of l with the styles of its glyphs.
func (p page) inkLine(l line) string {
	var b strings.Builder
	for i := 0; i < len(l); {
		j, run := i, ""
		for ; j < len(l) && l[j].style == l[i].style; j++ {
			run += l[j].text
		}
		b.WriteString(p.ink(l[i].style, run))
		i = j
	}
	return b.String()
}

// wrap cuts text into lines of at most width columns. at gives the style at a byte offset. Line breaks in the text
// stay, of several blank lines one.
func wrap(text string, width int, at func(offset int) style) []line {
	var w wrapper
	w.width = width
	for offset, state := 0, -1; offset < len(text); {
		cluster, _, boundaries, next := uniseg.StepString(text[offset:], state)
		switch {
		case strings.ContainsAny(cluster, "\n\r\u2028\u2029\u0085\v\f"):
			w.endLine()
		default:
			g := show(cluster, boundaries>>uniseg.ShiftWidth, at(offset))
			w.add(g, boundaries&uniseg.MaskLine != uniseg.LineDontBreak && (g.space || g.columns > 1))
		}
		offset, state = offset+len(cluster), next
	}
	w.endLine()
	for len(w.lines) > 0 && len(w.lines[len(w.lines)-1]) == 0 {
		w.lines = w.lines[:len(w.lines)-1]
	}
	return w.lines
}

// wrapper fills lines: a word is held back until its end is known.
type wrapper struct {
	width      int
	lines      []line
	line, word line
	filled     int // columns of line
}

func (w *wrapper) add(g glyph, mayBreak bool) {
	w.word = append(w.word, g)
	if mayBreak {
		w.endWord()
	}
}

func (w *wrapper) endWord() {
	if len(w.line) > 0 && w.filled+w.word.trim().columns() > w.width {
		w.nextLine()
	}
	for _, g := range w.word { // a word longer than the line is cut between characters
		if len(w.line) > 0 && !g.space && w.filled+g.columns > w.width {
			w.nextLine()
		}
		w.line = append(w.line, g)
		w.filled += g.columns
	}
	w.word = nil
}

func (w *wrapper) nextLine() {
	w.lines = append(w.lines, w.line.trim())
	w.line, w.filled = nil, 0
}

// endLine ends the line where the text does; of several blank lines one is kept.
func (w *wrapper) endLine() {
	w.endWord()
	blank := len(w.line.trim()) == 0
	if blank && (len(w.lines) == 0 || len(w.lines[len(w.lines)-1]) == 0) {
		w.line, w.filled = nil, 0
		return
	}
	w.nextLine()
}

// indented writes text wrapped to the page, the first line after first and the others after rest, in one style.
func (p page) indented(first, rest, text string, s style) string {
	var b strings.Builder
	width := p.width - max(uniseg.StringWidth(first), uniseg.StringWidth(rest))
	for i, l := range wrap(text, max(width, 1), func(int) style { return s }) {
		prefix := rest
		if i == 0 {
			prefix = first
		}
		b.WriteString(prefix + p.inkLine(l) + "\n")
	}
	return b.String()
}
