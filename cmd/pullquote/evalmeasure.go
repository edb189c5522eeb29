package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"pullquote/corpus"
	"pullquote/retrieval"
	"pullquote/retrieval/quality"
	"pullquote/retrieval/quality/baseline"
)

// measuredSet is a set whose questions were answered and judged.
type measuredSet struct {
	quality.Measurement
	questions []quality.Question
	// answers are what a dump tells of the answers, in the order of the questions.
	answers []answerDump
}

func measurements(sets []measuredSet) []quality.Measurement {
	var out []quality.Measurement
	for _, m := range sets {
		out = append(out, m.Measurement)
	}
	return out
}

// measure answers the questions of a set, with the baseline too where that is wanted, and judges the answers.
func (p *program) measure(ctx context.Context, set evalSet, withPlain bool) (measuredSet, error) {
	questions, err := readQuestions(set.questions)
	if err != nil {
		return measuredSet{}, err
	}
	in := *p
	if set.corpus != "" {
		in.corpusPath, in.inMemory = set.corpus, true
	}
	library, err := in.index(ctx)
	if err != nil {
		return measuredSet{}, err
	}
	defer library.Close()
	in.remarkLeftOut(library.Snapshot())
	m := measuredSet{Measurement: quality.Measurement{Set: set.name}, questions: questions}
	if err := in.measureOurs(ctx, library, &m); err != nil {
		return measuredSet{}, err
	}
	if withPlain {
		err = in.measurePlain(ctx, library.Snapshot(), &m)
	}
	return m, err
}

func readQuestions(file string) ([]quality.Question, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("question set: %w", err)
	}
	defer f.Close()
	questions, err := quality.Load(f)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", file, err)
	case len(questions) == 0:
		return nil, fmt.Errorf("question set %s is empty", file)
	}
	return questions, nil
}

func (p *program) measureOurs(ctx context.Context, library *retrieval.Library, m *measuredSet) error {
	var results []quality.Result
	err := answerAll(ctx, p, "answering "+m.Set, m.questions,
		func(q quality.Question) (reply, error) {
			return answer(ctx, library, retrieval.Question{Text: q.Question, History: q.History})
		},
		func(r reply) {
			results = append(results, r.result(m.questions[len(results)].ID))
			m.answers = append(m.answers, r.dump())
		})
	if err != nil {
		return err
	}
	m.Ours, err = quality.Judge(m.questions, results, textOf(library.Snapshot()))
	return err
}

func (p *program) measurePlain(ctx context.Context, snapshot *corpus.Snapshot, m *measuredSet) error {
	index, err := baseline.Open(ctx, snapshot)
	if err != nil {
		return err
	}
	var results []quality.Result
	err = answerAll(ctx, p, "answering "+m.Set+" by plain BM25", m.questions,
		func(q quality.Question) (quality.Result, error) { return index.Answer(q), nil },
		func(r quality.Result) { results = append(results, r) })
	if err != nil {
		return err
	}
	m.Plain, err = quality.Judge(m.questions, results, textOf(snapshot))
	return err
}

// answerAll calls ask for every question, on all processors, and take for every answer, in order, and shows how far it
// is.
func answerAll[R any](ctx context.Context, p *program, doing string, questions []quality.Question, ask func(quality.Question) (R, error), take func(R)) error {
	shown := p.startProgress(doing)
	defer shown.close()
	done := 0
	return inOrder(ctx, questions, ask, func(r R) error {
		take(r)
		done++
		shown.count(done, len(questions))
		return nil
	})
}

// result returns what is judged of an answer, in the order in which ask --json lists it.
func (r reply) result(id string) quality.Result {
	out := quality.Result{
		ID: id, Outcome: string(r.Outcome), Confidence: rounded(r.Confidence), Disagreement: r.differs(),
		Took: r.took.Round(10 * time.Microsecond), Retrieved: []string{},
	}
	for _, g := range r.groupsJSON(false) {
		for _, e := range g.Excerpts {
			out.Excerpts = append(out.Excerpts, quality.Excerpt{Doc: e.Doc, Start: e.Start, End: e.End, Text: e.Text, More: e.More})
		}
	}
	for _, p := range r.Retrieved {
		out.Retrieved = append(out.Retrieved, p.Passage.Document().ID())
	}
	return out
}

// differs reports whether the answer states several values, of which sources may each have another: names that differ are
// no contradiction, but no agreement either.
func (r reply) differs() bool {
	values := 0
	for _, g := range r.Groups {
		if g.Value != "" && !g.Aside {
			values++
		}
	}
	return r.Disagreement || values > 1
}

func textOf(s *corpus.Snapshot) func(string) (string, bool) {
	return func(id string) (string, bool) {
		d := s.Document(id)
		if d == nil {
			return "", false
		}
		return d.Text(), true
	}
}
