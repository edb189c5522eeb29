package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"pullquote/retrieval/quality"
)

// setJSON is a line of eval --json: the figures of a set.
type setJSON struct {
	// Set is left out where one set was asked for by --questions.
	Set string `json:"set,omitempty"`
	quality.Report
	Plain *quality.Report `json:"plain,omitempty"`
}

// writeFigures writes the figures of the sets, and what went wrong where that is asked for.
func (p *program) writeFigures(measured []measuredSet, flags evalFlags) error {
	if flags.json {
		return p.writeFiguresJSON(measured, flags)
	}
	if flags.questions != "" && len(measured) == 1 {
		if err := quality.Sum(measured[0].Ours).WriteText(p.out); err != nil || !flags.plain && !flags.misses {
			return err
		}
		fmt.Fprintln(p.out)
	}
	if len(measured) > 0 && (flags.questions == "" || flags.plain) {
		if err := quality.WriteTable(p.out, measurements(measured)); err != nil {
			return err
		}
	}
	if !flags.misses {
		return nil
	}
	for _, m := range measured {
		if err := p.writeMisses(m); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) writeFiguresJSON(measured []measuredSet, flags evalFlags) error {
	for _, m := range measured {
		out := setJSON{Report: quality.Sum(m.Ours)}
		if flags.questions == "" {
			out.Set = m.Set
		}
		if m.Plain != nil {
			plain := quality.Sum(m.Plain)
			out.Plain = &plain
		}
		line, err := encodeLine(out)
		if err != nil {
			return err
		}
		if _, err := p.out.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// checkFigures returns what is wrong with the figures of a set: a quote that is not verbatim, or a difference from the
// golden ones, which it writes instead where that is asked for.
func (p *program) checkFigures(m measuredSet, flags evalFlags) (failed []error) {
	report := quality.Sum(m.Ours)
	if n := len(report.NotVerbatim); n > 0 {
		failed = append(failed, fmt.Errorf("set %s: %s not verbatim: %s; report this as a mistake of the program",
			m.Set, count(n, "excerpt is", "excerpts are"), some(report.NotVerbatim, 5, ", ")))
	}
	file := flags.golden
	if flags.questions == "" {
		file = filepath.Join(flags.golden, m.Set+".json")
	}
	var err error
	switch {
	case flags.golden == "" || flags.update && len(failed) > 0:
		return failed
	case flags.update:
		err = writeGolden(file, report)
	default:
		err = p.compareGolden(m.Set, file, report)
	}
	if err != nil {
		failed = append(failed, fmt.Errorf("set %s: %w", m.Set, err))
	}
	return failed
}

// writeGolden writes the figures that do not depend on the machine.
func writeGolden(file string, report quality.Report) error {
	report.TookP50, report.TookP95, report.TookP99, report.QuestionsPerSecond = nil, nil, nil, nil
	data, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}

// compareGolden lists the figures that differ from the golden ones.
func (p *program) compareGolden(set, file string, report quality.Report) error {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("golden file %s does not exist; write it with --update and review it", file)
	}
	if err != nil {
		return fmt.Errorf("golden file: %w", err)
	}
	var golden quality.Report
	if err := json.Unmarshal(data, &golden); err != nil {
		return fmt.Errorf("golden file %s: %w; write it anew with --update", file, err)
	}
	differences := quality.Compare(golden, report)
	if len(differences) == 0 {
		return nil
	}
	for _, d := range differences {
		fmt.Fprintf(p.err, "%s: %s\n", set, harmless(d))
	}
	return fmt.Errorf("%s from %s; if that is meant, write it anew with --update and review it",
		count(len(differences), "figure differs", "figures differ"), file)
}
