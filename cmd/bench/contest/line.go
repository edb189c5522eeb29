package contest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// Line is one line of JSON that a contender prints. A program is called with a command and two paths:
//
//	build PASSAGES DIR      builds the index in DIR of the file of passages: a document's id, its title and the text of
//	                        a passage on a line, with tabs between them; prints one line with the phase "build"
//	query DIR QUESTIONS     answers the questions, one on a line, with the ten best passages: first to warm up, which
//	                        is not timed, then in one thread and in two, among which the questions are dealt out in
//	                        turn; prints a line with the phase "query" for each of these rounds
//	hits DIR QUESTIONS      prints a line with the phase "hits" for each question
//
// A program may have further commands, and name the phases of its lines as it likes. It ends with the status 0 or says
// what is wrong on its standard error.
type Line struct {
	Phase string `json:"phase"`
	// Threads is how many threads answered; 0 means one.
	Threads int `json:"threads,omitempty"`
	// Passages is how many passages were indexed.
	Passages int `json:"passages,omitempty"`
	// WallUS and CPUUS are what the phase took, in microseconds.
	WallUS int64 `json:"wall_us,omitempty"`
	CPUUS  int64 `json:"cpu_us,omitempty"`
	// LatenciesUS is how many microseconds each question took, in their order.
	LatenciesUS []int64 `json:"latencies_us,omitempty"`
	// ResidentKB is the memory that the process has at the end of the phase, in units of 1,024 bytes.
	ResidentKB int64 `json:"resident_kb,omitempty"`
	// Hits are the lines of the file of passages, from 0, that answer best, the best first.
	Hits []int `json:"hits,omitempty"`
	// Documents may stand in place of Hits: the ids of the documents of these passages.
	Documents []string `json:"documents,omitempty"`
}

// longestLine bounds a line, in bytes.
const longestLine = 64 << 20

// readLines reads what a contender prints.
func readLines(r io.Reader) ([]Line, error) {
	var out []Line
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, longestLine)
	for sc.Scan() {
		var l Line
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("line %d is not of the protocol: %w", len(out)+1, err)
		}
		if l.Phase == "" {
			return nil, fmt.Errorf("line %d has no phase", len(out)+1)
		}
		if slices.Min(append(l.LatenciesUS, l.WallUS, l.CPUUS)) < 0 {
			return nil, fmt.Errorf("line %d has a negative time", len(out)+1)
		}
		out = append(out, l)
	}
	return out, sc.Err()
}
