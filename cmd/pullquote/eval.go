package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"pullquote/corpus"
	"pullquote/retrieval"
	"pullquote/retrieval/quality"
)

var evalCommand = command{
	name: "eval", args: "[flags] --questions FILE", run: (*program).runEval, reads: true,
	summary: "measure the quality of the answers to a question set",
	details: "Answers every question of a set whose answers are known and shows how well that went. FILE holds one JSON object " +
		"a line: \"id\", \"question\", \"answerable\", \"need\" (\"any\" or \"all\"), \"gold\" (a list of \"doc\" and \"text\", perhaps " +
		"\"start\" and \"end\") or \"gold_docs\", and perhaps \"history\" and \"kind\".\n\n" +
		"With --golden the figures are compared with those in a reviewed file; times are not.\n\n" +
		"Exit code 0: measured, and equal to the golden file if there is one; 1: they differ, or a quote is not verbatim.",
}

// evalFlags are the flags of eval.
type evalFlags struct {
	questions, golden string
	json, update      bool
}

func (p *program) runEval(ctx context.Context, c command, args []string) error {
	var flags evalFlags
	fs := p.flags(c)
	fs.StringVar(&flags.questions, "questions", "", "the question set `FILE`")
	fs.StringVar(&flags.golden, "golden", "", "compare the figures with those in `FILE`")
	fs.BoolVar(&flags.update, "update", false, "write the figures to the golden file instead of comparing them")
	fs.BoolVar(&flags.json, "json", false, "write the figures as JSON, for programs")
	words, err := p.parse(c, fs, args)
	switch {
	case err != nil:
		return err
	case flags.questions == "":
		return c.misuse("eval needs --questions FILE")
	case len(words) > 0:
		return c.misuse("eval takes no arguments beside its flags, not %q", words[0])
	case flags.update && flags.golden == "":
		return c.misuse("--update needs --golden FILE to write to")
	}
	report, err := p.measure(ctx, flags.questions)
	if err != nil {
		return err
	}
	return p.concludeEval(report, flags)
}

// measure answers the questions of a set and scores the answers.
func (p *program) measure(ctx context.Context, file string) (quality.Report, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return quality.Report{}, fmt.Errorf("question set: %w", err)
	}
	questions, err := quality.Load(bytes.NewReader(data))
	switch {
	case err != nil:
		return quality.Report{}, fmt.Errorf("%s: %w", file, err)
	case len(questions) == 0:
		return quality.Report{}, fmt.Errorf("question set %s is empty", file)
	}
	library, err := p.openLibrary(ctx)
	if err != nil {
		return quality.Report{}, err
	}
	defer library.Close()
	results, err := p.answerAll(ctx, library, questions)
	if err != nil {
		return quality.Report{}, err
	}
	return quality.Score(questions, results, textOf(library.Snapshot()))
}

func (p *program) answerAll(ctx context.Context, library *retrieval.Library, questions []quality.Question) ([]quality.Result, error) {
	shown := p.startProgress("answering")
	defer shown.close()
	var results []quality.Result
	err := inOrder(ctx, questions,
		func(q quality.Question) (quality.Result, error) {
			r, err := answer(ctx, library, retrieval.Question{Text: q.Question, History: q.History})
			return r.result(q.ID), err
		},
		func(r quality.Result) error {
			results = append(results, r)
			shown.count(len(results), len(questions))
			return nil
		})
	return results, err
}

// result returns what is judged of an answer, in the order in which ask --json lists it.
func (r reply) result(id string) quality.Result {
	out := quality.Result{ID: id, Outcome: string(r.Outcome), Confidence: rounded(r.Confidence), Took: r.took.Round(10 * time.Microsecond), Retrieved: []string{}}
	for _, g := range r.groupsJSON() {
		for _, e := range g.Excerpts {
			out.Excerpts = append(out.Excerpts, quality.Excerpt{Doc: e.Doc, Start: e.Start, End: e.End, Text: e.Text, More: e.More})
		}
	}
	for _, p := range r.Retrieved {
		out.Retrieved = append(out.Retrieved, p.Passage.Document().ID())
	}
	return out
}

func textOf(s *corpus.Snapshot) func(string) (string, bool) {
	return func(id string) (string, bool) {
		d := s.Document(id)
		if d == nil {
			return "", false
		}
		return d.Text(), true
	}
}

// concludeEval writes the figures and compares them with the golden ones.
func (p *program) concludeEval(report quality.Report, flags evalFlags) error {
	if err := p.writeFigures(report, flags.json); err != nil {
		return fmt.Errorf("write the figures: %w", err)
	}
	switch {
	case len(report.NotVerbatim) > 0:
		return fmt.Errorf("%s not verbatim: %s; report this as a mistake of the program",
			count(len(report.NotVerbatim), "excerpt is", "excerpts are"), some(report.NotVerbatim, 5, ", "))
	case flags.update:
		return writeGolden(flags.golden, report)
	case flags.golden != "":
		return p.compareGolden(flags.golden, report)
	}
	return nil
}

func (p *program) writeFigures(report quality.Report, asJSON bool) error {
	if !asJSON {
		return report.WriteText(p.out)
	}
	line, err := encodeLine(report)
	if err != nil {
		return err
	}
	_, err = p.out.Write(line)
	return err
}

// writeGolden writes the figures that do not depend on the machine.
func writeGolden(file string, report quality.Report) error {
	report.TookP50, report.TookP95, report.TookP99, report.QuestionsPerSecond = nil, nil, nil, nil
	data, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}

func (p *program) compareGolden(file string, report quality.Report) error {
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
		fmt.Fprintln(p.err, harmless(d))
	}
	return fmt.Errorf("%s from %s; if that is meant, write it anew with --update and review it",
		count(len(differences), "figure differs", "figures differ"), file)
}
