package retrieval

import (
	"slices"

	"pullquote/corpus"
)

// Every passage that matches a question is found, but only the best are read sentence by sentence. Where a value is asked
// for, that would make documents silent only because others spoke louder; so in a corpus small enough to say of every
// document whether it is silent, those that have stated no value yet are surveyed: read further, each by itself.

const (
	// retrieveDepth is how many passages are read, whatever documents they are from.
	retrieveDepth = 50
	// mostSilent is the number of documents up to which they are surveyed, and up to which an Answer names those that
	// say nothing.
	mostSilent = 100
	// surveyDepth is how many more passages are read in a survey, in equal shares for the documents surveyed.
	surveyDepth = 300
)

// depth keeps account, for one question, of which passages that match are read and which are not.
type depth struct {
	scope
	candidates []*candidate // in no order, admitted or not
	rest       []proposal   // what is not read but can be surveyed, the better of one document first
	left       []bool       // by passage.witness: whether a passage is not read
	read       int          // how many passages are read sentence by sentence
}

// proposal is a passage that matches a reading of the question.
type proposal struct {
	passage int // position in edition.passages
	query   *query
}

func newDepth(in scope) *depth {
	return &depth{scope: in, left: make([]bool, len(in.snapshot.Documents()))}
}

// isWhole reports whether every passage that matches is read.
func (d *depth) isWhole() bool { return !slices.Contains(d.left, true) }

// isSmall reports whether the documents are few enough to say of each whether it is silent.
func (d *depth) isSmall() bool { return len(d.documents) <= mostSilent }

// leave takes note of hits that are not read.
func (e *edition) leave(d *depth, q *query, hits []hit) {
	for _, h := range hits {
		d.left[e.passages[h.passage].witness] = true
		if d.isSmall() {
			d.rest = append(d.rest, proposal{h.passage, q})
		}
	}
}

// survey reads on in the documents that are not among those heard, and returns everything read so far, best first. heard
// holds of near-copies the one that stands for all.
func (e *edition) survey(d *depth, heard map[*corpus.Document]bool) []*candidate {
	each := surveyDepth / max(1, len(d.unheard(heard)))
	read := map[*corpus.Document]int{}
	clear(d.left)
	for _, p := range d.rest {
		x := &e.passages[p.passage]
		if doc := x.Document(); heard[e.snapshot.Witness(doc)] || read[doc] == each {
			d.left[x.witness] = true
		} else {
			read[doc]++
			d.candidates = append(d.candidates, e.newCandidate(p.passage, p.query))
		}
	}
	out := ranked(d.candidates)
	d.read = len(out)
	return out
}

// unheard returns the documents that are not among those heard.
func (d *depth) unheard(heard map[*corpus.Document]bool) []*corpus.Document {
	return slices.DeleteFunc(slices.Clone(d.documents), func(x *corpus.Document) bool { return heard[d.snapshot.Witness(x)] })
}

// heardIn returns the documents that state the value asked for, near-copies as one.
func heardIn(groups [][]stated, s *corpus.Snapshot) map[*corpus.Document]bool {
	heard := map[*corpus.Document]bool{}
	for _, g := range groups {
		for _, x := range g {
			heard[s.Witness(x.Document())] = true
		}
	}
	return heard
}

// account tells how much was read and which documents have nothing to say, or perhaps not: those that were not read to the
// end are counted, and the others listed where the list is of use.
func (a *Answer) account(sentences []sentence, d *depth) {
	a.Read = d.read
	a.countUnread(d)
	s := d.snapshot
	if a.Outcome != Answered || !d.isSmall() {
		return
	}
	speaks := near(sentences, s)
	for _, x := range d.documents {
		w := s.Witness(x)
		if _, quoted := a.sourceOf(x, s); !quoted && !speaks[w] && !d.left[placeOf(s, w)] {
			a.Silent = append(a.Silent, x)
		}
	}
}

// countUnread counts the documents with unread passages, without those that have said what they could: where values are
// stated that is one, elsewhere any excerpt.
func (a *Answer) countUnread(d *depth) {
	for _, g := range a.Groups {
		if g.Value == "" && a.Groups[0].Value != "" {
			continue
		}
		for _, x := range g.Excerpts {
			d.left[placeOf(d.snapshot, d.snapshot.Witness(x.Quote.Document()))] = false
		}
	}
	for _, left := range d.left {
		if left {
			a.Unread++
		}
	}
}

// near returns the documents, near-copies as one, with a sentence near enough to the best to be quoted beside it: such a
// document is not silent, even where there was no room for it.
func near(sentences []sentence, s *corpus.Snapshot) map[*corpus.Document]bool {
	out := map[*corpus.Document]bool{}
	for _, x := range sentences {
		if x.score >= asideBelow*sentences[0].score {
			out[s.Witness(x.Document())] = true
		}
	}
	return out
}
