package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"pullquote/retrieval"
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
	const longestLine = 4 << 20
	var questions []batchQuestion
	var bad []string
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(line) == 0 {
			continue
		}
		q, err := parseQuestion(line)
		if err != nil {
			bad = append(bad, fmt.Sprintf("line %d: %v", n, err))
		}
		questions = append(questions, q)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("question set %s: after %s: %w", name, count(len(questions), "question", "questions"), err)
	}
	if len(bad) > 0 {
		return nil, fmt.Errorf("question set %s has %s, nothing was answered: %s", name, count(len(bad), "bad line", "bad lines"), some(bad, 20, "; "))
	}
	if len(questions) == 0 {
		return nil, fmt.Errorf("question set %s is empty; it should hold one JSON object with \"id\" and \"question\" a line", name)
	}
	return questions, nil
}

func parseQuestion(line []byte) (q batchQuestion, err error) {
	if !utf8.Valid(line) {
		return q, errors.New("not valid UTF-8")
	}
	if err := json.Unmarshal(line, &q); err != nil {
		return q, fmt.Errorf("not a question object: %w", err)
	}
	if strings.TrimSpace(q.Question) == "" {
		return q, errors.New(`"question" is missing or empty`)
	}
	return q, nil
}
