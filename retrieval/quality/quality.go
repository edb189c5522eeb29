// Package quality measures how well answers fit question sets with known answers.
//
// A question set says for each question whether the corpus answers it and which spans of which documents do. [Judge]
// makes a [Verdict] of every result by itself (verdict.go): whether the search brought up the right documents, whether
// the excerpts show the spans, whether a question without an answer was refused, whether what was shown is verbatim, and
// how long it took. A [Report] sums the verdicts of a set up in figures (report.go), each of which is defined once
// (measure.go, auroc.go, quantile.go) and can be resampled for its sampling error (bootstrap.go). A [Page] shows several
// sets beside a baseline, plain BM25 of package baseline, and beside what was aimed for (page.go, sets.go).
//
// It knows nothing of how answers are found.
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
	// Disagreement is true where the answer shows different values, whether it says that its sources differ or not.
	Disagreement bool
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
