package passages

import (
	"fmt"
	"strings"
)

// Document is one file of a corpus.
type Document struct {
	// Path is where it lies below the root of the corpus. Documents in the order of their paths are in the order in which
	// they were made.
	Path string
	// Title and Author are never empty.
	Title, Author string
	// Year is when it was published.
	Year int
	// Paragraphs hold sentences of words and marks.
	Paragraphs [][]Sentence
}

// Sentence is a sentence as words and the marks , ; : between them, without the final stop.
type Sentence []string

// String returns the sentence as it is written.
func (s Sentence) String() string {
	var b strings.Builder
	for i, w := range s {
		if i > 0 && !isMark(w) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	b.WriteByte('.')
	return b.String()
}

// headingEvery is after how many paragraphs a Markdown file has a heading.
const headingEvery = 7

// Bytes returns the file: Markdown with front matter, or plain text with a line for its title and one for its author, as
// its path says.
func (d Document) Bytes() []byte {
	var b strings.Builder
	markdown := strings.HasSuffix(d.Path, ".md")
	if markdown {
		fmt.Fprintf(&b, "---\ntitle: %q\nauthor: %s\npublished: %d\nlang: en\n---\n", d.Title, d.Author, d.Year)
	} else {
		fmt.Fprintf(&b, "%s\n\nBy %s\n", d.Title, d.Author)
	}
	for i, p := range d.Paragraphs {
		if markdown && i%headingEvery == headingEvery-1 {
			fmt.Fprintf(&b, "\n## %s\n", heading(p[0]))
		}
		b.WriteByte('\n')
		for j, s := range p {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s.String())
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// heading makes a heading of the first words of a sentence.
func heading(s Sentence) string {
	return strings.TrimRight(s[:min(4, len(s))].String(), ".,;:")
}
