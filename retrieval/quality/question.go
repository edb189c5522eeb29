package quality

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"pullquote/retrieval/quality/jsonlines"
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

// Load reads a question set, one JSON object a line. The error names every line that is wrong.
func Load(r io.Reader) ([]Question, error) {
	seen := map[string]int{}
	rows, wrong, err := jsonlines.Read(r, func(n int, row questionRow) error {
		if err := row.check(); err != nil {
			return err
		}
		if seen[row.ID] > 0 {
			return fmt.Errorf("id %q is also that of line %d", row.ID, seen[row.ID])
		}
		seen[row.ID] = n
		return nil
	})
	if err != nil {
		wrong = append(wrong, err)
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("read question set: %w", errors.Join(wrong...))
	}
	var out []Question
	for _, row := range rows {
		row.Question.Answerable = *row.Answerable
		out = append(out, row.Question)
	}
	return out, nil
}

// questionRow is a Question as a line has it: whether it is answerable must be said.
type questionRow struct {
	Question
	Answerable *bool `json:"answerable"`
}

func (r questionRow) check() error {
	switch {
	case r.ID == "":
		return errors.New(`"id" is missing`)
	case r.Question.Question == "":
		return errors.New(`"question" is missing`)
	case r.Answerable == nil:
		return errors.New(`"answerable" is missing`)
	case r.Need != "" && r.Need != "any" && r.Need != "all":
		return fmt.Errorf(`"need" is %q, want "any" or "all"`, r.Need)
	}
	for i, g := range r.Gold {
		if g.Doc == "" {
			return fmt.Errorf(`gold %d has no "doc"`, i)
		}
	}
	return nil
}
