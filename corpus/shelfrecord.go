package corpus

import (
	"crypto/sha256"
	"math"
	"time"
)

// A document on a shelf is two records: its card, and its body, which is the text followed by its layout.

// fingerprintOf returns a hash over all of a document that an answer depends on.
func fingerprintOf(c *card, b *body) [sha256.Size]byte {
	return sha256.Sum256(appendLayout(appendCard(nil, c), b))
}

func appendCard(b []byte, c *card) []byte {
	b = appendString(b, c.id)
	b = append(b, c.sum...)
	for _, f := range c.meta.fields() {
		b = appendString(appendString(b, f.Value), f.Rule)
	}
	date := c.meta.Published
	for _, n := range [...]int{date.Year, int(date.Month), date.Day} {
		b = appendNumber(b, n)
	}
	return appendString(appendString(b, date.Rule), c.opening)
}

// fields returns the fields of m in the order in which they are kept.
func (m *Metadata) fields() [5]*Field {
	return [...]*Field{&m.Title, &m.Author, &m.Publisher, &m.URL, &m.Language}
}

// decodeCard reads what appendCard wrote. Any other record is an error.
func decodeCard(record string) (*card, error) {
	d := decoder{rest: record}
	c := &card{id: d.text(), sum: d.take(sha256.Size)}
	for _, f := range c.meta.fields() {
		*f = Field{d.text(), d.text()}
	}
	c.meta.Published = Date{d.any(), time.Month(d.any()), d.any(), d.text()}
	c.opening = d.text()
	return c, d.end()
}

func appendBody(b []byte, body *body) []byte {
	return appendLayout(appendString(b, body.text), body)
}

// appendLayout appends where the blocks, sentences and passages are. Places are counted from the end of what stands
// before, which makes most of them one byte long.
func appendLayout(b []byte, body *body) []byte {
	b = appendNumber(b, len(body.blocks))
	end := 0
	for _, block := range body.blocks {
		b = appendNumber(appendNumber(b, block.Start-end), block.Len())
		b = appendNumber(append(b, byte(block.Kind)), block.Page)
		b = appendString(b, block.Rule)
		end = block.End
	}
	b = appendNumber(b, len(body.sentences))
	last := sentence{}
	for _, s := range body.sentences {
		b = appendNumber(appendNumber(b, s.block-last.block), s.Start-last.End)
		b = appendNumber(b, s.Len())
		last = s
	}
	b = appendNumber(b, len(body.passages))
	for _, p := range body.passages {
		b = appendNumber(b, p.Len())
	}
	return b
}

// The fewest bytes that a block, a sentence and a passage take.
const leastBlock, leastSentence, leastPassage = 5, 3, 1

// decodeBody reads what appendBody wrote, as the body of doc. Any other record is an error, and so are places that are
// not in order or outside the text.
func decodeBody(record string, doc *Document) (*body, error) {
	d := decoder{rest: record}
	b := &body{text: d.text()}
	b.blocks = d.blocks()
	b.sentences = d.sentences(b)
	b.passages = d.passages(b, doc)
	if err := d.end(); err != nil {
		return nil, err
	}
	if err := (draft{text: b.text, blocks: b.blocks}).check(); err != nil {
		return nil, err
	}
	return b, nil
}

func (d *decoder) blocks() []Block {
	blocks := make([]Block, d.count(leastBlock))
	end := 0
	for i := range blocks {
		start := end + d.number(math.MaxInt32)
		end = start + d.number(math.MaxInt32)
		kind := d.number(int(Furniture))
		blocks[i] = Block{Span: Span{start, end}, Kind: BlockKind(kind), Page: d.any(), Rule: d.text()}
	}
	return numberBlocks(blocks)
}

// sentences reads the sentences of b, whose text and blocks are read already.
func (d *decoder) sentences(b *body) []sentence {
	sentences := make([]sentence, d.count(leastSentence))
	last := sentence{}
	for i := range sentences {
		s := sentence{block: last.block + d.number(len(b.blocks))}
		s.Start = last.End + d.number(len(b.text))
		s.End = s.Start + d.number(len(b.text))
		if s.block >= len(b.blocks) || !b.blocks[s.block].Contains(s.Span) || s.Len() == 0 {
			d.fail()
			return nil
		}
		sentences[i], last = s, s
	}
	return sentences
}

// passages reads the passages of b, whose sentences are read already.
func (d *decoder) passages(b *body, doc *Document) []Passage {
	passages := make([]Passage, d.count(leastPassage))
	end := 0
	for i := range passages {
		first := end
		end += d.number(len(b.sentences))
		if end == first || end > len(b.sentences) {
			d.fail()
			return nil
		}
		passages[i] = Passage{doc, first, end}
	}
	if end != len(b.sentences) {
		d.fail()
	}
	return passages
}
