package report

import (
	"fmt"
	"io"
	"strings"

	"pullquote/cmd/bench/contest"
)

const introduction = `# Performance

How fast the program is and what it needs, beside other search engines on the same passages and questions. This page is
written by ` + "`go run ./cmd/bench --report docs/performance.md`" + `: change the program, not the page.

`

const reading = `**Ratios within a run count, absolute times do not.** All contenders take turns on one machine, round by round, each in
processes of its own, and every figure is the median of the rounds; what else the machine does meets all of them alike. On
another machine the milliseconds will be others and the ratios much the same. What is measured:

- *pullquote, retrieval part*: question in, ranked passages out. It is what the other engines do too, and more: every proposed
  passage is read again, with other spellings and forms of the question's words.
- *pullquote, whole answer*: question in, quotes with their sources out. No other engine does this.
- *Lucene* counts all hits; *Lucene, pruned* may stop counting at a thousand and leave out what cannot reach the top. Its index is
  merged to one segment. *Xapian* and *SQLite FTS5* are as Debian ships them.

All stem English and rank by BM25; the others get each passage with its title as one line of text and leave 33 words of grammar
out of questions. Questions are asked in one fixed shuffled order, by processes that are warm (Java after three rounds of them), and
answered with the ten best passages. Whoever would take longer than %.0f seconds over all of them in one thread is asked no more than the
first %d, and is marked so, and those of 200 words by themselves; ratios to it are over the same questions. A percentile is given
where at least five questions lie beyond it.

`

// Write writes the page as Markdown. Equal results give equal pages.
func (r Results) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString(introduction)
	r.writeOrigin(&b)
	fmt.Fprintf(&b, reading, contest.Patience.Seconds(), contest.Few)
	r.writeTargets(&b)
	r.writeAnswering(&b)
	r.writeBuilding(&b)
	r.writeReloading(&b)
	r.writeQuality(&b)
	r.writeProfiles(&b)
	r.writeGrowth(&b)
	r.writeChoice(&b)
	r.writeCorpora(&b)
	b.WriteString(reproduction)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeAnswering shows what questions cost.
func (r Results) writeAnswering(b *strings.Builder) {
	b.WriteString("## Answering\n\nMilliseconds of a question in one thread; *long* is the median of questions of 200 words.\n\n")
	for _, s := range r.Sizes {
		fmt.Fprintf(b, "**%s passages**, the median of rounds: %d\n\n", thousands(int64(s.passages())), s.Rounds)
		t := newTable(b, "", "p50", "p95", "p99", "long", "CPU ms a question", "a second, 1 thread", "a second, 2 threads")
		for _, name := range s.engines() {
			if name != ours {
				t.row(s.answering(s.titled(name), name, "query")...)
				continue
			}
			t.row(s.answering("**pullquote, retrieval part**", ours, "query")...)
			t.row(s.answering("**pullquote, whole answer**", ours, "answer")...)
		}
		t.end()
	}
	b.WriteString("The retrieval part over the same of the others: below 1 is faster.\n\n")
	r.writeRatios(b, "query", contest.P50, contest.P95, contest.P99, contest.Long, contest.PerCPU)
}

func (s Size) answering(title, contender, phase string) []string {
	cells := []string{title}
	for _, measure := range []string{contest.P50, contest.P95, contest.P99, contest.Long, contest.PerCPU, contest.PerSecond} {
		cells = append(cells, s.asked(contender, phase, 1, measure).String())
	}
	return append(cells, s.asked(contender, phase, 2, contest.PerSecond).String())
}

// columnOf are the heads of columns of ratios.
var columnOf = map[string]string{contest.P50: "p50", contest.P95: "p95", contest.P99: "p99", contest.Long: "long", contest.PerCPU: "CPU"}

// writeRatios shows measures of a phase of ours over those of every peer.
func (r Results) writeRatios(b *strings.Builder, phase string, measures ...string) {
	heads := []string{"passages", "over"}
	for _, m := range measures {
		heads = append(heads, columnOf[m])
	}
	t := newTable(b, heads...)
	for _, s := range r.Sizes {
		for _, peer := range s.peers() {
			cells := []string{thousands(int64(s.passages())), s.titled(peer)}
			for _, m := range measures {
				cells = append(cells, s.ratio(peer, phase, m).times())
			}
			t.row(cells...)
		}
	}
	t.end()
}

// writeBuilding shows what an index costs.
func (r Results) writeBuilding(b *strings.Builder) {
	fmt.Fprintf(b, "## Building\n\nThe others index passages that are cut already. *Indexing alone* is our build less what reading and splitting the\n"+
		"documents takes by itself. Processes are measured from beginning to end; a peak below about %s MB is that of the\n"+
		"process that starts the others.\n\n",
		known(float64(r.floor())/1e6))
	t := newTable(b, "passages", "", "passages a CPU second", "ours over it", "CPU s", "wall s", "peak MB", "disk MB")
	for _, s := range r.Sizes {
		alone := s.perCPU(s.indexing(ours))
		t.row(thousands(int64(s.passages())), "**pullquote, whole build**", s.perCPU(s.get(ours, "build", contest.CPU)).String(), "",
			s.get(ours, "build", contest.CPU).String(), s.get(ours, "build", contest.Wall).String(),
			s.get(ours, "build", contest.Peak).String(), s.get(ours, "build", contest.Disk).String())
		t.row("", "**pullquote, indexing alone**", alone.String(), "", s.indexing(ours).String(), "", "", "")
		for _, peer := range s.peers() {
			if cpu := s.indexing(peer); cpu.ok {
				t.row("", peer, s.perCPU(cpu).String(), alone.over(s.perCPU(cpu)).times(), cpu.String(),
					s.get(peer, "build", contest.Wall).String(), s.get(peer, "build", contest.Peak).String(), s.get(peer, "build", contest.Disk).String())
			}
		}
	}
	t.end()
}

// floor returns the highest of the floors of all sizes, in bytes.
func (r Results) floor() int64 {
	highest := int64(0)
	for _, s := range r.Sizes {
		highest = max(highest, s.Measured.Machine.Floor)
	}
	return highest
}

// writeReloading shows what opening and reloading take.
func (r Results) writeReloading(b *strings.Builder) {
	b.WriteString("## Opening and reloading\n\n*First answer* is from the start of a new process to its end, with an index that is ready. For a *reload* one document in a\n" +
		"hundred has changed since the last one; besides, every file is looked at, copies are looked for among all documents, and what a\n" +
		"question scores by chance is measured anew.\n\n")
	t := newTable(b, "passages", "first answer, s", "reload, wall s", "of the full build", "reload, CPU s", "of the full build", "serving, resident MB", "serving, peak MB")
	for _, s := range r.Sizes {
		wall, cpu := s.get(ours, "reload", contest.PhaseWall), s.get(ours, "reload", contest.PhaseCPU)
		t.row(thousands(int64(s.passages())), s.get(ours, "first", contest.Wall).String(),
			wall.String(), wall.over(s.get(ours, "build", contest.Wall)).percent(), cpu.String(), cpu.over(s.get(ours, "build", contest.CPU)).percent(),
			s.serving().String(), s.get(ours, "answer", contest.Peak).String())
	}
	t.end()
}

// serving returns the memory of a process that has answered all questions in two threads, in MB.
func (s Size) serving() measured { return s.getThreads(ours, "answer", 2, contest.Resident) }
