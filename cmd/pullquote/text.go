package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"pullquote/corpus"
)

var textCommand = command{
	name: "corpus text", args: "[flags] DOC", run: (*program).runText, reads: true,
	summary: "write the canonical text of one document, byte for byte",
	details: "Writes the canonical text of the document DOC, byte for byte: the text that quotes are cut from and that " +
		"\"start\" and \"end\" count in. DOC is the document's name as answers and \"corpus check\" show it.",
}

func (p *program) runText(ctx context.Context, c command, args []string) error {
	words, err := p.parse(c, p.flags(c), args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return c.misuse("corpus text takes one DOC, not %d", len(words))
	}
	snapshot, err := p.readCorpus(ctx)
	if err != nil {
		return err
	}
	doc := snapshot.Document(words[0])
	if doc == nil {
		return unknownDocument(words[0], snapshot, p.describeCorpus())
	}
	if _, err := io.WriteString(p.out, doc.Text()); err != nil {
		return fmt.Errorf("write the text of %s: %w", doc.ID(), err)
	}
	return nil
}

// readCorpus is loadCorpus with progress.
func (p *program) readCorpus(ctx context.Context) (*corpus.Snapshot, error) {
	p.remarkUnknown()
	shown := p.startProgress("reading the corpus")
	defer shown.close()
	return p.loadCorpus(ctx, shown.count)
}

func unknownDocument(id string, s *corpus.Snapshot, where string) error {
	for _, problem := range s.Problems() {
		if problem.Path == id && problem.LeftOut {
			return fmt.Errorf("document %s was left out: %s; %s", id, problem.Reason, problem.Mend)
		}
	}
	text := fmt.Sprintf("no document %q in %s; ", id, where)
	if near := nearest(id, ids(s.Documents())); len(near) > 0 {
		return fmt.Errorf("%sdid you mean %s?", text, strings.Join(near[:min(3, len(near))], ", "))
	}
	return fmt.Errorf("%sall names are listed by: pullquote corpus check", text)
}
