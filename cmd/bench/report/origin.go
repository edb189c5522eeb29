package report

import (
	"fmt"
	"strings"
)

// writeOrigin says what measured the page: when, where, and which version of the program.
func (r Results) writeOrigin(b *strings.Builder) {
	fmt.Fprintf(b, "Measured on %s.\n", r.Run)
	for _, a := range r.Absent {
		fmt.Fprintf(b, "%s did not take part in the last run: %s (mend: `%s`).\n", a.Name, a.Reason, a.Mend)
	}
	if others := r.others(); len(others) > 0 {
		b.WriteString("\n**Not all of the page is of that version of the program and that machine**, so figures of different sizes may not go together:\n\n" +
			strings.Join(others, ""))
	}
	b.WriteString("\n")
}

// String says when, where, and by which version of the program.
func (r Run) String() string {
	program := "a version of the program that did not say which"
	if r.Program != "" {
		program = "program " + r.Program
	}
	m := r.Machine
	return fmt.Sprintf("%s: %s, %d cores, %s GB of memory, %s, %s, %s", r.Date, m.Processor, m.Cores, known(float64(m.Memory)/1e9), m.System, m.Go, program)
}

// others are lines on what was not measured like the last.
func (r Results) others() []string {
	var out []string
	for _, s := range r.Sizes {
		for _, part := range []struct {
			name string
			has  bool
			run  Run
		}{
			{"speed", s.Figures != nil, s.Measured}, {"quality of ranking", s.Quality != nil, s.Judged}, {"where the time goes", s.Profiles != nil, s.Profiled},
		} {
			if part.has && !part.run.like(r.Run) {
				out = append(out, fmt.Sprintf("- %s passages, %s: %s\n", thousands(int64(s.passages())), part.name, part.run))
			}
		}
	}
	return out
}
