package retrieval

import (
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
	index           *postings.Index
}

// passagesOf returns how many passages a document has.
func (s *segment) passagesOf(document int) int {
	n := 0
	for p := s.first[document]; int(p) < len(s.document) && s.document[p] == uint32(document); p++ {
		n++
	}
	return n
}

// segmentBuilder makes a segment.
type segmentBuilder struct {
	segment
	censuses map[string]*census
	postings *postings.Builder
	unknown  []int // documents whose language is not known
}

// newSegmentBuilder begins a segment in a folder or, where dir is "", in memory.
func newSegmentBuilder(dir string) (*segmentBuilder, error) {
	p, err := postings.NewBuilder(dir)
	if err != nil {
		return nil, err
	}
	return &segmentBuilder{segment: segment{languages: map[string]*lexis{}}, censuses: map[string]*census{}, postings: p}, nil
}

// add adds a document. One whose language is not known waits for the end, when the usual language of the corpus is known.
func (b *segmentBuilder) add(d *corpus.Document) error {
	n := len(b.language)
	code := d.Metadata().Language.Value
	b.language, b.first = append(b.language, code), append(b.first, 0)
	if code == "" {
		b.unknown = append(b.unknown, n)
		return nil
	}
	return b.read(d, n, code)
}

// read analyses and indexes document n in a language.
func (b *segmentBuilder) read(d *corpus.Document, n int, code string) error {
	b.language[n], b.first[n] = code, uint32(len(b.document))
	if b.censuses[code] == nil {
		b.censuses[code] = newCensus(code)
	}
	for _, p := range b.censuses[code].document(d) {
		b.document = append(b.document, uint32(n))
		if err := b.postings.Add(postings.Passage{Language: code, Title: p.title, Text: p.text}); err != nil {
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
	var err error
	if b.index, err = b.postings.Finish(ctx); err != nil {
		return nil, err
	}
	for code, c := range b.censuses {
		b.languages[code] = c.finish()
	}
	return &b.segment, nil
}
