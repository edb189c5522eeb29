package retrieval

// A follow-up may leave out what it is about: "What happened in Varn?" and then "How many died?". A figure that is said
// of Varn answers it, one that is said of somewhere else does not, however near to the rest of the question it stands.

// bySubject divides what is stated into what is said of the names of earlier turns and what of none of them. Where the
// question has a name itself, or nothing is said of those, nothing is astray.
func bySubject(found []stated) (about, astray []stated) {
	for _, f := range found {
		if f.isOfEarlierName() {
			about = append(about, f)
		} else {
			astray = append(astray, f)
		}
	}
	if len(about) == 0 || found[0].query.hasName() {
		return found, nil
	}
	return about, astray
}

// isOfEarlierName reports whether the sentence, the block before it or the title holds a name of an earlier turn.
func (s *sentence) isOfEarlierName() bool {
	for i, w := range s.query.words {
		if w.history && w.name && s.isSaidInBlock(i) {
			return true
		}
	}
	return false
}

// hasName reports whether the question itself holds a name.
func (q *query) hasName() bool {
	for _, w := range q.words {
		if w.name && !w.history {
			return true
		}
	}
	return false
}
