package corpus

import (
	"fmt"
	"sort"
)

// Passage is a run of quotable sentences of one document with nothing but white space between them: the unit that is
// indexed and retrieved. The zero Passage is empty.
type Passage struct {
	doc         *Document
	first, last int // sentences [first, last) of doc
}

// Passages are cut so that a paragraph stays whole where it can: blocks are joined until a passage has
// passageWords words, and one that would exceed passageMaxWords is cut between sentences.
const (
	passageWords    = 60
	passageMaxWords = 300
)

// cutPassages returns the passages of the body as those of d. Every sentence is in one.
func (b *body) cutPassages(d *Document) []Passage {
	var out []Passage
	open := Passage{doc: d}
	words := 0
	flush := func(next int) {
		if next > open.first {
			out = append(out, Passage{d, open.first, next})
		}
		open.first, words = next, 0
	}
	for i, s := range b.sentences {
		n := countWords(b.text[s.Start:s.End])
		if i > open.first {
			prev := b.sentences[i-1].block
			newBlock := s.block != prev
			switch {
			case s.block > prev+1, // furniture lies between
				newBlock && b.blocks[s.block].Kind == Heading && b.blocks[prev].Kind != Heading,
				newBlock && words >= passageWords,
				words+n > passageMaxWords:
				flush(i)
			}
		}
		words += n
	}
	flush(len(b.sentences))
	return out
}

// Document returns the document that p is part of.
func (p Passage) Document() *Document { return p.doc }

// Len returns the number of sentences in p.
func (p Passage) Len() int { return p.last - p.first }

// Span returns the place of p in the canonical text.
func (p Passage) Span() Span {
	if p.Len() == 0 {
		return Span{}
	}
	return p.spanIn(p.doc.body())
}

func (p Passage) spanIn(b *body) Span {
	return Span{b.sentences[p.first].Start, b.sentences[p.last-1].End}
}

// Text returns the canonical text of p.
func (p Passage) Text() string {
	if p.Len() == 0 {
		return ""
	}
	b := p.doc.body()
	s := p.spanIn(b)
	return b.text[s.Start:s.End]
}

// Sentence returns the place of sentence i of p, 0 <= i < p.Len().
func (p Passage) Sentence(i int) Span { return p.doc.body().sentences[p.first+i].Span }

// Block returns the block that holds sentence i of p, 0 <= i < p.Len().
func (p Passage) Block(i int) Block {
	b := p.doc.body()
	return b.blocks[b.sentences[p.first+i].block]
}

// SentencesAt returns the shortest run of sentences of p, [first, last), that holds at. It is not ok where p does not
// hold it, or it is empty.
func (p Passage) SentencesAt(at Span) (first, last int, ok bool) {
	if at.Len() <= 0 || !p.Span().Contains(at) {
		return 0, 0, false
	}
	sentences := p.doc.body().sentences[p.first:p.last]
	first = sort.Search(len(sentences), func(i int) bool { return sentences[i].Start > at.Start }) - 1
	last = sort.Search(len(sentences), func(i int) bool { return sentences[i].End >= at.End }) + 1
	return first, last, true
}

// PassageAt returns the passage that holds at. It is not ok where no passage holds all of it, or it is empty.
func (d *Document) PassageAt(at Span) (p Passage, ok bool) {
	b := d.body()
	i := sort.Search(len(b.passages), func(i int) bool { return b.passages[i].spanIn(b).End >= at.End })
	if i == len(b.passages) || at.Len() <= 0 || !b.passages[i].spanIn(b).Contains(at) {
		return Passage{}, false
	}
	return b.passages[i], true
}

// QuoteAt returns the shortest run of whole sentences of one passage that holds at. It is not ok where the place is not
// quotable: it lies in furniture, or is not inside one passage.
func (d *Document) QuoteAt(at Span) (q Quote, ok bool) {
	p, ok := d.PassageAt(at)
	if !ok {
		return Quote{}, false
	}
	first, last, ok := p.SentencesAt(at)
	if !ok {
		return Quote{}, false
	}
	q, err := p.Quote(first, last)
	return q, err == nil
}

// Quote cuts sentences [first, last) out of p. It is the only way to make a Quote. It fails when the range is empty
// or leaves the passage.
func (p Passage) Quote(first, last int) (Quote, error) {
	if first < 0 || first >= last || last > p.Len() {
		return Quote{}, fmt.Errorf("quote: sentences [%d, %d) of a passage of %d", first, last, p.Len())
	}
	return Quote{p.doc, p.first + first, p.first + last}, nil
}
