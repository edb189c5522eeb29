package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// How a web page is read: the page is measured before it is parsed, because some parsers need minutes for pages made
// to that end; a copy of the tree goes to the picker (htmlpick.go), which says what the article is; our own walk
// (htmlwalk.go) takes the text of all that is visible, in the order of the page, and marks as furniture what is not
// the article; and htmlmeta.go reads what the page states about itself.

// Bounds of one page. The parser itself refuses more than 512 nested elements.
const (
	mostElements   = 200_000
	mostAttributes = 1_000_000
	mostNodes      = 500_000 // with <b>, <font> and the like repeated in every block until they are closed
	mostPicked     = 30_000  // elements for the picker
	mostParagraphs = 4_000   // paragraphs for the picker, whose time grows with their square
	mostMetaBytes  = 1 << 20 // of one JSON-LD script
)

const htmlRule = "page furniture"

// readHTML makes a draft of a web page. The canonical text is what a browser would show, a blank line between blocks.
func readHTML(raw []byte) (draft, []remark, error) {
	text, notes, err := decode(raw, declaredCharset(raw))
	if err != nil {
		return draft{}, nil, err
	}
	page, err := parseHTML(strings.TrimPrefix(text, byteOrderMark))
	if err != nil {
		return draft{}, nil, err
	}
	w := pageWriter{outside: pickArticle(page)}
	w.children(page, place{})
	w.end()
	d := draft{text: w.text.String(), blocks: w.blocks}
	d.meta = pageMetadata(page).or(bylineMetadata(d.text, d.blocks))
	return d, notes, nil
}

// parseHTML parses a page after it has been measured.
func parseHTML(text string) (*html.Node, error) {
	if err := measureHTML(text); err != nil {
		return nil, err
	}
	page, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, refusal{"it is nested too deep: " + cause(err), "save it as plain text"}
	}
	return page, nil
}

// formatting are the elements that the parser opens again in every block until they are closed.
var formatting = wordSet("a b big code em font i nobr s small strike strong tt u")

// measureHTML refuses pages that would take the parser long or let its tree grow out of proportion.
func measureHTML(page string) error {
	if isSmallPage(page) {
		return nil
	}
	return measureTags(page)
}

func measureTags(page string) error {
	z := html.NewTokenizer(strings.NewReader(page))
	size := pageSize{open: map[string]int{}}
	for {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return nil
			}
			return refusal{"it cannot be parsed: " + z.Err().Error(), "save it as plain text"}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			size.start(string(name))
			for more {
				_, _, more = z.TagAttr()
				size.attributes++
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			size.end(string(name))
		}
		if err := size.check(); err != nil {
			return err
		}
	}
}

// isSmallPage is a quick test that spares most pages the measuring: there are not more elements than signs that begin
// one, nor more nodes than if each of n elements were repeated in all that follow it.
func isSmallPage(page string) bool {
	n := int64(strings.Count(page, "<"))
	return n <= mostElements && n*(n+1)/2 <= mostNodes && len(page) <= mostAttributes
}

// pageSize counts what makes a page costly.
type pageSize struct {
	elements, attributes int
	open                 map[string]int // formatting elements that are not closed
	unclosed             int            // their number
	nodes                int            // of the tree, if every block repeats all of them
}

func (p *pageSize) start(name string) {
	p.elements++
	p.nodes += 1 + p.unclosed
	if formatting[name] {
		p.open[name]++
		p.unclosed++
	}
}

func (p *pageSize) end(name string) {
	if p.open[name] > 0 {
		p.open[name]--
		p.unclosed--
	}
}

func (p *pageSize) check() error {
	switch {
	case p.elements > mostElements:
		return refusal{fmt.Sprintf("it has more than %d elements", mostElements), "split it, or save it as plain text"}
	case p.attributes > mostAttributes:
		return refusal{fmt.Sprintf("it has more than %d attributes", mostAttributes), "split it, or save it as plain text"}
	case p.nodes > mostNodes:
		return refusal{"too many tags such as <b> or <font> are never closed", "save it as plain text"}
	}
	return nil
}

// declaredCharset returns the encoding that the page or its XML declaration names near its beginning, or "".
func declaredCharset(raw []byte) string {
	const near = 4096
	head := bytes.ToLower(raw[:min(len(raw), near)])
	for _, key := range []string{"charset=", "encoding="} {
		if _, after, ok := bytes.Cut(head, []byte(key)); ok {
			after = bytes.TrimLeft(after, "\"' ")
			end := bytes.IndexFunc(after, func(r rune) bool { return strings.ContainsRune("\"'; />?", r) })
			if end > 0 {
				return string(after[:end])
			}
		}
	}
	return ""
}

// attribute returns the value of an attribute of n, or "".
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
