package retrieval

import (
	"slices"
	"sort"

	"pullquote/corpus"
)

// scope is the documents that a question may be answered from. What the answer says of its search, it says of them;
// statistics of words and copies stay those of the whole snapshot.
type scope struct {
	snapshot  *corpus.Snapshot
	documents []*corpus.Document // ordered by id
	among     []run              // their passages, nil: all
	// speakers are the documents without near-copies: of several the one that stands for all, or, where that is not in
	// the scope, the first.
	speakers []*corpus.Document
}

func newScope(s *corpus.Snapshot, documents []*corpus.Document, among []run) scope {
	in := scope{snapshot: s, documents: documents, among: among}
	spoken := map[*corpus.Document]bool{} // by witness
	for _, d := range documents {
		if s.Witness(d) == d {
			spoken[d] = true
		}
	}
	for _, d := range documents {
		if w := s.Witness(d); d == w || !spoken[w] {
			in.speakers = append(in.speakers, d)
			spoken[w] = true
		}
	}
	return in
}

// scope returns the documents with the ids, all if ids is empty. Ids of no document are passed over.
func (e *edition) scope(ids []string) scope {
	if len(ids) == 0 {
		return e.whole
	}
	var documents []*corpus.Document
	among := []run{}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		if d := e.snapshot.Document(id); d != nil {
			documents = append(documents, d)
			among = append(among, e.passagesOf(d))
		}
	}
	return newScope(e.snapshot, documents, among)
}

// passagesOf returns where the passages of a document are.
func (e *edition) passagesOf(d *corpus.Document) run {
	first := sort.Search(len(e.passages), func(i int) bool { return e.passages[i].Document().ID() >= d.ID() })
	return run{first, first + len(d.Passages())}
}

// covers returns documents that show what there is, of near-copies one.
func (in scope) covers() []*corpus.Document {
	return slices.Clone(in.speakers[:min(mostCovers, len(in.speakers))])
}
