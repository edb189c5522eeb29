package message

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"pullquote/corpus"
)

// Verify reads a finished message back as Discord would and compares it with the documents, whatever way it was made.
// The block quotes must be the shown excerpts in their order: each, without its block quote marks, backslashes and
// bold, must equal the bytes of the canonical text at the excerpt's place, the canonical text must still have the hash
// it was loaded with, the line below must carry the source's number, and a heading must be words of the quote below it.
// The other lines must have no markup but ours (see ownline.go): no mention, no timestamp, no link but a masked one to
// a web address, and nothing that could swallow or hide a quote. Without shown excerpts there must be no block quote.
func Verify(content string, shown []Shown) error {
	if n := Units(content); n > Limit {
		return fmt.Errorf("message has %d UTF-16 units, the limit is %d", n, Limit)
	}
	quotes, err := readQuotes(content)
	if err != nil {
		return err
	}
	if len(quotes) != len(shown) {
		return fmt.Errorf("message has %d block quotes, want %d", len(quotes), len(shown))
	}
	seen := seen{intact: map[*corpus.Document]bool{}, numbered: map[int]*corpus.Document{}}
	for i, q := range quotes {
		err := seen.source(shown[i])
		if err == nil {
			err = q.check(shown[i])
		}
		if err != nil {
			return fmt.Errorf("block quote %d: %w", i+1, err)
		}
	}
	return nil
}

// seen are the sources of the quotes of one message.
type seen struct {
	intact   map[*corpus.Document]bool // the documents that still have the text that was loaded
	numbered map[int]*corpus.Document
}

// source checks whose words an excerpt is said to be: those of a document that is as it was loaded, and that alone has
// the number.
func (x seen) source(s Shown) error {
	d := s.Quote.Document()
	if d == nil {
		return errors.New("the excerpt has no document")
	}
	if other := x.numbered[s.Source]; other != nil && other != d {
		return fmt.Errorf("source %d is %s and %s", s.Source, other.ID(), d.ID())
	}
	x.numbered[s.Source] = d
	if x.intact[d] {
		return nil
	}
	if sum := sha256.Sum256([]byte(d.Text())); hex.EncodeToString(sum[:]) != d.SHA256() {
		return fmt.Errorf("document %s is not the text that was loaded", d.ID())
	}
	x.intact[d] = true
	return nil
}

// readQuote is a block quote found in a message.
type readQuote struct {
	text    string // what a reader sees
	heading string // the heading above, "" without one or if another quote comes first
	below   string // the line after it, as it stands in the message
}

func (q readQuote) check(s Shown) error {
	d := s.Quote.Document()
	text, at := d.Text(), s.Quote.Span()
	if at.Start < 0 || at.Start >= at.End || at.End > len(text) {
		return fmt.Errorf("place [%d, %d) is not in document %s", at.Start, at.End, d.ID())
	}
	if want := text[at.Start:at.End]; q.text != want {
		return fmt.Errorf("reads %q, document %s has %q at [%d, %d)", q.text, d.ID(), want, at.Start, at.End)
	}
	if mark := sourceMark(s.Source); !strings.HasPrefix(q.below, mark) {
		return fmt.Errorf("the line below is %q, want one that begins with %q", q.below, mark)
	}
	if !strings.Contains(squeeze(q.text), q.heading) {
		return fmt.Errorf("the heading %q is not in the quote", q.heading)
	}
	return nil
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// readQuotes returns the block quotes of a message. The first line, the question, is the asker's and has no heading.
func readQuotes(content string) ([]readQuote, error) {
	lines := strings.Split(content, "\n")
	var out []readQuote
	heading := ""
	for i := 0; i < len(lines); i++ {
		if i > 0 && strings.HasPrefix(lines[i], "**") {
			heading = readBold(lines[i])
		}
		first := i
		for i < len(lines) && strings.HasPrefix(lines[i], "> ") {
			i++
		}
		if i == first {
			if err := checkOwnLine(lines[i]); err != nil {
				return nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			continue
		}
		text, err := readBlock(lines[first:i])
		if err != nil {
			return nil, fmt.Errorf("block quote %d: %w", len(out)+1, err)
		}
		q := readQuote{text: text, heading: heading}
		if i < len(lines) {
			q.below = lines[i]
		}
		out, heading = append(out, q), ""
		i-- // the line below is one of ours
	}
	return out, nil
}

// readBlock returns what a reader sees of a block quote.
func readBlock(lines []string) (string, error) {
	for i, l := range lines {
		lines[i] = l[2:]
	}
	raw := strings.Join(lines, "\n")
	for _, br := range []string{"\r", "\u2028", "\u2029"} {
		raw = strings.ReplaceAll(raw, br+"> ", br)
	}
	text, open, err := readMarkup(raw)
	if err == nil && open {
		err = errors.New("bold is not closed")
	}
	return text, err
}

// readMarkup drops backslashes and bold marks. Any other markup is an error: a quote has none.
func readMarkup(s string) (text string, bold bool, err error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte(markup, s[i+1]) >= 0:
			i++
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i:], "****"):
			return "", false, fmt.Errorf("bold of nothing in %q", s) // Discord shows its marks
		case strings.HasPrefix(s[i:], "**"):
			bold = !bold
			i++
		case strings.IndexByte(markup, s[i]) >= 0:
			return "", false, fmt.Errorf("live %q in %q", s[i], s)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), bold, nil
}

// readBold returns what a reader sees in bold at the start of a line.
func readBold(line string) string {
	for end := len("**"); end < len(line); end++ {
		switch {
		case line[end] == '\\':
			end++
		case strings.HasPrefix(line[end:], "**"):
			text, _, _ := readMarkup(line[2:end])
			return text
		}
	}
	return ""
}
