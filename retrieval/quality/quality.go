// Package quality measures how well answers fit a question set with known answers.
//
// A question set says for each question whether the corpus answers it and which spans of which documents do. Score
// judges every result by itself and sums the verdicts up in a Report: whether the search brought up the right
// documents, whether the excerpts show the spans, whether questions without an answer were refused, whether what was
// shown is verbatim, and how long it took. It knows nothing of how answers are found.
package quality

import "time"

// Result is what the program answered to one question.
type Result struct {
	// ID is the question's.
	ID string
	// Outcome is "answered", "mentioned" or "not_found".
	Outcome string
	// Confidence is comparable across questions.
	Confidence float64
	// Excerpts are the excerpts in the answer's order.
	Excerpts []Excerpt
	// Retrieved holds the documents of the passages that the search brought up, best first, repeats allowed; nil
	// where that is not known, which is different from nothing being found.
	Retrieved []string
	// Took is how long the answer took.
	Took time.Duration
}

// Excerpt is a piece of a document that an answer shows: bytes [Start, End) of its text, said to be Text.
type Excerpt struct {
	Doc        string
	Start, End int
	Text       string
	// More is true for an excerpt that is not on the first screen.
	More bool
}

const answered = "answered"
