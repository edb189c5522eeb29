package learn

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Weights are learnt weights under the names of their features, as they are kept in a file for review: one a line, the
// name, white space, the number. A line that begins with # is a comment; empty lines are passed over.
type Weights struct {
	names  []string
	values []float64
}

// NewWeights returns weights under names, which must be as many, different, and without white space, or it panics.
func NewWeights(names []string, values []float64) Weights {
	w := Weights{}
	if len(names) != len(values) {
		panic("learn: as many names as weights are needed")
	}
	for i, name := range names {
		if err := w.add(name, values[i]); err != nil {
			panic("learn: " + err.Error())
		}
	}
	return w
}

func (w *Weights) add(name string, value float64) error {
	switch {
	case name == "" || strings.HasPrefix(name, "#") || len(strings.Fields(name)) != 1 || strings.TrimSpace(name) != name:
		return fmt.Errorf("%q is no name of a weight", name)
	case slices.Contains(w.names, name):
		return fmt.Errorf("there are two weights %q", name)
	case math.IsNaN(value) || math.IsInf(value, 0):
		return fmt.Errorf("the weight %q is %v", name, value)
	}
	w.names, w.values = append(w.names, name), append(w.values, value)
	return nil
}

// ReadWeights reads the format of Weights. Its error names every line that is wrong.
func ReadWeights(r io.Reader) (Weights, error) {
	var w Weights
	var wrong []error
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		if err := w.readLine(lines.Text()); err != nil {
			wrong = append(wrong, fmt.Errorf("line %d: %w", n, err))
		}
	}
	if err := errors.Join(append(wrong, lines.Err())...); err != nil {
		return Weights{}, fmt.Errorf("read weights: %w", err)
	}
	return w, nil
}

func (w *Weights) readLine(line string) error {
	fields := strings.Fields(line)
	if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
		return nil
	}
	if len(fields) != 2 {
		return fmt.Errorf("%q is not a name and a number", line)
	}
	value, err := strconv.ParseFloat(fields[1], 64)
	if err != nil {
		return fmt.Errorf("%q is no number", fields[1])
	}
	return w.add(fields[0], value)
}

// Write writes the format of Weights under a comment, each of whose lines gets its own #. Numbers are rounded to six
// significant digits: more would be noise, and differ between machines.
func (w Weights) Write(to io.Writer, comment string) error {
	var b strings.Builder
	for line := range strings.Lines(comment) {
		b.WriteString("# " + strings.TrimRight(line, "\n") + "\n")
	}
	for i, name := range w.names {
		fmt.Fprintf(&b, "%s %s\n", name, strconv.FormatFloat(w.values[i], 'g', 6, 64))
	}
	_, err := io.WriteString(to, b.String())
	return err
}

// In returns the weights in the order of names, which must be those of the file and no others: its error names what is
// missing and what is unknown.
func (w Weights) In(names []string) ([]float64, error) {
	var out []float64
	var wrong []error
	for _, name := range names {
		i := slices.Index(w.names, name)
		if i < 0 {
			wrong = append(wrong, fmt.Errorf("weight %q is missing", name))
			continue
		}
		out = append(out, w.values[i])
	}
	for _, name := range w.names {
		if !slices.Contains(names, name) {
			wrong = append(wrong, fmt.Errorf("weight %q is unknown", name))
		}
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return out, nil
}
