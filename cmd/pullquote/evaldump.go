package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"

	"pullquote/retrieval"
	"pullquote/retrieval/quality"
)

// A dump tells question by question what was judged, so that two rankings can be compared line by line. It holds ids,
// places and numbers, and no text of any set.

// questionDump is a line of eval --dump.
type questionDump struct {
	Set string `json:"set"`
	quality.Verdict
	// Hit1 and Hit3 are null where the set does not say where the answer stands.
	Hit1 *bool `json:"hit@1"`
	Hit3 *bool `json:"hit@3"`
	// Miss says what went wrong, "" for nothing.
	Miss string `json:"miss"`
	answerDump
}

// answerDump is what a dump tells of an answer besides what was judged.
type answerDump struct {
	// Features are those behind the confidence.
	Features map[string]float64 `json:"features"`
	// Places are those of the excerpts in their order, Passages those of the best passages.
	Places   []excerptDump   `json:"places"`
	Passages []retrievedJSON `json:"passages"`
}

type excerptDump struct {
	placeJSON
	Score float64 `json:"score"`
	More  bool    `json:"more,omitempty"`
	// Features are what the score is made of, without those that are 0.
	Features []retrieval.Feature `json:"features"`
}

func (r reply) dump() answerDump {
	out := answerDump{Features: r.Explanation.Features, Places: []excerptDump{}, Passages: *r.retrievedJSON()}
	for _, g := range r.groupsJSON(true) {
		for _, e := range g.Excerpts {
			out.Places = append(out.Places, excerptDump{e.placeJSON, e.Score, e.More, e.Features})
		}
	}
	return out
}

// writeDump writes a line for every question of the sets.
func writeDump(file string, sets []measuredSet) error {
	f, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	w := bufio.NewWriter(f)
	for _, m := range sets {
		for i, v := range m.Ours {
			line, err := encodeLine(newQuestionDump(m.Set, v, m.answers[i]))
			if err != nil {
				return errors.Join(fmt.Errorf("dump %s: %w", file, err), f.Close())
			}
			w.Write(line) // an error is kept for Flush
		}
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		return fmt.Errorf("dump %s: %w", file, err)
	}
	return nil
}

func newQuestionDump(set string, v quality.Verdict, a answerDump) questionDump {
	d := questionDump{Set: set, Verdict: v, Miss: v.Miss(), answerDump: a}
	if v.Graded {
		first, third := v.Hit(1), v.Hit(3)
		d.Hit1, d.Hit3 = &first, &third
	}
	return d
}

// writeMisses lists the questions of a set that went wrong.
func (p *program) writeMisses(m measuredSet) error {
	t := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "\nmisses of %s\n", m.Set)
	missed := 0
	for i, v := range m.Ours {
		if miss := v.Miss(); miss != "" {
			missed++
			fmt.Fprintf(t, "%s\t%s\t%s %.3f\t%s\t%s\n", harmless(v.ID), harmless(v.Kind), v.Outcome, v.Confidence, miss, harmless(m.questions[i].Question))
		}
	}
	fmt.Fprintf(t, "%s of %s\n", thousands(missed), count(len(m.Ours), "question", "questions"))
	return t.Flush()
}
