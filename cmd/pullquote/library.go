package main

import (
	"context"
	"fmt"

	"pullquote/corpus"
	"pullquote/corpus/sample"
	"pullquote/retrieval"
)

// corpusSource returns the path of the corpus and what named it; an empty path is the built-in sample.
func (p *program) corpusSource() (path, named string) {
	switch {
	case p.corpusPath != "":
		return p.corpusPath, "--corpus"
	case p.get("CORPUS_DIR") != "":
		return p.get("CORPUS_DIR"), p.origin["CORPUS_DIR"]
	}
	return "", "the built-in sample"
}

// describeCorpus names the corpus for people.
func (p *program) describeCorpus() string {
	path, named := p.corpusSource()
	if path == "" {
		return named
	}
	return path
}

// source returns the corpus. It fails where none can be.
func (p *program) source() (corpus.Source, error) {
	path, named := p.corpusSource()
	if path == "" {
		return corpus.SourceFS(sample.Files(), corpus.Options{}), nil
	}
	source, err := corpus.SourceAt(path, corpus.Options{})
	if err != nil {
		return corpus.Source{}, fmt.Errorf("%s: %w", named, err)
	}
	return source, nil
}

// loadCorpus reads the documents of the corpus into memory, as they are now, and calls progress now and then.
func (p *program) loadCorpus(ctx context.Context, progress func(done, all int)) (*corpus.Snapshot, error) {
	source, err := p.source()
	if err != nil {
		return nil, err
	}
	snapshot, _, err := source.WithProgress(progress).Load(ctx)
	if err != nil {
		_, named := p.corpusSource()
		return nil, fmt.Errorf("%s: %w", named, err)
	}
	return snapshot, nil
}

// openLibrary opens the library for a command that answers, with remarks about the settings and the corpus.
func (p *program) openLibrary(ctx context.Context) (*retrieval.Library, error) {
	p.remarkUnknown()
	library, err := p.index(ctx)
	if err != nil {
		return nil, err
	}
	p.remarkLeftOut(library.Snapshot())
	return library, nil
}

// remarkLeftOut says how many documents of the corpus are missing from a snapshot.
func (p *program) remarkLeftOut(s *corpus.Snapshot) {
	if out := s.LeftOut(); out > 0 {
		p.remark(leftOutWords(out) + "; see why and how to mend it with: " + p.checkLine())
	}
}

// nothingToAnswerFrom is the error for a corpus without a document, of which out files were left out.
func (p *program) nothingToAnswerFrom(out int) error {
	if out == 0 {
		return fmt.Errorf("there are no documents in %s; put files there that end in .txt, .md, .html or .jsonl", p.describeCorpus())
	}
	return fmt.Errorf("no document to answer from in %s: %s; see why and how to mend it with: %s",
		p.describeCorpus(), leftOutWords(out), p.checkLine())
}

func leftOutWords(n int) string { return count(n, "document was left out", "documents were left out") }

// checkLine is the command that shows what is wrong with the corpus.
func (p *program) checkLine() string {
	if p.corpusPath != "" {
		return "pullquote corpus check " + p.corpusPath
	}
	return "pullquote corpus check"
}
