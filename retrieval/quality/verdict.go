package quality

import (
	"math"
	"slices"
	"strings"
)

// Verdict is the judgement on one result. A pointer is nil where the figure does not apply to the question.
type Verdict struct {
	// ID, Kind and Answerable are the question's, Outcome, Confidence and Disagreement the result's.
	ID           string  `json:"id"`
	Kind         string  `json:"kind"`
	Answerable   bool    `json:"answerable"`
	Outcome      string  `json:"outcome"`
	Confidence   float64 `json:"confidence"`
	Disagreement bool    `json:"disagreement"`
	// Graded is true where there are gold spans to compare with.
	Graded bool `json:"graded"`
	// FirstHit is the place, from 1, of the first excerpt that shows a gold span, 0 where none does.
	FirstHit int `json:"first_hit"`
	// Rank is the place, from 1, of the first gold document among those retrieved, 0 where there is none.
	Rank *int `json:"rank"`
	// NDCG is the normalised discounted cumulative gain of the ten best documents.
	NDCG *float64 `json:"ndcg@10"`
	// Coverage is the share of gold documents of which a gold span is on the first screen, where all should be.
	Coverage *float64 `json:"coverage"`
	// AnswersShown is the share of the distinct known answers that are on the first screen; TwoSides is 1 where at least
	// two of them are, or all if there is only one, else 0.
	AnswersShown *float64 `json:"answers_shown"`
	TwoSides     *float64 `json:"two_sides"`
	// Words is the number of words of quotes on the first screen.
	Words int `json:"words_first_screen"`
	// Excerpts is the number of excerpts, NotVerbatim names those that are not in their document.
	Excerpts    int      `json:"excerpts"`
	NotVerbatim []string `json:"not_verbatim,omitempty"`
	// TookMS is how long the answer took, in milliseconds.
	TookMS float64 `json:"took_ms"`
}

const depth = 10 // of MRR and nDCG

// Answered reports whether the result counts itself as an answer.
func (v Verdict) Answered() bool { return v.Outcome == answered }

// Hit reports whether one of the first n excerpts shows a gold span, whatever the outcome.
func (v Verdict) Hit(n int) bool { return 1 <= v.FirstHit && v.FirstHit <= n }

// Miss says what is wrong with the result in a few words, "" where nothing is known to be.
func (v Verdict) Miss() string {
	switch {
	case len(v.NotVerbatim) > 0:
		return "not verbatim"
	case !v.Answerable && v.Answered():
		return "answered, and nothing answers it"
	case !v.Answerable:
		return ""
	case !v.Answered():
		return "refused"
	case v.Graded && !v.Hit(3):
		return "answer not among the first three excerpts"
	case v.Coverage != nil && *v.Coverage < 1:
		return "not every source heard"
	case !v.Graded && v.Rank != nil && *v.Rank != 1:
		return "another document came first"
	}
	return ""
}

func judge(q Question, r Result) Verdict {
	v := Verdict{
		ID: q.ID, Kind: q.Kind, Answerable: q.Answerable, Outcome: r.Outcome, Confidence: r.Confidence, Disagreement: r.Disagreement,
		Graded: len(q.Gold) > 0, Excerpts: len(r.Excerpts), TookMS: float64(r.Took.Nanoseconds()) / 1e6,
	}
	var first []Excerpt
	for i, e := range r.Excerpts {
		if !e.More {
			first = append(first, e)
			v.Words += len(strings.FieldsFunc(e.Text, isSpace))
		}
		if v.FirstHit == 0 && slices.ContainsFunc(q.Gold, func(g Gold) bool { return Shows(e, g) }) {
			v.FirstHit = i + 1
		}
	}
	if q.Answerable && v.Graded && q.Need == "all" {
		v.judgeSources(q, first)
		v.judgeSides(q, first)
	}
	if docs := q.goldDocs(); q.Answerable && len(docs) > 0 && r.Retrieved != nil {
		v.judgeSearch(docs, r.Retrieved)
	}
	return v
}

// goldDocs returns the set of documents that answer.
func (q Question) goldDocs() map[string]bool {
	docs := map[string]bool{}
	for _, d := range q.GoldDocs {
		docs[d] = true
	}
	if len(docs) == 0 {
		for _, g := range q.Gold {
			docs[g.Doc] = true
		}
	}
	return docs
}

// judgeSources judges whether every source is heard. A result that does not count itself as an answer lets none be
// heard.
func (v *Verdict) judgeSources(q Question, first []Excerpt) {
	want, heard := map[string]bool{}, map[string]bool{}
	for _, g := range q.Gold {
		want[g.Doc] = true
		if v.Answered() && slices.ContainsFunc(first, func(e Excerpt) bool { return Shows(e, g) }) {
			heard[g.Doc] = true
		}
	}
	v.Coverage = ratio(len(heard), len(want))
}

// judgeSides judges how many of the answers known to be stated are heard, as judgeSources does.
func (v *Verdict) judgeSides(q Question, first []Excerpt) {
	var screen strings.Builder
	for _, e := range first {
		if v.Answered() {
			screen.WriteString(e.Text + " ")
		}
	}
	text := strings.ToLower(squash(screen.String()))
	known, stated := map[string]bool{}, 0
	for _, s := range slices.Concat(q.GoldAnswers, q.WrongAnswers) {
		if s == "" || known[s] {
			continue
		}
		known[s] = true
		if strings.Contains(text, strings.ToLower(squash(s))) {
			stated++
		}
	}
	if len(known) > 0 {
		v.AnswersShown, v.TwoSides = ratio(stated, len(known)), indicator(stated >= min(2, len(known)))
	}
}

// judgeSearch judges the order in which documents came up. The gain of a gold document is 1, discounted by the
// logarithm of its place: Järvelin and Kekäläinen, 2002.
func (v *Verdict) judgeSearch(gold map[string]bool, retrieved []string) {
	rank, seen := 0, map[string]bool{}
	gain, ideal := 0.0, 0.0
	for _, d := range retrieved {
		if seen[d] {
			continue
		}
		at := len(seen)
		seen[d] = true
		if !gold[d] {
			continue
		}
		if rank == 0 {
			rank = at + 1
		}
		if at < depth {
			gain += discount(at)
		}
	}
	for at := range min(depth, len(gold)) {
		ideal += discount(at)
	}
	ndcg := gain / ideal
	v.Rank, v.NDCG = &rank, &ndcg
}

func discount(at int) float64 { return 1 / math.Log2(float64(at+2)) }
