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
	// nearBelow is the share of the best sentence's score below which a document counts as silent.
	nearBelow = .5
	// surveyDepth is how many more passages are read in a survey, in equal shares for the documents surveyed.
	surveyDepth = 300
)

// depth keeps account, for one question, of which passages that match are read and which are not.
type depth struct {
	scope
	candidates []*candidate // in no order, admitted or not
	rest       []proposal   // what is not read but can be surveyed, the better of one document first
	left       map[int]bool // by place in the snapshot: whether a passage of the document is not read
	more       bool         // whether there are matches that were not even looked up
	read       int          // how many passages are read sentence by sentence
}

// proposal is a passage that matches a reading of the question.
type proposal struct {
	passage passageIndex
	query   *query
}

func newDepth(in scope) *depth {
	return &depth{scope: in, left: map[int]bool{}}
}

// most is how many of the passages that match are looked up: of few documents all, so that of each it can be said whether
// it is silent, otherwise one more than is read, which tells whether there are more.
func (d *depth) most() int {
	if d.isSmall() {
		return 0
	}
	return retrieveDepth + 1
}

// isWhole reports whether every passage that matches is read.
func (d *depth) isWhole() bool { return len(d.left) == 0 && !d.more }

// isSmall reports whether the documents are few enough to say of each whether it is silent.
func (d *depth) isSmall() bool { return len(d.documents) <= mostSilent }

// leave takes note of matches that are not read.
func (d *depth) leave(q *query, hits []passageIndex) {
	d.more = d.more || !d.isSmall() && len(hits) > 0
	for _, i := range hits {
		d.left[i.document()] = true
		if d.isSmall() {
			d.rest = append(d.rest, proposal{i, q})
		}
	}
}

// survey reads on in the documents that are not among those heard, and returns everything read so far, best first. It fails
// when the index cannot be read.
func (e *edition) survey(d *depth, heard map[*corpus.Document]bool) ([]*candidate, error) {
	each := surveyDepth / max(1, len(d.unheard(heard)))
	read := map[*corpus.Document]int{}
	clear(d.left)
	for _, p := range d.rest {
		if doc := d.snapshot.Documents()[p.passage.document()]; heard[doc] || read[doc] == each {
			d.left[p.passage.document()] = true
		} else {
			read[doc]++
			c, err := e.newCandidate(p.passage, p.query)
			if err != nil {
				return nil, err
			}
			d.candidates = append(d.candidates, c)
		}
	}
	out := ranked(d.candidates)
	d.read = len(out)
	return out, nil
}

// unheard returns the documents that are not among those heard.
func (d *depth) unheard(heard map[*corpus.Document]bool) []*corpus.Document {
	return slices.DeleteFunc(slices.Clone(d.documents), func(x *corpus.Document) bool { return heard[x] })
}

// heardIn returns the documents that state the value asked for, and the near-copies that carry the same excerpt.
func heardIn(groups [][]stated, s *corpus.Snapshot) map[*corpus.Document]bool {
	var quotes []corpus.Quote
	for _, g := range groups {
		for _, x := range g {
			quotes = append(quotes, x.quote())
		}
	}
	return carriers(quotes, s)
}

// account tells how much was read and which documents have nothing to say, or perhaps not: whether some were not read to
// the end, and the others listed where the list is of use. sentences are those of near-copies too.
func (a *Answer) account(sentences []*sentence, d *depth) {
	a.Read = d.read
	a.Unread = a.hasUnread(d)
	if a.Outcome != Answered || !d.isSmall() {
		return
	}
	speaks, quoted := near(sentences), carriers(quotesOf(a.Groups), d.snapshot)
	for _, x := range d.documents {
		if !quoted[x] && !speaks[x] && !d.left[d.snapshot.Place(x)] {
			a.Silent = append(a.Silent, x)
		}
	}
}

// hasUnread reports whether a document with unread passages may have more to say: it is none of those that have said what
// they could, and no near-copy of one. Where values are stated one says it all, elsewhere any excerpt.
func (a *Answer) hasUnread(d *depth) bool {
	said := slices.DeleteFunc(slices.Clone(a.Groups), func(g Group) bool { return g.Value == "" && a.Groups[0].Value != "" })
	for x := range carriers(quotesOf(said), d.snapshot) {
		delete(d.left, d.snapshot.Place(x))
	}
	return d.more || len(d.left) > 0
}

// quotesOf returns what is quoted in groups.
func quotesOf(groups []Group) []corpus.Quote {
	var out []corpus.Quote
	for _, g := range groups {
		for _, x := range g.Excerpts {
			out = append(out, x.Quote)
		}
	}
	return out
}

// near returns the documents with a sentence near enough to the best to be quoted beside it: such a document is not
// silent, even where there was no room for it or a near-copy says it.
func near(sentences []*sentence) map[*corpus.Document]bool {
	out := map[*corpus.Document]bool{}
	for _, x := range sentences {
		if x.score >= nearBelow*sentences[0].score {
			out[x.Document()] = true
		}
	}
	return out
}
