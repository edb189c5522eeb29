package corpus

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"
)

// readMarkdown makes a draft of a Markdown file. The file is rendered as a web page and that page is read, so that
// both formats know the same blocks and hide the same things; HTML in the Markdown is read like any other.
func readMarkdown(raw []byte) (draft, []remark, error) {
	text, notes, err := decode(raw, "")
	if err != nil {
		return draft{}, nil, err
	}
	meta, body, more := splitFrontMatter(strings.TrimPrefix(text, byteOrderMark))
	notes = append(notes, more...)
	if err := measureMarkdown(body); err != nil {
		return draft{}, nil, err
	}
	page := plainPage(body)
	if page == nil {
		if page, err = renderMarkdown(body); err != nil {
			return draft{}, nil, err
		}
	}
	d := pageDraft(body, page)
	d.meta = meta
	if d.meta.Title.Value == "" {
		d.meta.Title = topHeading(page)
	}
	return d, notes, nil
}

// pageDraft makes a draft of the page of a Markdown text.
func pageDraft(body string, page *xhtml.Node) draft {
	w := pageWriter{outside: isNavigationOnly}
	w.text.Grow(len(body))
	w.children(page, place{})
	w.end()
	return draft{text: w.text.String(), blocks: w.blocks}
}

// markdown keeps nothing of a file, so that several can be converted at once.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote),
	goldmark.WithRendererOptions(html.WithUnsafe()))

func renderMarkdown(body string) (*xhtml.Node, error) {
	var page strings.Builder
	page.Grow(len(body) + len(body)/8)
	if err := markdown.Convert([]byte(body), &page); err != nil {
		return nil, refusal{"it cannot be parsed: " + plainLine(err.Error()), "save it as plain text"}
	}
	return parseHTML(page.String())
}

func topHeading(page *xhtml.Node) Field {
	for n := range page.Descendants() {
		if n.Data == "h1" && n.Type == xhtml.ElementNode {
			if text := plainLine(innerText(n)); text != "" {
				return Field{text, "heading"}
			}
		}
	}
	return Field{}
}

// Bounds of one Markdown file. The parser's time grows with the marks in a paragraph times its length; at the bound
// it takes about two seconds.
const (
	mostMarkWork = 3_000_000_000
	mostCells    = 500_000 // of all tables, counting every row as wide as the widest
	mostQuoting  = 100     // quotes and lists that one line opens
)

// itemLine is a line that begins an item whatever stands before it; numberedItem is one that does so in a list.
var (
	itemLine     = regexp.MustCompile(`^ {0,3}(?:[-+*]|1[.)])[ \t]+\S|^#{1,6}[ \t]`)
	numberedItem = regexp.MustCompile(`^ {0,3}\d{1,9}[.)][ \t]+\S`)
	deepIndent   = regexp.MustCompile(`^[ \t]{256,}(?:[-+*]|\d{1,9}[.)])[ \t]`)
	quoting      = regexp.MustCompile(`^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+`)
)

// measureMarkdown refuses what would take the parser long. It looks at paragraphs, which no mark reaches beyond: lines
// up to a blank one, a heading or an item of a list.
func measureMarkdown(body string) error {
	work, cells := 0, 0
	var p paragraphSize
	for line := range strings.Lines(body) {
		begins := false
		if isMarked(line) {
			if err := measureMarks(line); err != nil {
				return err
			}
			begins = itemLine.MatchString(line) || (p.list || p.lines == 0) && numberedItem.MatchString(line)
		}
		if begins || strings.TrimSpace(line) == "" {
			work, cells = work+p.work(), cells+p.cells()
			p = paragraphSize{list: begins}
		}
		p.add(line)
	}
	switch {
	case work+p.work() > mostMarkWork:
		return refusal{"a paragraph has too many marks such as * and [ to be parsed", "part it by blank lines, or save it as plain text"}
	case cells+p.cells() > mostCells:
		return refusal{fmt.Sprintf("its tables have more than %d cells", mostCells), "split it into smaller files"}
	}
	return nil
}

// isMarked is a quick test that spares most lines the patterns: all of them want one of these signs or a digit first.
func isMarked(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return line != "" && strings.IndexByte("->+*#"+digits, line[0]) >= 0
}

// measureMarks refuses a line that opens too much.
func measureMarks(line string) error {
	if quoted := quoting.FindString(line); strings.Count(quoted, ">") > mostQuoting || len(strings.Fields(quoted)) > 4*mostQuoting {
		return refusal{fmt.Sprintf("it nests quotes or lists more than %d deep", mostQuoting), "make it simpler"}
	}
	if deepIndent.MatchString(line) {
		return refusal{"it indents list items further than a page is wide", "make it simpler"}
	}
	return nil
}

// paragraphSize counts what makes a paragraph costly.
type paragraphSize struct {
	list                       bool
	lines, bytes, marks, width int
}

func (p *paragraphSize) add(line string) {
	for i := range len(line) {
		if markBytes[line[i]] {
			p.marks++
		}
	}
	p.lines++
	p.bytes += len(line)
	p.width = max(p.width, strings.Count(line, "|"))
}

// markBytes are the marks that the parser looks at.
var markBytes = bytesOf("*_~[](!<`&\\")

func (p *paragraphSize) work() int { return p.marks * p.bytes }

func (p *paragraphSize) cells() int {
	if p.width == 0 {
		return 0
	}
	return (p.width + 1) * p.lines
}
