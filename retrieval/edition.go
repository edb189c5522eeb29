package retrieval

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"sync/atomic"

	"pullquote/corpus"
	"pullquote/retrieval/postings"
)

// edition is one corpus snapshot, analysed and indexed. It does not change.
type edition struct {
	snapshot *corpus.Snapshot
	// latest is snapshot as it was last loaded: with the same documents, but perhaps other problems.
	latest   atomic.Pointer[corpus.Snapshot]
	whole    scope // all its documents
	segments []*segment
	places   [][]uint32        // in the snapshot, of the documents of each segment; noPlace for one that is not in it
	hasDead  bool              // whether a document of some segment is not in the snapshot
	indexes  []*postings.Index // of the segments
	closing  []io.Closer       // what is closed with the edition
	tongues  []*tongue         // the languages of the corpus, by code
	// damaged is true once something of it could not be read.
	damaged atomic.Bool
	// threshold is that of the library; nil is the shipped one.
	threshold *threshold
	// holders counts the questions that are being answered, and one for the library as long as it has the edition. Who
	// takes it to 0 closes the indexes.
	holders atomic.Int64
}

// passage is a passage of the corpus.
type passage struct {
	corpus.Passage
	tongue *tongue
	// index orders all passages of the snapshot: by document, and in a document by place.
	index passageIndex
}

// passageIndex is the place of a document in its snapshot and of a passage in the document.
type passageIndex uint64

func (i passageIndex) document() int { return int(i >> 32) }
func (i passageIndex) passage() int  { return int(uint32(i)) }

// noPlace is the place of a document that is not in the snapshot.
const noPlace = ^uint32(0)

// newEdition indexes a snapshot in memory.
func newEdition(ctx context.Context, snapshot *corpus.Snapshot) (*edition, error) {
	b, err := newSegmentBuilder("")
	if err != nil {
		return nil, err
	}
	all := snapshot.Documents()
	for _, d := range all {
		if err := ctx.Err(); err != nil {
			return nil, errors.Join(err, b.postings.Discard())
		}
		if err := b.add(d); err != nil {
			return nil, errors.Join(err, b.postings.Discard())
		}
	}
	s, err := b.finish(ctx, usualLanguage(all), func(n int) (*corpus.Document, error) { return all[n], nil })
	if err != nil {
		return nil, err
	}
	e := openEdition(snapshot, []*segment{s}, nil)
	if err := e.measureChance(ctx); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}

// openEdition returns the edition of a snapshot whose documents are in segments, less what is counted in lost by language.
func openEdition(snapshot *corpus.Snapshot, segments []*segment, lost map[string][]*lexis) *edition {
	e := &edition{snapshot: snapshot, whole: newScope(snapshot, snapshot.Documents()), segments: segments}
	e.latest.Store(snapshot)
	e.holders.Store(1)
	e.findPlaces()
	var counted []map[string]*lexis
	for _, s := range segments {
		e.indexes, e.closing = append(e.indexes, s.index), append(e.closing, s)
		counted = append(counted, s.languages)
	}
	found := byLanguage(counted)
	for _, code := range slices.Sorted(maps.Keys(found)) {
		t := newTongue(code, snapshot.Synonyms(), found[code], lost[code])
		if t.passages > 0 {
			e.tongues = append(e.tongues, t)
		}
	}
	return e
}

// findPlaces finds the places of the documents of all segments.
func (e *edition) findPlaces() {
	for _, s := range e.segments {
		e.places = append(e.places, slices.Repeat([]uint32{noPlace}, len(s.language)))
	}
	for place, d := range e.snapshot.Documents() {
		segment, n := e.snapshot.Where(d)
		e.places[segment][n] = uint32(place)
	}
	e.hasDead = slices.ContainsFunc(e.places, func(places []uint32) bool { return slices.Contains(places, noPlace) })
}

// close closes what the edition holds.
func (e *edition) close() error { return closeAll(e.closing) }

// hold reports whether the edition is open still; it then stays open until it is let go again.
func (e *edition) hold() bool {
	for {
		n := e.holders.Load()
		if n == 0 || e.holders.CompareAndSwap(n, n+1) {
			return n > 0
		}
	}
}

// usualLanguage returns the language of most documents, "" if none is known. A document too short to tell its language
// is read in it.
func usualLanguage(documents []*corpus.Document) string {
	count := map[string]int{}
	for _, d := range documents {
		count[d.Metadata().Language.Value]++
	}
	return mostUsual(count)
}

// mostUsual returns the language that most documents are written in, given their numbers.
func mostUsual(count map[string]int) string {
	usual, most := "", 0
	for _, code := range slices.Sorted(maps.Keys(count)) {
		if code != "" && count[code] > most {
			usual, most = code, count[code]
		}
	}
	return usual
}

// propose returns the best passages for a reading of the question among the documents in a scope, most of them at most, all
// that match if most is 0.
func (e *edition) propose(ctx context.Context, q *query, in scope, most int) ([]passageIndex, error) {
	hits, err := postings.Search(ctx, e.indexes, postings.Query{
		Language: q.tongue.code, Clauses: q.clauses(), Most: most,
		Gains: q.tongue.gains, Held: e.held(q.tongue.code), Among: e.among(in), Order: func(segment, passage int) uint64 { return uint64(e.indexOf(segment, passage)) },
	})
	var damage *postings.DamageError
	if errors.As(err, &damage) {
		return nil, &corpus.ReadError{File: damage.Dir, Document: -1, Err: damage.Err}
	}
	if err != nil {
		return nil, err
	}
	out := make([]passageIndex, len(hits))
	for i, h := range hits {
		out[i] = e.indexOf(h.Index, h.Passage)
	}
	return out, nil
}

// held tells how many passages of a segment hold a term of a language.
func (e *edition) held(code string) func(segment int, term string) int {
	return func(segment int, term string) int {
		if l := e.segments[segment].languages[code]; l != nil {
			return l.terms.Find(term).Passages
		}
		return 0
	}
}

// among tells the passages of the documents in a scope.
func (e *edition) among(in scope) func(segment, passage int) bool {
	if !in.isPart() && !e.hasDead {
		return nil
	}
	return func(segment, passage int) bool {
		place := e.places[segment][e.segments[segment].document[passage]]
		return place != noPlace && in.has(e.snapshot.Documents()[place])
	}
}

// indexOf returns the index of a passage of a segment.
func (e *edition) indexOf(segment, passage int) passageIndex {
	s := e.segments[segment]
	d := s.document[passage]
	return passageIndex(e.places[segment][d])<<32 | passageIndex(uint32(passage)-s.first[d])
}

// passage returns a passage, read in a language.
func (e *edition) passage(i passageIndex, t *tongue) passage {
	return passage{e.snapshot.Documents()[i.document()].Passages()[i.passage()], t, i}
}

// termsOf returns the terms of a passage and those of the title of its document.
func (e *edition) termsOf(i passageIndex) (text, title []occurrence, err error) {
	s, document := e.segmentOf(i.document())
	return s.terms(document, i.passage())
}

// segmentOf returns the segment that holds the document at a place, and its number there.
func (e *edition) segmentOf(place int) (s *segment, document int) {
	n, document := e.snapshot.Where(e.snapshot.Documents()[place])
	return e.segments[n], document
}

// passagesIn returns the first passage of the document at a place and how many it has, none if it was not read in the
// language.
func (e *edition) passagesIn(place int, t *tongue) (first passageIndex, n int) {
	s, document := e.segmentOf(place)
	if s.language[document] != t.code {
		return 0, 0
	}
	return passageIndex(place) << 32, s.passagesOf(document)
}
