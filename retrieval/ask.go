package retrieval

import (
	"context"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

const (
	// mostRetrieved is how many passages an Answer lists.
	mostRetrieved = 10
	// mostCovers is how many documents an Answer names to show what the corpus is about.
	mostCovers = 5
)

// ask answers a message: a question from the corpus, anything else with its intent alone. It fails only when the context
// ends or the index cannot be read.
func (e *edition) ask(ctx context.Context, q Question) (Answer, error) {
	intent, text := readIntent(q.Text, e.isFormWord, len(q.History) > 0)
	if intent != IntentQuestion {
		return e.decline(q, intent), nil
	}
	a, err := e.answer(ctx, Question{text, q.History, q.Documents})
	a.Question = q.Text
	return a, err
}

// decline returns the answer to a message that is no question.
func (e *edition) decline(q Question, intent Intent) Answer {
	in := e.scope(q.Documents)
	a := e.emptyAnswer(q, in)
	a.Intent = intent
	a.Witnesses = a.witnesses(in)
	return a
}

// emptyAnswer returns the answer to a question of which nothing has been read yet.
func (e *edition) emptyAnswer(q Question, in scope) Answer {
	return Answer{
		Question: q.Text, Intent: IntentQuestion, History: askersTurns(q.History), Outcome: NotFound,
		Snapshot: e.snapshot.ID(), Searched: len(in.documents),
		Explanation: Explanation{Asks: string(asksOther), Threshold: e.threshold.value(), Features: map[string]float64{}},
	}
}

// answer answers what is a question, whatever its form.
func (e *edition) answer(ctx context.Context, q Question) (Answer, error) {
	in := e.scope(q.Documents)
	d := newDepth(in)
	a := e.emptyAnswer(q, in)
	s, err := e.search(ctx, q, d)
	if err != nil {
		return Answer{}, err
	}
	for _, c := range s.candidates[:min(mostRetrieved, len(s.candidates))] {
		a.Retrieved = append(a.Retrieved, Retrieved{c.Passage, c.score})
	}
	a.UnknownWords = e.unknownWords(s.reading, q.Text)
	said, p := newSayings(s.sentences, e.snapshot), s.plan
	a.judge(said.distinct, s.reading, p)
	if a.Outcome == NotFound {
		a.Covers = in.covers()
	} else {
		if said, err = e.readOn(said, p, d, a.Outcome); err != nil {
			return Answer{}, err
		}
		a.assemble(said.distinct, p, e.snapshot)
	}
	a.Witnesses = a.witnesses(in)
	a.account(said.all, d)
	return a, nil
}

// searched is what was found for a question.
type searched struct {
	candidates []*candidate // best first
	reading    *query       // of the question, that fits it best; nil for an empty corpus
	plan       *plan
	sentences  []*sentence // of the candidates, best first
}

// search finds the passages of a question and scores their sentences.
func (e *edition) search(ctx context.Context, q Question, d *depth) (searched, error) {
	queries := e.readAll(q)
	candidates, err := e.retrieve(ctx, queries, d)
	if err != nil {
		return searched{}, err
	}
	reading := readingOf(queries, candidates)
	p := newPlan(q, languageOf(queries, reading))
	return searched{candidates, reading, p, scoreSentences(candidates, p, nil)}, nil
}

// readOn returns the sentences that an answer is assembled from: those that decided its outcome and, where documents are
// surveyed for a value, those of the further passages read.
func (e *edition) readOn(said sayings, p *plan, d *depth, o Outcome) (sayings, error) {
	if o != Answered || !p.wantsValue() || !d.isSmall() || d.isWhole() {
		return said, nil
	}
	heard := heardIn(groupValues(said.distinct, p), e.snapshot)
	read, err := e.survey(d, heard)
	if err != nil {
		return sayings{}, err
	}
	return newSayings(scoreSentences(read, p, said.all), e.snapshot), nil
}

// readAll reads the question in every language of the corpus.
func (e *edition) readAll(q Question) []*query {
	var out []*query
	for _, t := range e.tongues {
		out = append(out, readQuestion(t, q))
	}
	for _, x := range out {
		x.foreign = x.form < mostForm(out, out[0]).form
	}
	return out
}

// readingOf returns the reading of the question that fits it best: that of the best passage, else the one in whose
// language most of the question's words are words of form. It is nil for an empty corpus.
func readingOf(queries []*query, candidates []*candidate) *query {
	switch {
	case len(candidates) > 0:
		return candidates[0].query
	case len(queries) > 0:
		return mostForm(queries, queries[0])
	}
	return nil
}

// languageOf returns the language that a question is written in: that of the reading with the most words of form, of
// several alike that of the best reading; "" if there is none.
func languageOf(queries []*query, best *query) string {
	if best == nil {
		return ""
	}
	return mostForm(queries, best).tongue.analyzer.Language()
}

// mostForm returns the reading with the most words of form, first where none has more.
func mostForm(queries []*query, first *query) *query {
	for _, q := range queries {
		if q.form > first.form {
			first = q
		}
	}
	return first
}

// unknownWords returns the words of the question itself that occur in no passage of any language, as the asker wrote
// them. Words of form are left out in the question's own language too, where no document is written in it, and so are
// the pairs of characters that stand for words where a script has no spaces.
func (e *edition) unknownWords(q *query, question string) []string {
	if q == nil {
		return nil
	}
	var out []string
	own := analysis.For(corpus.DetectLanguage(question))
	for _, w := range q.words {
		if w.history || w.pair || e.mayHold(w.surface) || own.IsForm(w.surface) || slices.Contains(out, w.surface) {
			continue
		}
		out = append(out, w.surface)
	}
	return out
}

// mayHold reports whether a passage of some language holds a word. A stop word of a language of the corpus counts as
// held: it is not indexed.
func (e *edition) mayHold(word string) bool {
	return slices.ContainsFunc(e.tongues, func(t *tongue) bool {
		return slices.ContainsFunc(t.analyzer.Tokens(word), func(tok analysis.Token) bool {
			return tok.Stop || t.frequency(tok.Term) > 0
		})
	})
}
