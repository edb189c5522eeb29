package retrieval

import (
	"cmp"
	"slices"
	"strings"

	"pullquote/retrieval/figure"
)

const (
	// fullFloor is the share of the most that any excerpt holds of the question below which one comes after all others,
	// whatever its date.
	fullFloor = .7
	// leadFloor is the share of the score of an excerpt without a value that one with a name must reach to come before it.
	leadFloor = .97
)

// groupValues finds for every source its best excerpt with a value that answers the question, and groups the excerpts
// by the value that they state; what is said of another time comes last. It returns nil where no source states a value.
func groupValues(sentences []*sentence, p *plan) [][]stated {
	found := p.statements(sentences)
	home, foreign := p.split(found)
	for i := range foreign {
		foreign[i].foreign = true
	}
	return append(byValue(perSource(home)), byValue(without(perSource(foreign), home))...)
}

// byValue groups excerpts whose values say the same, in the order of their first.
func byValue(found []stated) [][]stated {
	var groups [][]stated
	for _, f := range found {
		i := slices.IndexFunc(groups, func(g []stated) bool { return f.sameAs(g[0]) })
		if i < 0 {
			i = slices.IndexFunc(groups, func(g []stated) bool { return f.agreeOn(g[0]) })
		}
		if i < 0 {
			i = len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	if differ, _ := disagree(groups); differ {
		sortByDate(groups)
	}
	return groups
}

// sameAs reports whether two excerpts state the same.
func (s stated) sameAs(o stated) bool {
	if a, b := s.value.figures, o.value.figures; len(a) > 0 && len(b) > 0 {
		return valueKey(a) == valueKey(b) || len(a) == 1 && len(b) == 1 && a[0].SameDay(b[0])
	}
	return s.name.Agrees(o.name)
}

// agreeOn reports whether another figure or name of the sentence is what the other excerpt states, and makes it the one
// that is meant.
func (s *stated) agreeOn(o stated) bool {
	for _, f := range s.value.others {
		if valueKey(o.value.figures) == f.Key() {
			s.value.figures = []figure.Figure{f}
			return true
		}
	}
	for _, n := range s.names {
		if n.Agrees(o.name) && len(o.value.figures) == 0 {
			s.name = n
			return true
		}
	}
	return false
}

func valueKey(figs []figure.Figure) string {
	var keys []string
	for _, f := range figs {
		keys = append(keys, f.Key())
	}
	slices.Sort(keys)
	return strings.Join(keys, "+")
}

// sortByDate orders groups, and the excerpts in each, by publication date, because later figures often supersede
// earlier ones. Undated sources come after dated ones, the best first; what speaks of clearly less than the whole
// question comes last.
func sortByDate(groups [][]stated) {
	most := 0.0
	for _, g := range groups {
		for _, f := range g {
			most = max(most, f.key)
		}
	}
	compare := func(a, b stated) int {
		da, db := a.Document().Metadata().Published, b.Document().Metadata().Published
		return cmp.Or(
			falseFirst(a.key < fullFloor*most, b.key < fullFloor*most),
			falseFirst(da.IsZero(), db.IsZero()),
			da.Compare(db),
			cmp.Compare(b.score, a.score))
	}
	for _, g := range groups {
		slices.SortStableFunc(g, compare)
	}
	slices.SortStableFunc(groups, func(a, b []stated) int { return compare(a[0], b[0]) })
}

func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// comesFirst reports whether an excerpt without a value comes before a group whose excerpts state a name: it is better, so
// it may say what no rule here recognises. Figures are recognised safely enough to come first.
func comesFirst(e excerpt, group []stated) bool {
	best := 0.0
	for _, s := range group {
		best = max(best, s.score)
	}
	return len(group[0].value.figures) == 0 && best < leadFloor*e.score
}
