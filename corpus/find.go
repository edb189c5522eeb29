package corpus

import "context"

// Finding is a place where words that were looked for stand.
type Finding struct {
	Document *Document
	Span     Span
	// Exact is true when the place holds the very characters looked for, white space aside.
	Exact bool
}

// Find returns the places where words stand in the documents, exact ones first, then by document id and place, at most
// most of them. White space counts as one space. A place that differs only in the kind of quotation marks, apostrophes,
// dashes, in case, or in invisible characters is found and not Exact. Words may leave something out: at an ellipsis
// ("…", "...", "[…]", "[...]") the parts around it must follow each other in one document, and Span reaches from the
// first to the last. It fails only when the context ends.
func (s *Snapshot) Find(ctx context.Context, words string, most int) ([]Finding, error) {
	panic("not written yet")
}

// QuoteAt returns the shortest run of whole sentences of one passage that holds at. It is not ok where the place is not
// quotable: it lies in furniture, or is not inside one passage.
func (d *Document) QuoteAt(at Span) (q Quote, ok bool) { panic("not written yet") }
