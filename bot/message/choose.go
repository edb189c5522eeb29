package message

import (
	"cmp"
	"slices"

	"pullquote/retrieval"
)

const (
	// groupsShown is the most groups on the first screen where the groups do not differ by value.
	groupsShown = 5
	// leastBlock is fewer UTF-16 units than any block has.
	leastBlock = 25
)

// choose returns the blocks of the first screen in the answer's order. Where groups differ by value, the first excerpt
// of every source comes before a second one of any; elsewhere the answer's order has weighed that already. A block that
// does not fit waits behind "More" as a whole, and later ones may still fit.
func (r *renderer) choose(all []Shown) []block {
	r.settle(all)
	turns := all
	if r.valueGroups() > 0 {
		turns = inTurn(all)
	}
	var picked []block
	for _, s := range turns {
		if !r.wanted(s, picked) {
			continue
		}
		next := append(slices.Clone(picked), r.shorten(s))
		slices.SortFunc(next, func(x, y block) int { return comparePlaces(x.Place, y.Place) })
		if Units(r.compose(next)) <= Limit {
			picked = next
		}
	}
	return picked
}

// wanted reports whether an excerpt belongs on the first screen beside what is there, if there is room. Where groups
// differ by value every source should be heard, however long the message gets.
func (r *renderer) wanted(s Shown, picked []block) bool {
	if len(picked) == 0 {
		return true
	}
	message := r.compose(picked)
	if Units(message) > Limit-leastBlock {
		return false
	}
	groups, heard := map[int]bool{}, false
	for _, p := range picked {
		groups[p.Group] = true
		heard = heard || p.Source == s.Source
	}
	if r.valueGroups() > 0 && !heard {
		return true
	}
	if r.valueGroups() == 0 && len(groups) == groupsShown && !groups[s.Group] {
		return false
	}
	return seenUnits(message) < aim
}

// inTurn orders blocks so that every source has its first, and every value its first, before any has its second.
func inTurn(all []Shown) []Shown {
	turn, heard := make(map[Place]int, len(all)), map[int]int{}
	for _, b := range all {
		turn[b.Place] = max(heard[b.Source], min(1, b.Place.Excerpt))
		heard[b.Source]++
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(x, y Shown) int { return cmp.Compare(turn[x.Place], turn[y.Place]) })
	return out
}

func comparePlaces(x, y Place) int {
	return cmp.Or(cmp.Compare(x.Group, y.Group), cmp.Compare(x.Excerpt, y.Excerpt))
}

// onFirstScreen returns the excerpts that may stand on the first screen: those that are aside only where there are no
// others.
func onFirstScreen(a retrieval.Answer) []Shown {
	all := excerpts(a)
	near := slices.DeleteFunc(slices.Clone(all), func(s Shown) bool { return a.Groups[s.Group].Aside })
	if len(near) == 0 {
		return all
	}
	return near
}

// excerpts returns the answer's excerpts in its order.
func excerpts(a retrieval.Answer) []Shown {
	var out []Shown
	for g, group := range a.Groups {
		for i, e := range group.Excerpts {
			out = append(out, Shown{Place{g, i}, e})
		}
	}
	return out
}
