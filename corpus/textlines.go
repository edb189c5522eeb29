package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A part is what a plain text is cut into: a line, a piece of a line, or the lines of a wrapped paragraph.
type part struct {
	Block
	text string
	// gap counts the blank lines above the part.
	gap int
	// weak names the rule that makes the part furniture if a neighbour is furniture too.
	weak string
	// says is what a byline or a labelled date states; nil for any other part.
	says *Metadata
	shape
}

// shape is what can be seen of a text without understanding it.
type shape struct {
	words   int  // capped: a long text counts only its first bytes
	letters bool // has letters or digits
	upper   bool // begins like a sentence or title
	ending  ending
}

// ending says how a text ends, closing quotes and brackets aside.
type ending uint8

const (
	endsOpen     ending = iota // like a title
	endsStop                   // like a sentence
	endsAsking                 // with ? or !, like a sentence or a title
	endsEllipsis               // cut off
	endsPause                  // with a comma, colon or semicolon
)

// shapeBytes is how much of a text its shape looks at.
const shapeBytes = 2000

func shapeOf(s string) shape {
	head := s
	if len(head) > shapeBytes {
		head = head[:shapeBytes]
	}
	sh := shape{words: countWords(head) + wideLetters(head)/3, ending: endingOf(s)}
	sh.letters = strings.ContainsFunc(head, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(head, `"'“”‘’«„([¿¡ `))
	sh.upper = unicode.IsDigit(first) || unicode.IsLetter(first) && !unicode.IsLower(first)
	return sh
}

// wideLetters counts the letters of scripts that put no space between words.
func wideLetters(s string) (n int) {
	for _, r := range s {
		if r >= '\u0e00' && unicode.In(r, unspaced...) {
			n++
		}
	}
	return n
}

func endingOf(s string) ending {
	s = strings.TrimRight(s, "\"'“”’»)]* \u00a0")
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case last == '…' || strings.HasSuffix(s, "...") || strings.HasSuffix(s, ". . ."):
		return endsEllipsis
	case strings.ContainsRune("?!？！؟", last):
		return endsAsking
	case strings.ContainsRune(".。।۔։．", last):
		return endsStop
	case strings.ContainsRune(",;:،、：；", last):
		return endsPause
	}
	return endsOpen
}

// titleLike reports whether p could be a title, a heading or a label.
func (p *part) titleLike() bool {
	return p.upper && p.words <= 25 && len(p.text) <= 220 &&
		(p.ending == endsOpen || p.ending == endsAsking) && !isListItem(p.text)
}

// body reports whether p reads like a paragraph of the document's own text.
func (p *part) body() bool {
	if p.Kind != Paragraph {
		return false
	}
	return p.words >= 12 && (p.ending == endsStop || p.ending == endsAsking) || p.words >= 40
}

// scanLines cuts text at line feeds and carriage returns, or both together, and returns the lines that are not blank.
func scanLines(text string) []part {
	var out []part
	gap := 0
	for start := 0; start < len(text); {
		end := start + lineLen(text[start:])
		if s := trimSpan(text, Span{start, end}); s.Len() > 0 {
			out = append(out, newPart(text, s, gap))
			gap = -1
		}
		gap++
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		}
		start = end + 1
	}
	return out
}

func newPart(text string, s Span, gap int) part {
	return part{Block: Block{Span: s}, text: text[s.Start:s.End], gap: gap, shape: shapeOf(text[s.Start:s.End])}
}

// split cuts p before byte n; the white space around the cut belongs to neither piece.
func (p part) split(n int) (head, tail part) {
	a, b := trimSpan(p.text, Span{0, n}), trimSpan(p.text, Span{n, len(p.text)})
	head, tail = newPart(p.text, a, p.gap), newPart(p.text, b, 0)
	head.Span, tail.Span = a.Shift(p.Start), b.Shift(p.Start)
	return head, tail
}

// as returns p as a block of the kind, recognised by the rule.
func (p part) as(kind BlockKind, rule string) part {
	p.Kind, p.Rule = kind, rule
	return p
}

// is reports whether p is furniture by the rule.
func (p *part) is(rule string) bool { return p.Kind == Furniture && p.Rule == rule }
