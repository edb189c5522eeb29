package retrieval

import "pullquote/retrieval/figure"

// differ reports whether two groups state values that cannot both be the same. A sentence may hold several figures of
// the kind asked for, and code cannot prove which is meant: only where none of one agrees with any of the other do the
// two contradict each other. Names never do: two may be right.
func differ(a, b []stated) bool {
	return !a[0].foreign && !b[0].foreign &&
		figure.Contradict(a[0].value.figures, b[0].value.figures) && figure.Contradict(a[0].value.others, b[0].value.others)
}

// disagree reports whether two groups differ, and grows whether every two that do are stands of one count, the later of
// which is not lower: each source of the one was published on a day before each of the other.
func disagree(groups [][]stated) (disagree, grows bool) {
	grows = true
	for i, a := range groups {
		for _, b := range groups[i+1:] {
			if differ(a, b) {
				disagree = true
				grows = grows && (isUpdate(a, b) || isUpdate(b, a))
			}
		}
	}
	return disagree, disagree && grows
}

// isUpdate reports whether b is a later stand of the count that a states.
func isUpdate(a, b []stated) bool {
	for _, x := range a {
		for _, y := range b {
			dx, dy := x.Document().Metadata().Published, y.Document().Metadata().Published
			if dx.Day == 0 || dy.Day == 0 || dx.Compare(dy) >= 0 {
				return false
			}
		}
	}
	return figure.Grows(a[0].value.figures, b[0].value.figures)
}
