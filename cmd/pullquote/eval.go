package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"pullquote/retrieval/quality"
	"pullquote/retrieval/quality/baseline"
)

var evalCommand = command{
	name: "eval", args: "[flags] (--questions FILE | --sets DIR | --set NAME=CORPUS,QUESTIONS)", run: (*program).runEval, reads: true,
	summary: "measure the quality of the answers to question sets",
	details: "Answers every question of one or several sets whose answers are known and shows how well that went. QUESTIONS holds one " +
		"JSON object a line: \"id\", \"question\", \"answerable\", \"need\" (\"any\" or \"all\"), \"gold\" (a list of \"doc\" and \"text\", perhaps " +
		"\"start\" and \"end\") or \"gold_docs\", and perhaps \"history\" and \"kind\".\n\n" +
		"--questions measures one set on the corpus that --corpus names. --sets measures every folder in DIR, each with questions.jsonl and " +
		"its documents in corpus.jsonl, corpus or seeds; --set, which may be repeated, names a set that lies elsewhere.\n\n" +
		"With --golden the figures are compared with reviewed ones; times are not. A set that cannot be measured does not keep the others " +
		"from being measured.\n\n" +
		"Exit code 0: all measured, and equal to the golden figures if there are any; 1: something differs or failed, or a quote is not verbatim.",
}

// evalFlags are the flags of eval.
type evalFlags struct {
	questions, golden, report, date, dump string
	sets                                  []evalSet
	folders                               []string
	json, update, plain, misses           bool
}

// define adds the flags to fs; the date holds its default.
func (f *evalFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&f.questions, "questions", "", "measure one question set, `FILE`, on the corpus")
	fs.Func("sets", "measure the sets in the folder `DIR`", func(dir string) error {
		f.folders = append(f.folders, dir)
		return nil
	})
	fs.Func("set", "measure the set `NAME=CORPUS,QUESTIONS`", func(text string) error {
		set, err := parseSet(text)
		f.sets = append(f.sets, set)
		return err
	})
	fs.StringVar(&f.golden, "golden", "", "compare the figures with those in `PATH`: a file for --questions, else a folder with NAME.json for every set")
	fs.BoolVar(&f.update, "update", false, "write the golden figures instead of comparing")
	fs.BoolVar(&f.plain, "plain", false, "measure plain BM25 too, the baseline")
	fs.StringVar(&f.report, "report", "", "write the figures beside the baseline's, with sampling errors, as Markdown to `FILE`")
	fs.StringVar(&f.date, "date", f.date, "the date `YYYY-MM-DD` that the report bears")
	fs.BoolVar(&f.misses, "misses", false, "list the questions that went wrong")
	fs.StringVar(&f.dump, "dump", "", "write what was judged of every question, without any text, as one line of JSON each to `FILE`")
	fs.BoolVar(&f.json, "json", false, "write the figures as JSON, one line for each set, for programs")
}

func (p *program) runEval(ctx context.Context, c command, args []string) error {
	flags := evalFlags{date: time.Now().Format(time.DateOnly)}
	fs := p.flags(c)
	flags.define(fs)
	words, err := p.parse(c, fs, args)
	if err != nil {
		return err
	}
	if err := p.checkEval(c, flags, words); err != nil {
		return err
	}
	return p.eval(ctx, flags)
}

// checkEval says what is wrong with a command line.
func (p *program) checkEval(c command, flags evalFlags, words []string) error {
	several := len(flags.sets)+len(flags.folders) > 0
	_, err := time.Parse(time.DateOnly, flags.date)
	switch {
	case len(words) > 0:
		return c.misuse("eval takes no arguments beside its flags, not %q", words[0])
	case flags.questions == "" && !several:
		return c.misuse("eval needs --questions FILE, --sets DIR or --set NAME=CORPUS,QUESTIONS")
	case flags.questions != "" && several:
		return c.misuse("eval takes --questions, or --sets and --set, not both")
	case several && p.corpusPath != "":
		return c.misuse("--corpus goes with --questions; every set has a corpus of its own")
	case several && p.dataDir != "":
		return c.misuse("--data goes with --questions; sets are measured in memory")
	case flags.update && flags.golden == "":
		return c.misuse("--update needs --golden PATH to write to")
	case flags.misses && flags.json:
		return c.misuse("--misses is for people; with --json use --dump FILE")
	case err != nil:
		return c.misuse("--date %q is not a date such as 2006-01-02", flags.date)
	}
	return nil
}

// eval measures the sets and writes what is asked for. A set that cannot be measured, and whatever else fails, is an
// error at the end.
func (p *program) eval(ctx context.Context, flags evalFlags) error {
	sets, failed := flags.find()
	p.remarkUnknown()
	var measured []measuredSet
	for _, set := range sets {
		m, err := p.measure(ctx, set, flags.plain || flags.report != "")
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("set %s: %w", set.name, err))
			continue
		}
		measured = append(measured, m)
	}
	if err := p.writeFigures(measured, flags); err != nil {
		return fmt.Errorf("write the figures: %w", err)
	}
	for _, m := range measured {
		failed = append(failed, p.checkFigures(m, flags)...)
	}
	if flags.dump != "" {
		failed = append(failed, writeDump(flags.dump, measured))
	}
	if flags.report != "" {
		failed = append(failed, writePage(flags, measured, len(measured) < len(sets)))
	}
	return errors.Join(failed...)
}

// writePage writes the report of all sets, unless one is missing.
func writePage(flags evalFlags, measured []measuredSet, incomplete bool) error {
	if incomplete {
		return fmt.Errorf("%s is not written while a set cannot be measured", flags.report)
	}
	f, err := os.Create(flags.report)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	page := quality.Page{Date: flags.date, Baseline: baseline.About(), Sets: measurements(measured)}
	if err := errors.Join(page.Write(f), f.Close()); err != nil {
		return fmt.Errorf("report %s: %w", flags.report, err)
	}
	return nil
}
