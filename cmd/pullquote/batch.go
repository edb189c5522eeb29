package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"pullquote/retrieval"
	"pullquote/retrieval/quality/jsonlines"
)

// batchQuestion is one line of a question set.
type batchQuestion struct {
	ID       json.RawMessage `json:"id"`
	Question string          `json:"question"`
	History  []string        `json:"history"`
}

// askBatch answers a question set: one JSON answer a line, in the order of the questions. Nothing is answered when a
// line of the set is bad.
func (p *program) askBatch(ctx context.Context, flags askFlags) error {
	questions, err := p.readBatch(ctx, flags.batch)
	if err != nil {
		return err
	}
	library, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer library.Close()
	shown := p.startProgress("answering")
	defer shown.close()
	written := 0
	return inOrder(ctx, questions,
		func(q batchQuestion) ([]byte, error) {
			r, err := answer(ctx, library, retrieval.Question{Text: q.Question, History: q.History})
			if err != nil {
				return nil, err
			}
			return r.json(q.ID, flags.explain)
		},
		func(line []byte) error {
			written++
			shown.count(written, len(questions))
			if _, err := p.out.Write(line); err != nil {
				return fmt.Errorf("write the answers: %w", err)
			}
			return nil
		})
}

func (p *program) readBatch(ctx context.Context, path string) ([]batchQuestion, error) {
	in := interruptible(ctx, p.in)
	if path == "-" {
		path = "standard input"
	} else {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("question set: %w", err)
		}
		defer f.Close()
		in = f
	}
	return parseBatch(path, in)
}

// parseBatch reads all questions and reports all bad lines at once.
func parseBatch(name string, in io.Reader) ([]batchQuestion, error) {
	questions, bad, err := jsonlines.Read(in, checkBatchQuestion)
	switch {
	case err != nil:
		return nil, fmt.Errorf("question set %s: after %s: %w", name, count(len(questions), "question", "questions"), err)
	case len(bad) > 0:
		return nil, fmt.Errorf("question set %s has %s, nothing was answered: %s", name, count(len(bad), "bad line", "bad lines"), some(texts(bad), 20, "; "))
	case len(questions) == 0:
		return nil, fmt.Errorf("question set %s is empty; it should hold one JSON object with \"id\" and \"question\" a line", name)
	}
	return questions, nil
}

func checkBatchQuestion(_ int, q batchQuestion) error {
	if strings.TrimSpace(q.Question) == "" {
		return errors.New(`"question" is missing or empty`)
	}
	return nil
}
