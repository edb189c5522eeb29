package report

import (
	"strings"

	"pullquote/cmd/bench/contest"
)

// target is a figure of one size that was aimed for.
type target struct {
	label string
	size  string
	bound float64
	least bool // the bound is to be reached, not to be kept
	show  func(measured) string
	value func(Size) measured
}

// reached reports whether a figure keeps the bound.
func (t target) reached(m measured) bool {
	if t.least {
		return m.v >= t.bound
	}
	return m.v <= t.bound
}

// biggest is the size that targets of speed are for, and middle that of reloading.
const (
	biggest = "1m"
	middle  = "200k"
)

func targets() []target {
	ratio := func(label, peer, measure string, bound float64) target {
		return target{label, biggest, bound, false, measured.times, func(s Size) measured {
			return s.ratio(peer, "query", measure)
		}}
	}
	return []target{
		ratio("retrieval part, p50, over Xapian", xapian, contest.P50, .5),
		ratio("retrieval part, p50, over Lucene", lucene, contest.P50, 2),
		ratio("retrieval part, p99, over Lucene", lucene, contest.P99, 2),
		{"whole answer, p50, over the retrieval part", biggest, 3, false, measured.times, func(s Size) measured {
			return s.get(ours, "answer", contest.P50).over(s.get(ours, "query", contest.P50))
		}},
		{"indexing, passages a CPU second, over Lucene", biggest, .5, true, measured.times, func(s Size) measured {
			return s.indexing(lucene).over(s.indexing(ours))
		}},
		{"CPU of the whole build over indexing alone", biggest, 2, false, measured.times, func(s Size) measured {
			return s.get(ours, "build", contest.CPU).over(s.indexing(ours))
		}},
		{"peak memory of the build, MB", biggest, 600, false, measured.String, func(s Size) measured { return s.get(ours, "build", contest.Peak) }},
		{"resident memory of serving, MB", biggest, 400, false, measured.String, Size.serving},
		{"first answer of a new process, s", biggest, 1, false, measured.String, func(s Size) measured { return s.get(ours, "first", contest.Wall) }},
		{"reload of 1 %, wall time, of the full build", middle, .03, false, measured.percent, func(s Size) measured {
			return s.get(ours, "reload", contest.PhaseWall).over(s.get(ours, "build", contest.Wall))
		}},
		{"ranking, S@1 over that of the best other", biggest, 1, true, measured.times, Size.ranking},
	}
}

// ranking returns our share of right first documents over that of the best of the others.
func (s Size) ranking() measured {
	var us, best measured
	for _, q := range s.Quality {
		if q.Contender == ours {
			us = known(q.First)
		} else if !best.ok || q.First > best.v {
			best = known(q.First)
		}
	}
	return us.over(best)
}

// writeTargets says which targets are reached.
func (r Results) writeTargets(b *strings.Builder) {
	b.WriteString("## Targets\n\n")
	t := newTable(b, "figure", "at", "target", "measured", "")
	for _, aim := range targets() {
		bound := "at most " + plain(aim.show(known(aim.bound)))
		if aim.least {
			bound = "at least " + plain(aim.show(known(aim.bound)))
		}
		s, ok := r.Size(aim.size)
		m := aim.value(s)
		verdict := map[bool]string{true: "reached", false: "**missed**"}[aim.reached(m)]
		if !ok || !m.ok {
			verdict = "not measured"
		}
		t.row(aim.label, sizeNames[aim.size]+" passages", bound, aim.show(m), verdict)
	}
	t.end()
}

// sizeNames says on the page how large the sizes of targets are.
var sizeNames = map[string]string{biggest: "1,000,000", middle: "200,000"}
