package contest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Figures are what was measured of a contender, by name: a phase, for several threads "@" and their number, a slash, and
// the measure with its unit, as Name makes it.
type Figures map[string]float64

// The measures. Those from Wall to Disk are of a whole process and called by its command, the others by the phase of a
// line.
const (
	Wall = "process_wall_s"
	CPU  = "process_cpu_s"
	Peak = "peak_mb" // the most memory the process had
	Disk = "disk_mb" // what the index takes when the process has ended

	Passages  = "passages"
	PhaseWall = "wall_s"
	PhaseCPU  = "cpu_s"
	Resident  = "resident_mb" // the memory of the process at the end of the phase
	P50       = "p50_ms"      // of the latencies of all questions
	P95       = "p95_ms"      // this and the next only where leastBeyond questions lie beyond it
	P99       = "p99_ms"
	Long      = "long_ms"    // the median of the latencies of long questions
	PerSecond = "per_second" // questions answered a second
	PerCPU    = "cpu_ms"     // CPU time of a question
)

const (
	megabyte = 1e6 // bytes
	second   = 1e6 // microseconds
	milli    = 1e3 // microseconds
	// longWords is the number of words from which on a question is long.
	longWords = 100
	// leastBeyond is how many latencies have to lie beyond a percentile for it to be more than chance.
	leastBeyond = 5
)

// Name returns the name of a figure.
func Name(phase string, threads int, measure string) string {
	if threads > 1 {
		phase = fmt.Sprintf("%s@%d", phase, threads)
	}
	return phase + "/" + measure
}

// Get returns a figure; it is not ok where it was not measured.
func (f Figures) Get(phase string, threads int, measure string) (v float64, ok bool) {
	v, ok = f[Name(phase, threads, measure)]
	return v, ok
}

// add takes up what a process was, called by its command, and what it printed.
func (f Figures) add(command string, p process, questions []string) {
	f[Name(command, 1, Wall)] = p.wall.Seconds()
	f[Name(command, 1, CPU)] = p.cpu.Seconds()
	if p.peak > 0 {
		f[Name(command, 1, Peak)] = float64(p.peak) / megabyte
	}
	for _, l := range p.lines {
		f.line(l, questions)
	}
}

func (f Figures) line(l Line, questions []string) {
	put := func(measure string, v float64) { f[Name(l.Phase, l.Threads, measure)] = v }
	if l.Passages > 0 {
		put(Passages, float64(l.Passages))
	}
	if l.ResidentKB > 0 {
		put(Resident, float64(l.ResidentKB)*1024/megabyte)
	}
	if l.WallUS > 0 {
		put(PhaseWall, float64(l.WallUS)/second)
		put(PhaseCPU, float64(l.CPUUS)/second)
	}
	n := float64(len(l.LatenciesUS))
	if n == 0 || l.WallUS == 0 {
		return
	}
	put(PerSecond, n*second/float64(l.WallUS))
	put(PerCPU, float64(l.CPUUS)/milli/n)
	times := make([]float64, len(l.LatenciesUS))
	for i, us := range l.LatenciesUS {
		times[i] = float64(us) / milli
	}
	put(P50, Quantile(times, .5))
	for measure, q := range map[string]float64{P95: .95, P99: .99} {
		if len(times)-rank(q, len(times)) >= leastBeyond {
			put(measure, Quantile(times, q))
		}
	}
	if long := longOnes(times, questions); len(long) > 0 {
		put(Long, Quantile(long, .5))
	}
}

// longOnes returns the times of the long questions.
func longOnes(times []float64, questions []string) []float64 {
	var out []float64
	for i, q := range questions[:min(len(times), len(questions))] {
		if isLong(q) {
			out = append(out, times[i])
		}
	}
	return out
}

func isLong(question string) bool { return len(strings.Fields(question)) >= longWords }

// medians returns the median of each figure over the rounds in which it was measured.
func medians(rounds []Figures) Figures {
	all := map[string][]float64{}
	for _, f := range rounds {
		for name, v := range f {
			all[name] = append(all[name], v)
		}
	}
	out := Figures{}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		out[name] = Quantile(all[name], .5)
	}
	return out
}
