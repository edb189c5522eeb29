package retrieval

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"pullquote/corpus"
)

const (
	// leastVerbatim is how long a statement must be, in bytes, to be looked for word for word: about four words or, in a
	// script without spaces, seven characters. Shorter ones stand everywhere.
	leastVerbatim = 20
	// mostVerbatim is in how many places a statement is looked for word for word.
	mostVerbatim = 5
	// verbatim is the score of a passage that holds a statement word for word, nearlyVerbatim of one that has it with
	// other punctuation or case.
	verbatim       = 1.
	nearlyVerbatim = .98
)

// Trace is what the corpus says of the statements of a text. Its Answer has the passages that speak of any of them, each
// a group of its own without a value, best first and those of further sources before more of the same. The outcome is
// that of the best statement, the unknown words are those of all, and there is no explanation.
type Trace struct {
	Answer
	// Verbatim is the number of statements that stand in quotable text word for word, white space aside.
	Verbatim int
}

// Trace finds the passages that speak of statements: those that hold one word for word, and what Ask finds for each. All
// of them are looked for in one snapshot. It fails as Ask does.
func (l *Library) Trace(ctx context.Context, statements []string) (Trace, error) {
	t, err := consult(l, func(e *edition) (Trace, error) { return e.trace(ctx, statements) })
	if err != nil {
		return Trace{}, fmt.Errorf("trace: %w", err)
	}
	return t, nil
}

// traced is an excerpt that speaks of a statement. Its score compares across statements; its source has no number yet.
type traced struct {
	Excerpt
	outcome Outcome // of the statement
	holds   bool    // the excerpt holds the statement, punctuation and case aside
}

func (e *edition) trace(ctx context.Context, statements []string) (Trace, error) {
	t := Trace{Answer: Answer{
		Question: strings.Join(statements, " "), Intent: IntentQuestion, Outcome: NotFound, Snapshot: e.snapshot.ID(),
		Searched: len(e.whole.documents),
	}}
	found, err := t.findVerbatim(ctx, e.snapshot, statements)
	if err != nil {
		return Trace{}, err
	}
	for _, s := range statements {
		a, err := e.answer(ctx, Question{Text: s})
		if err != nil {
			return Trace{}, err
		}
		t.note(a)
		found = append(found, tracedBy(a)...)
	}
	if t.Outcome == NotFound {
		t.Covers = e.whole.covers()
	} else {
		t.assemble(found, e.snapshot)
	}
	t.Witnesses = t.witnesses(e.whole)
	return t, nil
}

// findVerbatim returns the excerpts that hold a statement, and counts the statements that stand in one word for word.
func (t *Trace) findVerbatim(ctx context.Context, s *corpus.Snapshot, statements []string) ([]traced, error) {
	long := slices.DeleteFunc(slices.Clone(statements), func(s string) bool { return len(s) < leastVerbatim })
	found, err := s.FindEach(ctx, long, mostVerbatim)
	if err != nil {
		return nil, err
	}
	var out []traced
	for _, findings := range found {
		quoted := holding(findings)
		if len(quoted) == 0 {
			continue
		}
		out = append(out, quoted...)
		t.Outcome, t.Confidence = Answered, max(t.Confidence, quoted[0].Score)
		if quoted[0].Score == verbatim {
			t.Verbatim++
		}
	}
	return out, nil
}

// holding returns the quotes that hold what was found, the exact ones first. What is furniture, or reaches into it, is
// not quoted.
func holding(findings []corpus.Finding) []traced {
	var out []traced
	for _, f := range findings {
		quote, ok := f.Document.QuoteAt(f.Span)
		if !ok {
			continue
		}
		score := nearlyVerbatim
		if f.Exact {
			score = verbatim
		}
		out = append(out, traced{Excerpt{Quote: quote, Matches: []corpus.Span{f.Span}, Score: score}, Answered, true})
	}
	return out
}

// tracedBy returns the excerpts of the answer to a statement. The confidence, which compares across questions, is the
// score of the best; the values are dropped, because a statement that holds a figure does not ask for one.
func tracedBy(a Answer) []traced {
	var out []traced
	best := 0.0
	for _, g := range a.Groups {
		for _, x := range g.Excerpts {
			x.Value, best = nil, max(best, x.Score)
			out = append(out, traced{Excerpt: x, outcome: a.Outcome})
		}
	}
	for i := range out {
		if best > 0 {
			out[i].Score = rounded(a.Confidence * out[i].Score / best)
		}
	}
	return out
}

// note takes over what the answer to one statement says of all of them.
func (t *Trace) note(a Answer) {
	if t.Outcome == NotFound || a.Outcome == Answered {
		t.Outcome = a.Outcome
	}
	t.Confidence = max(t.Confidence, a.Confidence)
	for _, w := range a.UnknownWords {
		if !slices.Contains(t.UnknownWords, w) {
			t.UnknownWords = append(t.UnknownWords, w)
		}
	}
	for _, r := range a.Retrieved {
		if !slices.ContainsFunc(t.Retrieved, func(o Retrieved) bool { return o.Passage == r.Passage }) {
			t.Retrieved = append(t.Retrieved, r)
		}
	}
	slices.SortStableFunc(t.Retrieved, func(x, y Retrieved) int { return cmp.Compare(y.Score, x.Score) })
	t.Retrieved = t.Retrieved[:min(mostRetrieved, len(t.Retrieved))]
}
