package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync/atomic"
	"unicode/utf8"
)

// Document is one text that may be quoted. It is immutable and safe for concurrent use.
//
// A document in memory holds its content. One that stands on a [Shelf] reads it when it is asked for and may drop it
// again; what a method has returned stays valid. Its files may become unreadable after they have been opened. The methods
// have no error to return then and panic with a *[ReadError]: who answers from such documents recovers it, as the library
// and the bot's dispatcher do. Load returns it instead.
type Document struct {
	head  atomic.Pointer[card] // nil: not in memory
	whole atomic.Pointer[body] // nil: not in memory
	in    *holding             // the part of a snapshot that it belongs to, nil before it belongs to one
	n     uint32               // its number in that part
	place uint32               // among the documents of the snapshot
}

// body is the text and what may be quoted of it.
type body struct {
	text      string
	blocks    []Block
	sentences []sentence
	passages  []Passage
}

// sentence is a span of the text and the index of the block that holds it.
type sentence struct {
	Span
	block int
}

// newDocument cuts a draft into sentences and passages. The draft's blocks must be in order, inside the text and
// apart; anything else is a mistake of the reader that made it, and an error.
func newDocument(id string, d draft) (*Document, error) {
	if err := d.check(); err != nil {
		return nil, fmt.Errorf("document %s: %w", id, err)
	}
	sum := sha256.Sum256([]byte(d.text))
	c := &card{id: id, sum: string(sum[:]), meta: d.meta}
	if c.meta.Language.Value == "" {
		c.meta.Language = detectLanguage(d)
	}
	b := &body{text: d.text, blocks: numberBlocks(hideInvisible(d.text, c.meta.Language.Value, d.blocks))}
	b.sentences = b.segment(c.meta.Language.Value)
	c.opening = c.open(b)
	doc := &Document{}
	b.passages = b.cutPassages(doc)
	doc.head.Store(c)
	doc.whole.Store(b)
	return doc, nil
}

func (d draft) check() error {
	if !utf8.ValidString(d.text) {
		return fmt.Errorf("canonical text is not valid UTF-8")
	}
	end := 0
	for i, b := range d.blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(d.text) {
			return fmt.Errorf("block %d [%d, %d) is empty, out of order or outside the text of %d bytes", i, b.Start, b.End, len(d.text))
		}
		if !utf8.RuneStart(d.text[b.Start]) || b.End < len(d.text) && !utf8.RuneStart(d.text[b.End]) {
			return fmt.Errorf("block %d [%d, %d) cuts a character", i, b.Start, b.End)
		}
		end = b.End
	}
	return nil
}

func numberBlocks(blocks []Block) []Block {
	n := 0
	for i := range blocks {
		blocks[i].Number = 0
		if k := blocks[i].Kind; k != Heading && k != Furniture {
			n++
			blocks[i].Number = n
		}
	}
	return blocks
}

// segment cuts every quotable block into sentences.
func (b *body) segment(language string) []sentence {
	var out []sentence
	for i, block := range b.blocks {
		if block.Kind == Furniture {
			continue
		}
		for _, s := range splitSentences(b.text[block.Start:block.End], language) {
			out = append(out, sentence{s.Shift(block.Start), i})
		}
	}
	return out
}

// open returns the opening words of a document without a title, and "" where nobody will ask for them.
func (c *card) open(b *body) string {
	const words = 8
	if c.meta.Title.Value != "" || len(b.sentences) == 0 {
		return ""
	}
	first := b.sentences[0]
	fields := strings.Fields(b.text[first.Start:first.End])
	if len(fields) > words {
		return strings.Join(fields[:words], " ") + " …"
	}
	return strings.Join(fields, " ")
}

// ID returns the document's identity in its corpus: its path, or its id in a JSONL file.
func (d *Document) ID() string { return d.card().id }

// SHA256 returns the hash of the canonical text in lower-case hexadecimal.
func (d *Document) SHA256() string { return hex.EncodeToString([]byte(d.card().sum)) }

// Text returns the canonical text.
func (d *Document) Text() string { return d.body().text }

// Metadata returns what is known about the document.
func (d *Document) Metadata() Metadata { return d.card().meta }

// Blocks returns the blocks in order. The caller must not change them.
func (d *Document) Blocks() []Block { return d.body().blocks }

// Passages returns the passages in order. The caller must not change them.
func (d *Document) Passages() []Passage { return d.body().passages }

// PassageCount returns the number of passages. It reads nothing from a shelf.
func (d *Document) PassageCount() int {
	if d.in == nil || d.in.shelf == nil {
		return len(d.body().passages)
	}
	n := int(d.n)
	return d.in.shelf.PassagesBefore(n+1) - d.in.shelf.PassagesBefore(n)
}

// Label returns the title or, for a document without one, its opening words.
func (d *Document) Label() string { return d.card().label() }

// heading returns the text of the last heading before the block, or "".
func (b *body) heading(block int) string {
	for i := block - 1; i >= 0; i-- {
		if h := b.blocks[i]; h.Kind == Heading {
			return strings.Join(strings.Fields(b.text[h.Start:h.End]), " ")
		}
	}
	return ""
}
