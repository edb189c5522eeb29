package main

import (
	"context"
	"fmt"
)

var checkCommand = command{
	name: "corpus check", args: "[flags] [DIR]", run: (*program).runCheck, reads: true,
	summary: "show what was read of a corpus, what is furniture, what cannot be read and why",
	details: "Reads the corpus, or the folder or .jsonl file DIR, and shows every document with its metadata, the lines " +
		"taken for furniture (share bars, related links, author boxes: never quoted), near-copies, and what cannot be read, " +
		"why, and how to mend it. Of more than twenty documents it shows a digest, unless --verbose is given. Metadata that " +
		"is unknown can be stated in a sources.yaml in the folder; README.md shows one.\n\n" +
		"Exit code 0: everything was read; 1: something was left out.",
}

func (p *program) runCheck(ctx context.Context, c command, args []string) error {
	fs := p.flags(c)
	asJSON := fs.Bool("json", false, "write the report as JSON, for programs")
	verbose := fs.Bool("verbose", false, "list every document of a large corpus, and name the rule that found each piece of metadata")
	words, err := p.parse(c, fs, args)
	switch {
	case err != nil:
		return err
	case len(words) > 1:
		return c.misuse("corpus check takes one DIR, not %d", len(words))
	case len(words) == 1 && p.corpusPath != "":
		return c.misuse("corpus check takes DIR or --corpus, not both")
	case len(words) == 1:
		p.corpusPath = words[0]
	}
	snapshot, err := p.readCorpus(ctx)
	if err != nil {
		return err
	}
	report := newCheck(snapshot)
	if err := p.writeCheck(report, *asJSON, *verbose); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	switch {
	case report.Summary.LeftOut > 0: // the report says why and how to mend it
		return exit(exitFailure)
	case report.Summary.Documents == 0:
		return p.nothingToAnswerFrom(0)
	}
	return nil
}

func (p *program) writeCheck(r checkReport, asJSON, verbose bool) error {
	if !asJSON {
		_, err := fmt.Fprint(p.out, p.page.check(r, p.describeCorpus(), verbose))
		return err
	}
	line, err := encodeLine(r)
	if err != nil {
		return err
	}
	_, err = p.out.Write(line)
	return err
}
