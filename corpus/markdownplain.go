package corpus

import (
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Most Markdown that people quote from has headings and paragraphs and no other mark. Its page is known without the
// converter, which takes longer than all else that is done about such a file.

// mostPlain is the length in bytes of the longest text that is looked at; its page is never too large to be read.
const mostPlain = 256 << 10

// plainPage returns the page of a Markdown text in which nothing is marked but headings, nil for any other.
func plainPage(body string) *xhtml.Node {
	if len(body) > mostPlain {
		return nil
	}
	page := &xhtml.Node{Type: xhtml.DocumentNode}
	paragraph := Span{}
	end := func() {
		if paragraph.Len() > 0 {
			appendElement(page, atom.P, body[paragraph.Start:paragraph.End])
		}
		paragraph = Span{}
	}
	for at := 0; at < len(body); {
		line, _, _ := strings.Cut(body[at:], "\n")
		marks := plainHeading(line)
		switch {
		case line == "":
			end()
		case !isPlainLine(line[marks:]):
			return nil
		case marks > 0:
			end()
			appendElement(page, headings[marks-2], line[marks:])
		case paragraph.Len() == 0:
			paragraph = Span{at, at + len(line)}
		default:
			paragraph.End = at + len(line)
		}
		at += len(line) + 1
	}
	end()
	return page
}

var headings = [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

func appendElement(page *xhtml.Node, a atom.Atom, text string) {
	n := &xhtml.Node{Type: xhtml.ElementNode, DataAtom: a, Data: a.String()}
	n.AppendChild(&xhtml.Node{Type: xhtml.TextNode, Data: text})
	page.AppendChild(n)
}

// plainHeading returns the length of the signs that make a line a heading, with the space behind them, 0 where none do.
func plainHeading(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n == 0 || n > len(headings) || n == len(line) || line[n] != ' ' {
		return 0
	}
	return n + 1
}

// isPlainLine reports whether a line holds words and no mark, neither at its beginning nor in it nor at its end.
func isPlainLine(line string) bool {
	first := strings.TrimLeft(line, digits)
	if first == "" || !beginsPlain[first[0]] && (len(first) == len(line) || first[0] == '.' || first[0] == ')') {
		return false // such as the number of an item
	}
	for i := range len(line) {
		if !isPlainByte[line[i]] {
			return false
		}
	}
	return line[len(line)-1] != ' '
}

// beginsPlain are the bytes that a line can begin with and be part of a paragraph, isPlainByte those that mark nothing in it.
var (
	beginsPlain = plainMarkdown(`"'($`)
	isPlainByte = plainMarkdown(` "'(),-./:;?!%$+=@` + digits)
)

// plainMarkdown returns letters, the bytes of other characters than ASCII, and the signs given.
func plainMarkdown(signs string) [256]bool {
	is := bytesOf(signs)
	for c := range is {
		is[c] = is[c] || c >= 0x80 || isASCIILetter(byte(c))
	}
	return is
}
