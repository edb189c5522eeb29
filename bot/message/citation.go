package message

import (
	"errors"
	"fmt"

	"pullquote/corpus"
)

// Citation is a quote with the number that its source has in an answer.
type Citation struct {
	Source int
	Quote  corpus.Quote
}

// Standing says what has become of a cited document since.
type Standing uint8

// Intact: the text is the one that was cited. Changed: the document has another text now, the quote is not to be shown.
// Gone: there is no such document any more.
const (
	Intact Standing = iota
	Changed
	Gone
)

// Cited is a citation read back. Its quote is empty unless it is Intact; Document is nil where it is Gone.
type Cited struct {
	Citation
	Standing Standing
	Document *corpus.Document
}

// EncodeCitations writes citations as at most limit ASCII characters, so that they fit the custom_id of a button, and
// returns how many of them it holds: the first kept ones. It stops at a citation that quotes nothing or whose source
// has no number from 1 on. A limit above 100, the length of a custom_id, counts as 100. Without any citation the code
// is empty, which is not a valid one.
func EncodeCitations(cs []Citation, limit int) (code string, kept int) {
	var records []record
	for _, c := range cs {
		r, ok := recordOf(c)
		if !ok {
			break
		}
		records = append(records, r)
		longer := writeCode(records)
		if len(longer) > min(limit, codeLimit) {
			break
		}
		code, kept = longer, kept+1
	}
	return code, kept
}

// DecodeCitations reads what EncodeCitations wrote. The code may come from anywhere: what is no valid code is an error.
// A document that has the cited text but no such sentences, as after a change of the rules that cut sentences, counts
// as Changed. It reads the documents that are cited and no others.
func DecodeCitations(in *Directory, code string) ([]Cited, error) {
	records, err := readCode(code)
	if err != nil {
		return nil, fmt.Errorf("read citations: %w", err)
	}
	candidates := make(map[uint32][]*corpus.Document, len(records))
	for _, r := range records {
		candidates[r.id] = nil
	}
	in.withIDs(candidates)
	out := make([]Cited, 0, len(records))
	for _, r := range records {
		out = append(out, r.citedFrom(candidates[r.id]))
	}
	return out, nil
}

// citedFrom finds the citation in the documents whose ids have the record's hash: in the one that has its sentences.
func (r record) citedFrom(docs []*corpus.Document) Cited {
	c := Cited{Citation: Citation{Source: int(r.source)}, Standing: Gone}
	for _, d := range docs {
		if q, ok := r.quoteIn(d); ok {
			return Cited{Citation: Citation{c.Source, q}, Standing: Intact, Document: d}
		}
		if c.Document == nil {
			c.Standing, c.Document = Changed, d
		}
	}
	return c
}

// quoteIn cuts the record's sentences out of d. It is not ok where they are not the very ones that were cited.
func (r record) quoteIn(d *corpus.Document) (corpus.Quote, bool) {
	if r.start >= uint64(len(d.Text())) {
		return corpus.Quote{}, false
	}
	begins := corpus.Span{Start: int(r.start), End: int(r.start) + 1}
	p, ok := d.PassageAt(begins)
	if !ok {
		return corpus.Quote{}, false
	}
	first, _, ok := p.SentencesAt(begins)
	if !ok || p.Sentence(first).Start != begins.Start || r.sentences > uint64(p.Len()-first) {
		return corpus.Quote{}, false
	}
	q, err := p.Quote(first, first+int(r.sentences))
	return q, err == nil && hashQuote(q) == r.quote
}

// checkCited reports what cannot have come from one answer: a number that stands for two documents, for then a quote
// would be shown as another's, and a citation without its document.
func checkCited(cited []Cited) error {
	sources := map[int]*corpus.Document{}
	for i, c := range cited {
		d := c.Quote.Document()
		switch {
		case c.Standing != Intact:
			continue
		case d == nil:
			return fmt.Errorf("citation %d quotes nothing", i)
		case c.Source < 1:
			return fmt.Errorf("citation %d has the source number %d", i, c.Source)
		case sources[c.Source] != nil && sources[c.Source] != d:
			return errors.New("one source number stands for two documents")
		}
		sources[c.Source] = d
	}
	return nil
}
