// Package calibration moves the confidence from which on questions count as answered to where the readers of one corpus
// find the answers right.
//
// Readers react to answers, helpful or not, and [Reactions] keeps what they said with the confidence of the answer: no
// text, no name. [Reactions.Threshold] reads from it from which confidence on answers are right as often as the shipped
// threshold promises. It trusts readers no further than it must: few reactions move nothing, one reader counts for a few,
// those who agree least with the others are left out, and the threshold never moves far.
package calibration

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Most is how many reactions are kept; the oldest are dropped first.
const Most = 2000

// Reaction is what one reader said of one answer.
type Reaction struct {
	// ID tells the answer and the reader; a later reaction with the same ID takes the place of the earlier.
	ID string `json:"id"`
	// Voter is the same for all reactions of one reader and tells nothing else, such as a keyed hash. Reactions without
	// one count as those of one reader.
	Voter string `json:"voter,omitempty"`
	// Confidence is that of the answer, between 0 and 1. Excerpts must have been shown: the outcome was answered or
	// mentioned.
	Confidence float64 `json:"confidence"`
	// Helpful is true if the excerpts answered the question.
	Helpful bool      `json:"helpful"`
	At      time.Time `json:"at"`
}

// Reactions are those to the answers from one corpus. They are not safe for concurrent use.
type Reactions struct {
	model string
	byID  map[string]Reaction
}

// New returns no reactions yet. model names what made the confidences, because those of another do not compare.
func New(model string) *Reactions { return &Reactions{model, map[string]Reaction{}} }

// Model returns what made the confidences.
func (r *Reactions) Model() string { return r.model }

// Len returns the number of reactions.
func (r *Reactions) Len() int { return len(r.byID) }

// Add adds a reaction. One that is older than what is there under its ID, or whose confidence is none, is passed over.
func (r *Reactions) Add(x Reaction) {
	if !(x.Confidence >= 0 && x.Confidence <= 1) {
		return
	}
	if there, ok := r.byID[x.ID]; ok && newer(there, x) > 0 {
		return
	}
	r.byID[x.ID] = x
	if len(r.byID) > Most {
		delete(r.byID, slices.MinFunc(slices.Collect(maps.Values(r.byID)), newer).ID)
	}
}

// Merge adds the reactions of other, in whatever order the same result. It adds none if those are of another model, and
// reports whether they are of the same.
func (r *Reactions) Merge(other *Reactions) bool {
	if r.model != other.model {
		return false
	}
	for _, x := range other.inOrder() {
		r.Add(x)
	}
	return true
}

// newer orders reactions by time. Of two at one time the unhelpful comes later, so that the order of adding them does not
// matter.
func newer(a, b Reaction) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID), falseLast(a.Helpful, b.Helpful),
		cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(a.Voter, b.Voter))
}

func falseLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// inOrder returns the reactions, the oldest first.
func (r *Reactions) inOrder() []Reaction {
	return slices.SortedFunc(maps.Values(r.byID), newer)
}
