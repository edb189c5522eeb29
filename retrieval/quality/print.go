package quality

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// named is a figure under the name it has in JSON.
type named struct {
	name  string
	value string // as it is printed; absent where the figure does not apply
	time  bool   // depends on the machine
}

const absent = "-"

// figures lists the fields of a Report or a Kind in their order.
func figures(of any) []named {
	v := reflect.ValueOf(of)
	var out []named
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if value, ok := printed(v.Field(i).Interface()); ok && name != "-" {
			out = append(out, named{name, value, field.Tag.Get("figure") == "time"})
		}
	}
	return out
}

// printed returns a figure as text; it is not ok for anything but a figure.
func printed(figure any) (text string, ok bool) {
	switch f := figure.(type) {
	case int:
		return strconv.Itoa(f), true
	case *int:
		if f == nil {
			return absent, true
		}
		return strconv.Itoa(*f), true
	case *float64:
		if f == nil {
			return absent, true
		}
		return strconv.FormatFloat(*f, 'f', -1, 64), true
	}
	return "", false
}

// all lists every figure of the report, those of the kinds of question under "by_kind/kind/".
func (r Report) all() []named {
	out := figures(r)
	for _, k := range slices.Sorted(maps.Keys(r.ByKind)) {
		for _, f := range figures(r.ByKind[k]) {
			f.name = "by_kind/" + k + "/" + f.name
			out = append(out, f)
		}
	}
	return out
}

// WriteText writes the report for people: the figures that apply, one a line, then a table of the kinds of question
// and the excerpts that are not verbatim.
func (r Report) WriteText(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range figures(r) {
		if f.value != absent {
			fmt.Fprintf(t, "%s\t%s\n", f.name, f.value)
		}
	}
	r.writeKinds(t)
	before := "\n"
	for _, place := range r.NotVerbatim {
		fmt.Fprintf(t, "%snot verbatim: %s\n", before, place)
		before = ""
	}
	return t.Flush()
}

func (r Report) writeKinds(w io.Writer) {
	header := "kind"
	for _, f := range figures(Kind{}) {
		header += "\t" + f.name
	}
	fmt.Fprintf(w, "\n%s\n", header)
	for _, k := range slices.Sorted(maps.Keys(r.ByKind)) {
		row := plainKind(k)
		for _, f := range figures(r.ByKind[k]) {
			row += "\t" + f.value
		}
		fmt.Fprintln(w, row)
	}
}

// plainKind is a kind as it can stand in a table: in quotes where it is empty or holds what would break one.
func plainKind(kind string) string {
	if kind == "" || strings.ContainsAny(kind, "\t\r\n\"|") {
		return strconv.Quote(strings.ReplaceAll(kind, "|", "/"))
	}
	return kind
}

// Compare lists the figures in which got differs from golden, one a line, as "name: old → new". Times are left out,
// because they differ from machine to machine.
func Compare(golden, got Report) []string {
	old := map[string]string{}
	for _, f := range golden.all() {
		old[f.name] = f.value
	}
	var out []string
	for _, f := range got.all() {
		was, ok := old[f.name]
		delete(old, f.name)
		if !ok {
			was = absent
		}
		if was != f.value && !f.time {
			out = append(out, fmt.Sprintf("%s: %s → %s", f.name, was, f.value))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		if old[name] != absent {
			out = append(out, fmt.Sprintf("%s: %s → %s", name, old[name], absent))
		}
	}
	return out
}

// WriteTable writes the figures of several sets for people, a row for each set and, where the baseline was measured, one
// for that. Figures that apply to none of the sets are left out.
func WriteTable(w io.Writer, sets []Measurement) error {
	columns := slices.DeleteFunc(headline(), func(f figure) bool {
		return !slices.ContainsFunc(sets, func(m Measurement) bool { return f.measure.of(m.Ours) != nil })
	})
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	header := "set\tquestions"
	for _, f := range columns {
		header += "\t" + f.label
	}
	fmt.Fprintln(t, header)
	for _, m := range sets {
		fmt.Fprintln(t, tableRow(m.Set, columns, m.Ours))
		if m.Plain != nil {
			fmt.Fprintln(t, tableRow("  plain BM25", columns, m.Plain))
		}
	}
	return t.Flush()
}

func tableRow(name string, columns []figure, vs []Verdict) string {
	row := fmt.Sprintf("%s\t%d", name, len(vs))
	for _, f := range columns {
		value := absent
		if v := f.measure.of(vs); v != nil {
			value = f.number(*v)
		}
		row += "\t" + value
	}
	return row
}
