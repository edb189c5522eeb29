package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Snapshot is an immutable version of a corpus: its documents, and what could not be read and why.
type Snapshot struct {
	id        string
	documents []*Document
	byID      map[string]*Document
	problems  []Problem
	witness   map[*Document]*Document
	loaded    time.Time
}

// Problem is something that a moderator has to know about a file: why it, or a part of it, is not in the snapshot.
type Problem struct {
	// Path names the file, or the document in it ("faq.jsonl line 7").
	Path string
	// Reason says what is wrong, Mend what to do about it. Both are phrases without a final stop.
	Reason, Mend string
	// LeftOut is true when a document is missing from the snapshot because of the problem; false for a remark about
	// a document that was loaded.
	LeftOut bool
}

// file returns the path of the file that p is about, so that the lines of a file stay in their order.
func (p Problem) file() string {
	file, _, _ := strings.Cut(p.Path, " line ")
	return file
}

func newSnapshot(docs []*Document, problems []Problem) *Snapshot {
	slices.SortFunc(docs, func(a, b *Document) int { return strings.Compare(a.id, b.id) })
	slices.SortStableFunc(problems, func(a, b Problem) int { return strings.Compare(a.file(), b.file()) })
	s := &Snapshot{documents: docs, problems: problems, byID: make(map[string]*Document, len(docs)), loaded: time.Now()}
	h := sha256.New()
	for _, d := range docs {
		s.byID[d.id] = d
		fmt.Fprintf(h, "%q %s %q\n", d.id, d.hash, d.meta)
	}
	s.id = hex.EncodeToString(h.Sum(nil))[:12]
	s.witness = findCopies(docs)
	return s
}

// ID returns the snapshot's name: 12 hexadecimal digits of a hash over the ids, texts and metadata of its documents.
// Equal corpora have equal names.
func (s *Snapshot) ID() string { return s.id }

// Loaded returns when the snapshot was made.
func (s *Snapshot) Loaded() time.Time { return s.loaded }

// Documents returns the documents ordered by id. The caller must not change the slice.
func (s *Snapshot) Documents() []*Document { return s.documents }

// Document returns the document with the id, or nil.
func (s *Snapshot) Document(id string) *Document { return s.byID[id] }

// Problems returns what could not be read and why, ordered by path. The caller must not change the slice.
func (s *Snapshot) Problems() []Problem { return s.problems }

// Witness returns the document that stands for d among its near-copies: d itself unless an earlier document of the
// snapshot carries the same text. Documents with the same witness count as one source.
func (s *Snapshot) Witness(d *Document) *Document {
	if w := s.witness[d]; w != nil {
		return w
	}
	return d
}

// Copies returns the near-copies of d in the snapshot, without d itself.
func (s *Snapshot) Copies(d *Document) []*Document {
	var out []*Document
	for _, other := range s.documents {
		if other != d && s.Witness(other) == s.Witness(d) {
			out = append(out, other)
		}
	}
	return out
}
