package report

import (
	"slices"

	"pullquote/cmd/bench/contest"
)

// The names of those whom the page speaks of.
const (
	ours   = "pullquote"
	lucene = "Lucene"
	xapian = "Xapian"
)

// engineOrder is the order of the contenders on the page; others come last, by name.
var engineOrder = []string{ours, lucene, "Lucene, pruned", xapian, "SQLite FTS5"}

// engines returns the contenders of a size in the order of the page.
func (s Size) engines() []string {
	var out []string
	for name := range s.Figures {
		out = append(out, name)
	}
	place := func(name string) int {
		if i := slices.Index(engineOrder, name); i >= 0 {
			return i
		}
		return len(engineOrder)
	}
	slices.Sort(out)
	slices.SortStableFunc(out, func(a, b string) int { return place(a) - place(b) })
	return out
}

// peers returns the other contenders.
func (s Size) peers() []string {
	return slices.DeleteFunc(s.engines(), func(name string) bool { return name == ours })
}

// get returns a figure in one thread.
func (s Size) get(contender, phase, measure string) measured {
	return s.getThreads(contender, phase, 1, measure)
}

func (s Size) getThreads(contender, phase string, threads int, measure string) measured {
	v, ok := s.Figures[contender].Get(phase, threads, measure)
	return measured{v, ok}
}

// indexing returns the CPU seconds that a contender takes to index, without reading and splitting documents.
func (s Size) indexing(contender string) measured {
	whole := s.get(contender, "build", contest.CPU)
	if contender != ours {
		return whole
	}
	return whole.minus(s.get(ours, "read", contest.CPU))
}

// perCPU returns how many passages are dealt with in so many CPU seconds, a second.
func (s Size) perCPU(seconds measured) measured { return known(s.passages()).over(seconds) }

// size returns the size of a name.
func (r Results) size(name string) (Size, bool) {
	for _, s := range r.Sizes {
		if s.Name == name {
			return s, true
		}
	}
	return Size{}, false
}

// large are the sizes from which something is learnt about growth: what a handful of passages costs is overhead.
func (r Results) large() []Size {
	const least = 10_000
	return slices.DeleteFunc(slices.Clone(r.Sizes), func(s Size) bool { return s.passages() < least })
}
