package quality

import (
	"maps"
	"slices"
)

// Measurement is how the questions of one set were answered.
type Measurement struct {
	// Set is the set's name.
	Set string
	// Ours are the verdicts on the program, Plain those on the baseline, in the same order; Plain is nil where it was not
	// measured.
	Ours, Plain []Verdict
}

// row is a figure of a set: ours beside the baseline, and what is aimed for.
type row struct {
	figure
	kind string // "" for all questions
	Estimate
	target *target // nil where nothing is aimed for
}

// rows returns the figures that apply to a set, those of kinds of question last.
func (m Measurement) rows() []row {
	var out []row
	for _, f := range headline() {
		out = append(out, row{figure: f})
	}
	targets := slices.Concat(aboutSet(m.Set).targets, targetsOfAll())
	for _, f := range headline() {
		for _, kind := range m.kindsApart(f, targets) {
			f.measure = f.ofKind(kind)
			out = append(out, row{figure: f, kind: kind})
		}
	}
	measures := make([]measure, len(out))
	for i, r := range out {
		measures[i] = r.measure
	}
	for i, e := range estimates(measures, m.Ours, m.Plain) {
		out[i].Estimate = e
		out[i].target = out[i].aim(targets)
	}
	return slices.DeleteFunc(out, func(r row) bool { return r.Ours == nil })
}

// fewest is the number of questions below which a kind has no AUROC of its own.
const fewest = 20

// kindsApart returns the kinds of question for which a figure is shown apart: those that a target names, and, of AUROC,
// those without an answer where there are several.
func (m Measurement) kindsApart(f figure, targets []target) []string {
	if f.ofKind == nil {
		return nil
	}
	all, apart := map[string]bool{}, map[string]bool{}
	open := map[string]int{}
	for _, v := range m.Ours {
		all[v.Kind] = true
		if !v.Answerable {
			open[v.Kind]++
		}
	}
	for kind, n := range open {
		if f.name == "auroc" && len(open) > 1 && n >= fewest {
			apart[kind] = true
		}
	}
	for _, t := range targets {
		switch {
		case t.figure != f.name:
		case t.kind == anyKind:
			apart = all
		case all[t.kind]:
			apart[t.kind] = true
		}
	}
	return slices.Sorted(maps.Keys(apart))
}

// aim returns the target of a row, nil if there is none.
func (r row) aim(targets []target) *target {
	i := slices.IndexFunc(targets, func(t target) bool {
		return t.figure == r.name && (t.kind == r.kind || t.kind == anyKind && r.kind != "")
	})
	if i < 0 {
		return nil
	}
	return &targets[i]
}

// reached reports whether the target of a row, if it has one, is reached.
func (r row) reached() bool { return r.target == nil || r.reaches(*r.Ours, r.target.bound) }

// title names the figure of a row.
func (r row) title() string {
	if r.kind == "" {
		return r.label
	}
	return r.label + ", " + plainKind(r.kind)
}
