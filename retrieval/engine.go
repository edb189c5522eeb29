package retrieval

import "context"

// engine finds passages by their terms. Analysis, weights and statistics are the Library's, so the order of answers
// does not depend on the engine that stands behind it.
type engine interface {
	// search returns every passage that matches by the sum of its clauses' BM25, best first, ties by passage number: who
	// reads only the best can then say what was left. Only the passages in the runs of among count, which are in order
	// and apart; nil means all. Statistics are those of all passages. It stops with the context's error when the context
	// ends.
	search(ctx context.Context, clauses []clause, among []run) ([]hit, error)
	// close releases what the engine holds. No call may follow.
	close() error
}

// clause is one term of a question in one field, with what its match is worth.
type clause struct {
	field  string
	term   string
	weight float64 // multiplies the saturated term frequency, which is between 0 and k1+1
}

// run is a run of passages [first, end), by their positions in the list that the engine was built with.
type run struct{ first, end int }

// hit is a found passage.
type hit struct {
	passage int // position in the list of passages that the engine was built with
	score   float64
}

// indexed is what an engine stores of a passage: the terms of each of its fields, in the order of the text.
type indexed map[string][]string
