package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// phaseNames are how the page calls the phases of profiles.
var phaseNames = map[string]string{
	"read": "reading and splitting", "build": "whole build", "first": "first answer", "query": "retrieval part", "answer": "whole answer", "reload": "reload",
}

const (
	// leastSeconds is the processor time that a profile needs to be shown. With a hundred samples a second, shares of less
	// have an error of ten points.
	leastSeconds = .3
	// leastPart is the share that a part needs in one of the phases to be shown by itself.
	leastPart = .02
)

// Names of parts that are none of the program's own: memory that is asked for, memory that is looked for, and what belongs
// to no part.
const (
	Allocation = "allocation"
	Collection = "garbage collection"
	Rest       = "everything else"
)

// smallParts stands for the parts that have no row of their own.
const smallParts = "all smaller parts"

// lastRows end every table.
var lastRows = []string{Allocation, Collection, smallParts, Rest}

// writeProfiles shows where the time goes.
func (r Results) writeProfiles(b *strings.Builder) {
	b.WriteString("## Where the time goes\n\nShares of the processor time, from profiles of one thread that asks, and of all threads of a build or reload. Allocation and garbage\n" +
		"collection are apart from what causes them. First answers are those of several processes. What is too short for a profile is left out.\n\n")
	for _, s := range r.Sizes {
		profiles := slices.DeleteFunc(slices.Clone(s.Profiles), func(p Profile) bool { return p.Seconds < leastSeconds })
		if len(profiles) > 0 {
			fmt.Fprintf(b, "**%s passages**\n\n", thousands(int64(s.passages())))
			writeParts(b, profiles)
		}
	}
}

// writeParts writes a table with a column for each profile and a row for each part.
func writeParts(b *strings.Builder, profiles []Profile) {
	heads, seconds := []string{""}, []string{"processor time, s"}
	for _, p := range profiles {
		heads, seconds = append(heads, phaseNames[p.Phase]), append(seconds, known(p.Seconds).over(known(float64(p.Times))).String())
	}
	t := newTable(b, heads...)
	t.row(seconds...)
	shown := rowsOf(profiles)
	for _, name := range shown {
		cells := []string{name}
		for _, p := range profiles {
			cells = append(cells, p.cell(name, shown))
		}
		if strings.Join(cells[1:], "") != "" {
			t.row(cells...)
		}
	}
	t.end()
}

// rowsOf returns the parts that are shown, the largest of the sums over all profiles first.
func rowsOf(profiles []Profile) []string {
	sums, shown := map[string]float64{}, []string{}
	for _, p := range profiles {
		for _, part := range p.Parts {
			sums[part.Name] += part.Share
			if part.Share >= leastPart && !slices.Contains(shown, part.Name) && !slices.Contains(lastRows, part.Name) {
				shown = append(shown, part.Name)
			}
		}
	}
	slices.Sort(shown)
	slices.SortStableFunc(shown, func(x, y string) int { return cmp.Compare(sums[y], sums[x]) })
	return append(shown, lastRows...)
}

// cell returns the share of a part, or of all that have no row of their own; it is empty where that is nothing.
func (p Profile) cell(name string, shown []string) string {
	sum := 0.0
	for _, part := range p.Parts {
		if part.Name == name || name == smallParts && !slices.Contains(shown, part.Name) {
			sum += part.Share
		}
	}
	if sum < .005 {
		return ""
	}
	return fmt.Sprintf("%.0f %%", sum*100)
}
