package retrieval

import (
	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

// termID stands for a term where passages are read for a question, because numbers are compared faster than letters: the
// 64-bit FNV-1a hash of its letters (http://www.isthe.com/chongo/tech/comp/fnv/). That two of a million terms have the
// same is less likely than one in ten million.
type termID uint64

func idOf(term string) termID {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(term) {
		h = (h ^ uint64(term[i])) * prime
	}
	return termID(h)
}

// occurrence is a term of a text and its place there.
type occurrence struct {
	term       termID
	start, end uint32
}

func (o occurrence) span() corpus.Span { return corpus.Span{Start: int(o.start), End: int(o.end)} }

// occurrences returns the terms of a text, in order, without stop words.
func occurrences(tokens []analysis.Token) []occurrence {
	out := make([]occurrence, 0, len(tokens))
	for _, tok := range tokens {
		if !tok.Stop {
			out = append(out, occurrence{idOf(tok.Term), uint32(tok.Start), uint32(tok.End)})
		}
	}
	return out
}
