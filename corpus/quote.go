package corpus

// Quote is a run of whole sentences of one document, verbatim. It holds no text of its own: Text slices the document
// every time. The zero Quote has no document and an empty text.
type Quote struct {
	doc         *Document
	first, last int // sentences [first, last) of doc
}

// Document returns the document that q was cut from, nil for the zero Quote.
func (q Quote) Document() *Document { return q.doc }

// Span returns the place of q in the canonical text.
func (q Quote) Span() Span { return Passage(q).Span() }

// Text returns the quoted text, byte for byte as it stands in the canonical text.
func (q Quote) Text() string { return Passage(q).Text() }

// Block returns the block in which q begins; the zero Block for the zero Quote.
func (q Quote) Block() Block {
	if q.doc == nil {
		return Block{}
	}
	return Passage(q).Block(0)
}

// Heading returns the heading under which q stands, or "".
func (q Quote) Heading() string {
	if q.doc == nil {
		return ""
	}
	b := q.doc.body()
	return b.heading(b.sentences[q.first].block)
}
