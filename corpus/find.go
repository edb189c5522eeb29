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
// most of them; places do not overlap. White space counts as one space. A place that differs only in the kind of
// quotation marks, apostrophes, dashes, in case, in invisible characters, in how accents are encoded, or in the
// punctuation before the first word and after the last, is found and not Exact. A place does not begin or end inside a
// word or a number. Words may leave something out: at an ellipsis ("…", "...", "[…]", "[...]", "(…)") the parts around
// it, of two words or more each, must follow each other in one document, with at most 2,000 bytes between two of them,
// and Span reaches from the first to the last. Words without a letter or digit stand nowhere. It fails when the context
// ends and, with a *[ReadError], where a document cannot be read.
func (s *Snapshot) Find(ctx context.Context, words string, most int) ([]Finding, error) {
	found, err := s.FindEach(ctx, []string{words}, most)
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// FindEach is Find for several wordings, in the time of little more than one: found[i] are the places of words[i], at
// most most of each. It uses all processors.
func (s *Snapshot) FindEach(ctx context.Context, words []string, most int) (found [][]Finding, err error) {
	searches := make(searches, len(words))
	for i, w := range words {
		searches[i] = search{wording: newWording(w), most: most}
	}
	if err := searches.readAll(ctx, s); err != nil {
		return nil, err
	}
	for _, x := range searches {
		found = append(found, x.findings())
	}
	return found, nil
}

// search is a wording that is looked for and what was found of it so far.
type search struct {
	wording     wording
	exact, near []Finding
	most        int
}

// isOpen reports whether a further document may hold what has to be found.
func (s search) isOpen() bool { return len(s.exact) < s.most && len(s.wording) > 0 }

// read looks for the wording in d, whose text is folded.
func (s *search) read(d *Document, f *folding) {
	if !s.isOpen() {
		return
	}
	for _, at := range s.wording.occurrences(f) {
		switch found := (Finding{d, at.Span, at.exact}); {
		case at.exact && len(s.exact) < s.most:
			s.exact = append(s.exact, found)
		case !at.exact && len(s.near) < s.most:
			s.near = append(s.near, found)
		}
	}
}

func (s search) findings() []Finding {
	return append(s.exact, s.near[:min(len(s.near), max(0, s.most-len(s.exact)))]...)
}

// occurrence is where a wording stands in a text.
type occurrence struct {
	Span
	exact bool
}

// occurrences returns where the wording stands in the folded text, in order and apart.
func (w wording) occurrences(f *folding) []occurrence {
	var ranges []Span // one for each fragment of each occurrence
	for found := w.next(f.text, 0); found != nil && len(ranges) < mostPlaces; found = w.next(f.text, found[0].Start+1) {
		ranges = append(ranges, w.widen(f.text, found)...)
	}
	var out []occurrence
	for spans := f.sourceSpans(ranges); len(spans) > 0; spans = spans[len(w):] {
		if at, ok := w.join(f.source, spans[:len(w)]); ok {
			out = addApart(out, at)
		}
	}
	return out
}

// mostPlaces bounds the fragments that are looked at in one document.
const mostPlaces = 100_000

// addApart appends an occurrence unless it overlaps the one before, whose place it takes if it alone is exact: in "Row
// row row" stands "row row".
func addApart(out []occurrence, at occurrence) []occurrence {
	n := len(out)
	switch {
	case n == 0 || at.Start >= out[n-1].End:
		return append(out, at)
	case at.exact && !out[n-1].exact && (n == 1 || at.Start >= out[n-2].End):
		out[n-1] = at
	}
	return out
}

// join makes an occurrence of the places of the fragments. It is not ok where one begins or ends inside a character.
func (w wording) join(text string, spans []Span) (at occurrence, ok bool) {
	at = occurrence{Span{spans[0].Start, spans[len(spans)-1].End}, true}
	for i, s := range spans {
		if s.Start < 0 || s.End < 0 {
			return occurrence{}, false
		}
		at.exact = at.exact && w[i].isExactly(text[s.Start:s.End])
	}
	return at, true
}
