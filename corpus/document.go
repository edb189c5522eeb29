package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Document is one text that may be quoted. It is immutable and safe for concurrent use.
type Document struct {
	id        string
	hash      string
	text      string
	meta      Metadata
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
	doc := &Document{id: id, hash: hex.EncodeToString(sum[:]), text: d.text, meta: d.meta}
	if doc.meta.Language.Value == "" {
		doc.meta.Language = detectLanguage(d)
	}
	doc.blocks = numberBlocks(hideInvisible(d.text, doc.meta.Language.Value, d.blocks))
	doc.sentences = doc.segment()
	doc.passages = doc.cutPassages()
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
func (d *Document) segment() []sentence {
	var out []sentence
	for i, b := range d.blocks {
		if b.Kind == Furniture {
			continue
		}
		for _, s := range splitSentences(d.text[b.Start:b.End], d.meta.Language.Value) {
			out = append(out, sentence{s.Shift(b.Start), i})
		}
	}
	return out
}

// ID returns the document's identity in its corpus: its path, or its id in a JSONL file.
func (d *Document) ID() string { return d.id }

// SHA256 returns the hash of the canonical text in lower-case hexadecimal.
func (d *Document) SHA256() string { return d.hash }

// Text returns the canonical text.
func (d *Document) Text() string { return d.text }

// Metadata returns what is known about the document.
func (d *Document) Metadata() Metadata { return d.meta }

// Blocks returns the blocks in order. The caller must not change them.
func (d *Document) Blocks() []Block { return d.blocks }

// Passages returns the passages in order. The caller must not change them.
func (d *Document) Passages() []Passage { return d.passages }

// Label returns the title or, for a document without one, its opening words.
func (d *Document) Label() string {
	const words = 8
	if d.meta.Title.Value != "" {
		return d.meta.Title.Value
	}
	if len(d.sentences) == 0 {
		return d.id
	}
	first := d.sentences[0]
	fields := strings.Fields(d.text[first.Start:first.End])
	if len(fields) > words {
		return strings.Join(fields[:words], " ") + " …"
	}
	return strings.Join(fields, " ")
}

// heading returns the text of the last heading before the block, or "".
func (d *Document) heading(block int) string {
	for i := block - 1; i >= 0; i-- {
		if b := d.blocks[i]; b.Kind == Heading {
			return strings.Join(strings.Fields(d.text[b.Start:b.End]), " ")
		}
	}
	return ""
}
