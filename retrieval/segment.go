package retrieval

import (
	"bytes"
	"context"

	"pullquote/corpus"
	"pullquote/retrieval/postings"
)

// segment is a run of documents, analysed and indexed. It does not change: what an edition has no more of it is left out
// there.
type segment struct {
	languages map[string]*lexis // by code
	// language is the code that each document was read in.
	language []string
	// first is the first passage of each document, document the document of each passage. The passages of a document
	// follow each other.
	first, document []uint32
	// forward holds the terms of passage p as text p, and behind those of the passages those of the titles of the
	// documents.
	forward forward
	index   *postings.Index
}

// passagesOf returns how many passages a document has.
func (s *segment) passagesOf(document int) int {
	n := 0
	for p := s.first[document]; int(p) < len(s.document) && s.document[p] == uint32(document); p++ {
		n++
	}
	return n
}

// terms returns the terms of a passage.
func (s *segment) terms(passage int) ([]occurrence, error) { return s.forward.read(passage) }

// title returns the terms of the title of a document.
func (s *segment) title(document int) ([]occurrence, error) {
	return s.forward.read(len(s.document) + document)
}

// segmentBuilder makes a segment.
type segmentBuilder struct {
	segment
	censuses map[string]*census
	postings *postings.Builder
	texts    forwardBuilder
	records  bytes.Buffer
	titles   [][]word
	unknown  []int // documents whose language is not known
}

// newSegmentBuilder begins a segment in a folder or, where dir is "", in memory.
func newSegmentBuilder(dir string) (*segmentBuilder, error) {
	p, err := postings.NewBuilder(dir)
	if err != nil {
		return nil, err
	}
	b := &segmentBuilder{segment: segment{languages: map[string]*lexis{}}, censuses: map[string]*census{}, postings: p}
	b.texts.out = &b.records
	return b, nil
}

// add adds a document. One whose language is not known waits for the end, when the usual language of the corpus is known.
func (b *segmentBuilder) add(d *corpus.Document) error {
	n := len(b.language)
	code := d.Metadata().Language.Value
	b.language, b.first, b.titles = append(b.language, code), append(b.first, 0), append(b.titles, nil)
	if code == "" {
		b.unknown = append(b.unknown, n)
		return nil
	}
	return b.read(d, n, code)
}

// read analyses and indexes document n in a language.
func (b *segmentBuilder) read(d *corpus.Document, n int, code string) error {
	b.language[n], b.first[n] = code, uint32(len(b.document))
	c := b.censuses[code]
	if c == nil {
		c = newCensus(code, b.texts.number)
		b.censuses[code] = c
	}
	c.documents++
	b.titles[n] = c.words(d.Metadata().Title.Value)
	for _, p := range d.Passages() {
		b.document = append(b.document, uint32(n))
		words := c.words(p.Text())
		stored := c.passage(p.Text(), words, b.titles[n])
		stored.Language = code
		if err := b.postings.Add(stored); err != nil {
			return err
		}
		if err := b.texts.add(words); err != nil {
			return err
		}
	}
	return nil
}

// finish returns the segment, whose index must be closed. Documents of an unknown language, which at returns once more,
// are read in the usual one.
func (b *segmentBuilder) finish(ctx context.Context, usual string, at func(n int) *corpus.Document) (*segment, error) {
	for _, n := range b.unknown {
		if err := b.read(at(n), n, usual); err != nil {
			return nil, err
		}
	}
	for _, words := range b.titles {
		if err := b.texts.add(words); err != nil {
			return nil, err
		}
	}
	b.forward = forward{b.texts.ids, bytes.NewReader(b.records.Bytes()), b.texts.ends}
	var err error
	if b.index, err = b.postings.Finish(ctx); err != nil {
		return nil, err
	}
	for code, c := range b.censuses {
		b.languages[code] = c.finish()
	}
	return &b.segment, nil
}
