package retrieval

import (
	"slices"

	"pullquote/corpus"
)

// scope is the documents that a question may be answered from. What the answer says of its search, it says of them;
// statistics of words and copies stay those of the whole snapshot.
type scope struct {
	snapshot  *corpus.Snapshot
	documents []*corpus.Document        // ordered by id
	among     map[*corpus.Document]bool // nil: all
	// speakers are the documents without near-copies: of several the one that stands for all, or, where that is not in
	// the scope, the first.
	speakers []*corpus.Document
}

// newScope returns a scope of all documents of a snapshot.
func newScope(s *corpus.Snapshot, documents []*corpus.Document) scope {
	in := scope{snapshot: s, documents: documents}
	in.speakers = in.findSpeakers()
	return in
}

// scope returns the documents with the ids, all if ids is empty. Ids of no document are passed over.
func (e *edition) scope(ids []string) scope {
	if len(ids) == 0 {
		return e.whole
	}
	in := scope{snapshot: e.snapshot, among: map[*corpus.Document]bool{}}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		if d := e.snapshot.Document(id); d != nil {
			in.documents = append(in.documents, d)
			in.among[d] = true
		}
	}
	in.speakers = in.findSpeakers()
	return in
}

// isPart reports whether only some documents of the snapshot are in the scope.
func (in scope) isPart() bool { return in.among != nil }

// has reports whether a document of the snapshot is in the scope.
func (in scope) has(d *corpus.Document) bool { return in.among == nil || in.among[d] }

func (in scope) findSpeakers() []*corpus.Document {
	var out []*corpus.Document
	spoken := map[*corpus.Document]bool{} // by witness, of those that are not in the scope
	for _, d := range in.documents {
		w := in.snapshot.Witness(d)
		if w != d && (in.has(w) || spoken[w]) {
			continue
		}
		if w != d {
			spoken[w] = true
		}
		out = append(out, d)
	}
	return out
}

// covers returns documents that show what there is, of near-copies one.
func (in scope) covers() []*corpus.Document {
	return slices.Clone(in.speakers[:min(mostCovers, len(in.speakers))])
}
