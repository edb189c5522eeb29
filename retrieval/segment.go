package retrieval

import (
	"errors"
	"sync/atomic"

	"pullquote/retrieval/postings"
)

// segment is a run of documents, analysed and indexed, in memory or in a folder. It does not change: what an edition has
// no more of it is left out there.
type segment struct {
	languages map[string]*lexis // by code
	layout
	forward forward
	index   *postings.Index
	holders atomic.Int32 // the editions that have it, beside the first
}

// layout says which passages and texts are of which document.
type layout struct {
	// language is the code that each document was read in, assumed the documents that do not tell theirs.
	language []string
	assumed  []uint32
	// first is the first passage of each document, document the document of each passage. The passages of a document
	// follow each other.
	first, document []uint32
	// title is the text in the forward index that is the title of each document. Those of its passages follow it.
	title []uint32
}

// passagesOf returns how many passages a document has.
func (l *layout) passagesOf(document int) int {
	n := 0
	for p := l.first[document]; int(p) < len(l.document) && l.document[p] == uint32(document); p++ {
		n++
	}
	return n
}

// terms returns the terms of a passage of a document and of its title.
func (s *segment) terms(document, passage int) (text, title []occurrence, err error) {
	at := int(s.title[document])
	if title, err = s.forward.read(at); err != nil {
		return nil, nil, err
	}
	text, err = s.forward.read(at + 1 + passage)
	return text, title, err
}

// share returns the segment for one more edition, which closes it too.
func (s *segment) share() *segment {
	s.holders.Add(1)
	return s
}

// Close ends the hold of an edition. The last one releases what the segment holds.
func (s *segment) Close() error {
	if s.holders.Add(-1) >= 0 {
		return nil
	}
	return errors.Join(s.forward.close(), s.index.Close())
}
