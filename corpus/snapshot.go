package corpus

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Snapshot is an immutable version of a corpus: its documents, its moderators' synonyms, and what could not be read and
// why.
type Snapshot struct {
	id        string
	documents []*Document
	byID      map[string]*Document
	problems  []Problem
	synonyms  []Synonym
	witness   map[*Document]*Document   // of the documents that are copies
	copies    map[*Document][]*Document // of a witness: itself and its copies
	loaded    time.Time
}

// newSnapshot fails only when ctx ends.
func newSnapshot(ctx context.Context, docs []*Document, synonyms []Synonym, problems []Problem) (*Snapshot, error) {
	slices.SortFunc(docs, func(a, b *Document) int { return strings.Compare(a.id, b.id) })
	slices.SortStableFunc(problems, func(a, b Problem) int { return strings.Compare(a.file(), b.file()) })
	s := &Snapshot{documents: docs, synonyms: synonyms, problems: problems, byID: make(map[string]*Document, len(docs)), loaded: time.Now()}
	h := sha256.New()
	for _, d := range docs {
		s.byID[d.id] = d
		h.Write(d.fingerprint())
	}
	for _, x := range synonyms {
		fmt.Fprintf(h, "%q => %q\n", x.Asked, x.Said)
	}
	s.id = hex.EncodeToString(h.Sum(nil))[:12]
	witness, err := findCopies(ctx, docs)
	if err != nil {
		return nil, err
	}
	s.witness, s.copies = witness, groupCopies(docs, witness)
	return s, nil
}

// fingerprint returns all of d that an answer depends on, in a form that differs where two documents do.
func (d *Document) fingerprint() []byte {
	b := fmt.Appendf(nil, "%q %s %#v\n", d.id, d.hash, d.meta)
	for _, block := range d.blocks {
		for _, n := range [...]int{block.Start, block.End, int(block.Kind), block.Page} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(d.blocks)))
	for _, s := range d.sentences {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(s.Start)), uint64(s.End))
	}
	return binary.AppendUvarint(b, uint64(len(d.sentences)))
}

// groupCopies returns the documents of every witness that stands for more than itself, ordered by id.
func groupCopies(docs []*Document, witness map[*Document]*Document) map[*Document][]*Document {
	groups := map[*Document][]*Document{}
	for _, w := range witness {
		groups[w] = nil
	}
	for _, d := range docs {
		w := cmp.Or(witness[d], d)
		if _, copied := groups[w]; copied {
			groups[w] = append(groups[w], d)
		}
	}
	return groups
}

// WithDocuments returns s with the documents of a snapshot of the same ID, so that two equal snapshots take the memory
// of one, and what points to a document of the other holds for s. It returns s where the IDs differ.
func (s *Snapshot) WithDocuments(other *Snapshot) *Snapshot {
	if s.id != other.id {
		return s
	}
	merged := *other
	merged.problems, merged.loaded = s.problems, s.loaded
	return &merged
}

// ID returns the snapshot's name: 12 hexadecimal digits of a hash over the ids, texts, metadata, blocks and sentences of
// its documents and its synonyms. Equal names mean equal answers.
func (s *Snapshot) ID() string { return s.id }

// Loaded returns when the snapshot was made.
func (s *Snapshot) Loaded() time.Time { return s.loaded }

// Documents returns the documents ordered by id. The caller must not change the slice.
func (s *Snapshot) Documents() []*Document { return s.documents }

// Document returns the document with the id, or nil.
func (s *Snapshot) Document(id string) *Document { return s.byID[id] }

// Problems returns what could not be read and why, ordered by path. Of one file a hundred are listed and the others
// summed up. The caller must not change the slice.
func (s *Snapshot) Problems() []Problem { return s.problems }

// LeftOut returns how many documents are missing because of problems, those that are not listed one by one included.
func (s *Snapshot) LeftOut() int { return s.countProblems(true) }

// Remarks returns how many problems are remarks about documents that were loaded.
func (s *Snapshot) Remarks() int { return s.countProblems(false) }

func (s *Snapshot) countProblems(leftOut bool) (n int) {
	for _, p := range s.problems {
		if p.LeftOut == leftOut {
			n += p.count()
		}
	}
	return n
}

// Synonyms returns what the moderators have named in synonyms.txt, in its order. The caller must not change the slice.
func (s *Snapshot) Synonyms() []Synonym { return s.synonyms }

// Witness returns the document that stands for d among its near-copies: d itself unless an earlier document of the
// snapshot carries the same text. Documents with the same witness count as one source.
func (s *Snapshot) Witness(d *Document) *Document { return cmp.Or(s.witness[d], d) }

// Copies returns the near-copies of d in the snapshot, without d itself, ordered by id.
func (s *Snapshot) Copies(d *Document) []*Document {
	group := s.copies[s.Witness(d)]
	return slices.DeleteFunc(slices.Clone(group), func(other *Document) bool { return other == d })
}
