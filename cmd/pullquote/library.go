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

// loadCorpus reads the documents of the corpus, as they are now, and calls progress now and then.
func (p *program) loadCorpus(ctx context.Context, progress func(done, all int)) (*corpus.Snapshot, error) {
	opts := corpus.Options{Progress: progress}
	path, named := p.corpusSource()
	if path == "" {
		return corpus.Load(ctx, sample.Files(), opts)
	}
	snapshot, err := corpus.Open(ctx, path, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", named, err)
	}
	return snapshot, nil
}

// checkCorpus says what is wrong with the path of the corpus, without reading anything.
func (p *program) checkCorpus() error {
	path, named := p.corpusSource()
	if path == "" {
		return nil
	}
	if err := corpus.CheckPath(path); err != nil {
		return fmt.Errorf("%s: %w", named, err)
	}
	return nil
}

// openLibrary reads and indexes the corpus. A corpus without a single document is an error; files that were left out
// are a remark.
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
		fmt.Fprintf(p.err, "pullquote: %s; see why and how to mend it with: %s\n", leftOutWords(out), harmless(p.checkLine()))
	}
}

// index is openLibrary without the remarks.
func (p *program) index(ctx context.Context) (*retrieval.Library, error) {
	shown := p.startProgress("reading the corpus")
	defer shown.close()
	snapshot, err := p.loadCorpus(ctx, shown.count)
	if err != nil {
		return nil, err
	}
	if len(snapshot.Documents()) == 0 {
		return nil, p.nothingToAnswerFrom(snapshot.LeftOut())
	}
	shown.now("indexing " + count(len(snapshot.Documents()), "document", "documents"))
	return retrieval.Open(ctx, snapshot)
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
