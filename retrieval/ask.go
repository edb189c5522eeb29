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

// ask answers a question. It fails only when the context ends or the index cannot be read.
func (e *edition) ask(ctx context.Context, q Question) (Answer, error) {
	in := e.scope(q.Documents)
	d := newDepth(in)
	a := Answer{Question: q.Text, History: askersTurns(q.History), Outcome: NotFound, Snapshot: e.snapshot.ID(), Searched: len(in.documents), Witnesses: len(in.speakers)}
	queries := e.readAll(q)
	candidates, err := e.retrieve(ctx, queries, d)
	if err != nil {
		return Answer{}, err
	}
	for _, c := range candidates[:min(mostRetrieved, len(candidates))] {
		a.Retrieved = append(a.Retrieved, Retrieved{c.Passage, c.score})
	}
	reading := readingOf(queries, candidates)
	a.UnknownWords = e.unknownWords(reading, q.Text)
	p := newPlan(q.Text, languageOf(queries, reading))
	sentences := scoreSentences(e.withoutCopies(candidates), p)
	a.judge(sentences, reading, p)
	if a.Outcome == NotFound {
		a.Covers = in.covers()
	} else {
		sentences = e.readOn(sentences, p, d, a.Outcome)
		a.assemble(sentences, p, in.snapshot)
	}
	a.account(sentences, d)
	return a, nil
}

// readOn returns the sentences that an answer is assembled from: those that decided its outcome and, where documents are
// surveyed for a value, those of the further passages read.
func (e *edition) readOn(sentences []sentence, p *plan, d *depth, o Outcome) []sentence {
	if o != Answered || p.asks != asksFigure || !d.isSmall() || d.isWhole() {
		return sentences
	}
	heard := heardIn(groupValues(sentences, p, e.snapshot), e.snapshot)
	return scoreSentences(e.withoutCopies(e.survey(d, heard)), p)
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
			return tok.Stop || t.vocabulary.frequency(tok.Term) > 0
		})
	})
}

// withoutCopies keeps of every set of near-copies one document: the one that stands for all if it was found, else the
// one that was found first.
func (e *edition) withoutCopies(candidates []*candidate) []*candidate {
	speaker := map[*corpus.Document]*corpus.Document{} // by witness
	for _, c := range candidates {
		d := c.Document()
		w := e.snapshot.Witness(d)
		if speaker[w] == nil || d == w {
			speaker[w] = d
		}
	}
	return slices.DeleteFunc(slices.Clone(candidates), func(c *candidate) bool {
		d := c.Document()
		return speaker[e.snapshot.Witness(d)] != d
	})
}
