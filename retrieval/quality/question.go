package quality

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Question is one question of a set and what is known about its answer.
type Question struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	// Answerable says whether the corpus answers the question.
	Answerable bool `json:"answerable"`
	// Need is "all" where every document with a gold span should be heard, else "any".
	Need string `json:"need"`
	// Gold are the spans that answer; empty where only the documents are known or nothing answers.
	Gold []Gold `json:"gold"`
	// GoldDocs are the documents that answer; empty where they are those of Gold.
	GoldDocs []string `json:"gold_docs"`
	// History holds the earlier turns, the asker's and the bot's alternating.
	History []string `json:"history"`
	Lang    string   `json:"lang"`
	// Kind is the set's own class of the question.
	Kind string `json:"kind"`
	// GoldAnswers and WrongAnswers are the distinct answers that documents state, right and wrong.
	GoldAnswers  []string `json:"gold_answers"`
	WrongAnswers []string `json:"wrong_answers"`
}

// Gold is a span that answers a question: the bytes [Start, End) of the document where both are known, else any place
// where Text stands. Without either the document is known to answer but not where, so nothing shown is known to be it.
type Gold struct {
	Doc   string `json:"doc"`
	Text  string `json:"text"`
	Start *int   `json:"start"`
	End   *int   `json:"end"`
}

// UnmarshalJSON reads the document's id from "doc" or "doc_id".
func (g *Gold) UnmarshalJSON(b []byte) error {
	type plain Gold
	row := struct {
		*plain
		DocID string `json:"doc_id"`
	}{plain: (*plain)(g)}
	if err := json.Unmarshal(b, &row); err != nil {
		return err
	}
	if g.Doc == "" {
		g.Doc = row.DocID
	}
	return nil
}

const lineLimit = 64 << 20 // bytes

// Load reads a question set, one JSON object a line. The error names every line that is wrong.
func Load(r io.Reader) ([]Question, error) {
	var (
		out   []Question
		wrong []error
		seen  = map[string]int{}
	)
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, lineLimit)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(line) == 0 {
			continue
		}
		q, err := parseQuestion(line)
		if err == nil && seen[q.ID] > 0 {
			err = fmt.Errorf("id %q is also that of line %d", q.ID, seen[q.ID])
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("line %d: %w", n, err))
			continue
		}
		seen[q.ID] = n
		out = append(out, q)
	}
	if err := lines.Err(); err != nil {
		wrong = append(wrong, err)
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("read question set: %w", errors.Join(wrong...))
	}
	return out, nil
}

func parseQuestion(line []byte) (Question, error) {
	var row struct {
		Question
		Answerable *bool `json:"answerable"`
	}
	if err := json.Unmarshal(line, &row); err != nil {
		return Question{}, err
	}
	q := row.Question
	switch {
	case q.ID == "":
		return q, errors.New(`"id" is missing`)
	case q.Question == "":
		return q, errors.New(`"question" is missing`)
	case row.Answerable == nil:
		return q, errors.New(`"answerable" is missing`)
	case q.Need != "" && q.Need != "any" && q.Need != "all":
		return q, fmt.Errorf(`"need" is %q, want "any" or "all"`, q.Need)
	}
	for i, g := range q.Gold {
		if g.Doc == "" {
			return q, fmt.Errorf(`gold %d has no "doc"`, i)
		}
	}
	q.Answerable = *row.Answerable
	return q, nil
}
