package report

import (
	"fmt"
	"math"
	"strings"

	"pullquote/cmd/bench/contest"
)

// law is a cost that grows with the number of passages, and where it ends.
type law struct {
	label string
	value func(Size) measured
	// limit is what a common machine, or a patient reader, bears; reason says of what.
	limit  float64
	reason string
}

func laws() []law {
	of := func(phase, measure string) func(Size) measured {
		return func(s Size) measured { return s.get(ours, phase, measure) }
	}
	return []law{
		{"build, CPU s", of("build", contest.CPU), 0, ""},
		{"build, wall s", of("build", contest.Wall), 3600, "a first build of an hour"},
		{"build, peak MB", of("build", contest.Peak), 4000, "4 GB of memory to build"},
		{"index, MB", of("build", contest.Disk), 100_000, "100 GB of disk for an index"},
		{"serving, resident MB", Size.serving, 4000, "4 GB of memory to serve"},
		{"first answer, s", of("first", contest.Wall), 30, "a start of half a minute"},
		{"reload of 1 %, s", of("reload", contest.PhaseWall), 60, "a reload of a minute"},
		{"retrieval part, p50 ms", of("query", contest.P50), 0, ""},
		{"retrieval part, p99 ms", of("query", contest.P99), 0, ""},
		{"whole answer, p50 ms", of("answer", contest.P50), 0, ""},
		{"whole answer, p99 ms", of("answer", contest.P99), 1000, "an answer in a hundred that takes a second"},
	}
}

// fit returns how a cost grows over sizes. It is not ok where fewer than two have it.
func (l law) fit(sizes []Size) (contest.Growth, bool) {
	var x, y []float64
	for _, s := range sizes {
		if m := l.value(s); m.ok {
			x, y = append(x, s.passages()), append(y, m.v)
		}
	}
	return contest.Fit(x, y)
}

// reaches returns the number of passages at which the cost reaches its limit: by the law, or on the straight line through the
// two largest sizes, whichever comes first. A cost of which most is the same at all sizes seems to grow less than it does
// in the end.
func (l law) reaches(sizes []Size) (at float64, ok bool) {
	g, ok := l.fit(sizes)
	if l.limit == 0 || !ok {
		return 0, false
	}
	at = g.Reaches(l.limit)
	a, b := sizes[len(sizes)-2], sizes[len(sizes)-1]
	x, y := l.value(a), l.value(b)
	if x.ok && y.ok && y.v > x.v {
		slope := (y.v - x.v) / (b.passages() - a.passages())
		at = min(at, b.passages()+(l.limit-y.v)/slope)
	}
	return at, true
}

// writeGrowth shows how costs grow, and where one machine ends.
func (r Results) writeGrowth(b *strings.Builder) {
	sizes := r.large()
	b.WriteString("## Growth\n\nA cost grows as the number of passages to the power of its *exponent*: 1 is in proportion, 0 not at all. It is fitted over\n" +
		"the sizes of the table.\n\n")
	heads := []string{"cost"}
	for _, s := range sizes {
		heads = append(heads, thousands(int64(s.passages())))
	}
	t := newTable(b, append(heads, "exponent")...)
	for _, l := range laws() {
		cells := []string{l.label}
		for _, s := range sizes {
			cells = append(cells, l.value(s).String())
		}
		g, ok := l.fit(sizes)
		t.row(append(cells, measured{g.Exponent, ok}.String())...)
	}
	t.end()
	writeEnds(b, sizes)
}

// writeEnds says at which size one machine ends, as far as the laws tell.
func writeEnds(b *strings.Builder, sizes []Size) {
	b.WriteString("### Where one machine ends\n\nWhere the costs reach what a common machine bears, if they go on growing by their exponents, or on a straight line through the two\n" +
		"largest sizes if that is sooner. Beyond the largest size measured this is reckoned, not measured. Besides, the terms of what is read\n" +
		"at one time may take 4 GiB, those of about twenty million passages of this length; more is refused with an error.\n\n")
	t := newTable(b, "limit", "reached at passages")
	first, reason := math.Inf(1), ""
	for _, l := range laws() {
		at, ok := l.reaches(sizes)
		if !ok {
			continue
		}
		t.row(l.reason, round(at))
		if at < first {
			first, reason = at, l.reason
		}
	}
	t.end()
	if reason != "" {
		fmt.Fprintf(b, "The first limit is %s, at about %s passages.\n\n", reason, round(first))
	}
}
