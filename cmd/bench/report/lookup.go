package report

import (
	"fmt"
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

// asked returns a figure of questions: of all of them, or of the first few where the contender was asked no more.
func (s Size) asked(contender, phase string, threads int, measure string) measured {
	if m := s.getThreads(contender, phase, threads, measure); m.ok {
		return m
	}
	v, ok := s.First[contender].Get(phase, threads, measure)
	return measured{v, ok && s.isBrief(contender)}
}

// isBrief reports whether a contender was asked the first few questions only.
func (s Size) isBrief(contender string) bool {
	_, first := s.First[contender].Get("query", 1, contest.P50)
	return first && !s.get(contender, "query", contest.P50).ok
}

// ratio returns a figure of ours over that of a peer, both of the questions that the peer was asked.
func (s Size) ratio(peer, phase, measure string) measured {
	if m := s.get(peer, phase, measure); m.ok || !s.isBrief(peer) {
		return s.get(ours, phase, measure).over(m)
	}
	s.Figures = s.First
	return s.get(ours, phase, measure).over(s.get(peer, phase, measure))
}

// titled returns the name of a contender, with a remark where it was asked the first few questions only.
func (s Size) titled(contender string) string {
	if s.isBrief(contender) {
		return fmt.Sprintf("%s, first %d", contender, contest.Few)
	}
	return contender
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

// large are the sizes from which something is learnt about growth: what a handful of passages costs is overhead.
func (r Results) large() []Size {
	const least = 10_000
	return slices.DeleteFunc(slices.Clone(r.Sizes), func(s Size) bool { return s.passages() < least })
}
