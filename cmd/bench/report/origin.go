package report

import (
	"fmt"
	"strings"
)

// writeOrigin says what measured the page: when, where, and which version of the program.
func (r Results) writeOrigin(b *strings.Builder) {
	fmt.Fprintf(b, "Measured on %s: %s, by %s.\n", r.Date, r.Machine, r.program())
	for _, a := range r.Absent {
		fmt.Fprintf(b, "%s did not take part in the last run: %s (mend: `%s`).\n", a.Name, a.Reason, a.Mend)
	}
	if others := r.others(); len(others) > 0 {
		b.WriteString("\n**Not all of the page is of that version and machine**, so figures of different sizes may not go together:\n\n" +
			strings.Join(others, ""))
	}
	b.WriteString("\n")
}

// program says which version of the program ran.
func (r Run) program() string {
	if r.Program == "" {
		return "a version of the program that did not say which"
	}
	return "version " + r.Program + " of the program"
}

// String says what a machine is.
func (m Machine) String() string {
	return fmt.Sprintf("%s, %d cores, %s GB of memory, %s, %s", m.Processor, m.Cores, known(float64(m.Memory)/1e9), m.System, m.Go)
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
				out = append(out, fmt.Sprintf("- %s passages, %s: %s\n", thousands(int64(s.passages())), part.name, part.run.besides(r.Run)))
			}
		}
	}
	return out
}

// besides says when and by which version of the program, and where unless that is where another run was.
func (r Run) besides(o Run) string {
	said := r.Date + ", by " + r.program()
	if r.Machine.bare() != o.Machine.bare() {
		said += ", on " + r.Machine.String()
	}
	return said
}
