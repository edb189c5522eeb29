package learn

import (
	"cmp"
	"slices"
)

// Folds deals items out to k folds for cross-validation and returns the fold of each, in [0, k). groups holds for each
// item the keys of what it hangs on, such as its documents: items that share a key, directly or over others, lie in one
// fold, so that nothing is tested on what it was trained on. Folds are as equal in size as that allows, and some stay
// empty where it allows no more: where everything hangs together, nothing can be held out.
func Folds(groups [][]string, k int) []int {
	var parts [][]int
	at := map[int]int{}
	for i, root := range Connected(groups) {
		n, known := at[root]
		if !known {
			n = len(parts)
			at[root] = n
			parts = append(parts, nil)
		}
		parts[n] = append(parts[n], i)
	}
	return deal(parts, len(groups), k)
}

// deal puts the parts, the largest first, each into the fold that is smallest so far.
func deal(parts [][]int, items, k int) []int {
	slices.SortStableFunc(parts, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	out, sizes := make([]int, items), make([]int, k)
	for _, part := range parts {
		smallest := slices.Index(sizes, slices.Min(sizes))
		sizes[smallest] += len(part)
		for _, i := range part {
			out[i] = smallest
		}
	}
	return out
}

// Connected returns for each item the first of those that it hangs together with, directly or over others: those that
// share a key. One without keys stands alone.
func Connected(groups [][]string) []int {
	parent := make([]int, len(groups))
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	first := map[string]int{}
	for i, keys := range groups {
		parent[i] = i
		for _, key := range keys {
			j, known := first[key]
			if !known {
				first[key], j = i, i
			}
			a, b := root(i), root(j)
			parent[max(a, b)] = min(a, b)
		}
	}
	out := make([]int, len(groups))
	for i := range out {
		out[i] = root(i)
	}
	return out
}

// HeldOut applies to every item what was learnt from the items of the other folds: fit gets those, in order, and returns
// the function to apply. Where all items are in one fold, fit gets none.
func HeldOut[T, R any](items []T, folds []int, fit func(train []T) func(T) R) []R {
	out := make([]R, len(items))
	for _, fold := range slices.Compact(slices.Sorted(slices.Values(folds))) {
		var train []T
		for i, x := range items {
			if folds[i] != fold {
				train = append(train, x)
			}
		}
		apply := fit(train)
		for i, x := range items {
			if folds[i] == fold {
				out[i] = apply(x)
			}
		}
	}
	return out
}
