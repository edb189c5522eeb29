package retrieval

import (
	"cmp"
	"slices"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval/figure"
)

const (
	// keyFloor is the share of what the best sentence holds of the question, without the thing that is counted, that
	// another source's sentence must hold to be set beside it: a figure of the arrested is none of the killed.
	keyFloor = .5
	// nameFloor is the same for the names of the question, which text before the sentence may hold.
	nameFloor = .5
	// scoreFloor is the share of the best score of a sentence with a figure.
	scoreFloor = .6
	// fullFloor is the share below which such a sentence comes after all others, whatever its date.
	fullFloor = .7
)

// stated is the excerpt of one source that states a value.
type stated struct {
	excerpt
	key float64 // the share of the question it holds, without the thing that is counted
}

// groupValues finds for every source its best excerpt with a figure that answers the question, and groups the
// excerpts by the value that they state. It returns nil where no source states one.
func groupValues(sentences []sentence, p *plan) [][]stated {
	var found []stated
	most, names := 0.0, 0.0
	seen := map[*corpus.Document]bool{}
	for _, x := range sentences {
		key := x.query.keyCoverage(x.found[x.at], p)
		most = max(most, key)
		names = max(names, x.nameCoverage(x.at))
		d := x.Document()
		if len(x.figures) == 0 || seen[d] {
			continue
		}
		seen[d] = true
		found = append(found, stated{grow(x), key})
	}
	found = slices.DeleteFunc(found, func(f stated) bool {
		return f.key < keyFloor*most || f.key == 0 || f.nameCoverage(f.at) < nameFloor*names ||
			f.score < scoreFloor*found[0].score
	})
	return byValue(found)
}

// byValue groups excerpts whose figures say the same, in the order of their first. Where another figure of the
// sentence, of the kind asked for, is one that a better excerpt states, that is taken to be the one meant.
func byValue(found []stated) [][]stated {
	var groups [][]stated
	at := map[string]int{}
	for _, f := range found {
		key := valueKey(f.figures)
		i, ok := at[key]
		for _, other := range f.others {
			if j, known := at[other.Key()]; known && !ok {
				f.figures, i, ok = []figure.Figure{other}, j, true
			}
		}
		if !ok {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	if len(groups) > 1 {
		sortByDate(groups)
	}
	return groups
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

// disagree reports whether two groups state values that cannot both be the same. A sentence may hold several figures
// of the kind asked for, and code cannot prove which is meant: only where none of one agrees with any of the other do
// the two contradict each other.
func disagree(groups [][]stated) bool {
	for i, a := range groups {
		for _, b := range groups[i+1:] {
			if figure.Contradict(a[0].figures, b[0].figures) && figure.Contradict(a[0].others, b[0].others) {
				return true
			}
		}
	}
	return false
}
