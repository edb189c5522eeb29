package quality

import (
	"fmt"
	"strings"
)

// Report holds the figures of a question set. Shares are between 0 and 1, rounded to four decimals, and nil where no
// question of the set has what they need.
type Report struct {
	Questions  int `json:"questions"`
	Answerable int `json:"answerable"`
	// Excerpts is the number of excerpts given, Fidelity the share of them that are byte for byte in their document.
	Excerpts int      `json:"excerpts"`
	Fidelity *float64 `json:"fidelity"`
	// The next five judge the search by the first gold document among the retrieved ones, and by all of them.
	PassageSuccess1 *float64 `json:"passage_success@1"`
	PassageSuccess3 *float64 `json:"passage_success@3"`
	PassageSuccess5 *float64 `json:"passage_success@5"`
	PassageMRR      *float64 `json:"passage_mrr@10"`
	NDCG            *float64 `json:"ndcg@10"`
	// ExcerptHit1 and ExcerptHit3 are the shares of questions of which the first excerpt, or one of the first three,
	// shows a gold span, whatever the outcome; AnsweredAndHit3 counts those with the outcome answered only.
	ExcerptHit1     *float64 `json:"excerpt_hit@1"`
	ExcerptHit3     *float64 `json:"excerpt_hit@3"`
	AnsweredAndHit3 *float64 `json:"answered_and_hit@3"`
	// CoverageAll is the mean share of gold documents heard on the first screen, where all should be; AnswersShown
	// the same for distinct answers, TwoSides the share of questions with two of them on the first screen.
	CoverageAll  *float64 `json:"coverage_all"`
	AnswersShown *float64 `json:"answers_shown"`
	TwoSides     *float64 `json:"two_sides"`
	// An answer is right if one of its first three excerpts shows a gold span. Precision is over the answers given,
	// recall over the answerable questions.
	Precision                *float64 `json:"precision"`
	Recall                   *float64 `json:"recall"`
	F1                       *float64 `json:"f1"`
	AnsweredWhenUnanswerable *float64 `json:"answered_when_unanswerable"`
	RefusedWhenAnswerable    *float64 `json:"refused_when_answerable"`
	// AUROC says how well the confidence tells answerable questions from others.
	AUROC *float64 `json:"auroc"`
	// Words is the median number of words on the first screen of an answer.
	Words *int `json:"words_first_screen_median"`
	// Times are milliseconds.
	TookP50            *float64 `json:"took_ms_p50" figure:"time"`
	TookP95            *float64 `json:"took_ms_p95" figure:"time"`
	TookP99            *float64 `json:"took_ms_p99" figure:"time"`
	QuestionsPerSecond *float64 `json:"questions_per_second" figure:"time"`
	// ByKind has the figures of each kind of question.
	ByKind map[string]Kind `json:"by_kind"`

	// NotVerbatim names the excerpts that are not in their document.
	NotVerbatim []string `json:"-"`
}

// Kind holds the figures of one kind of question.
type Kind struct {
	N        int      `json:"n"`
	Answered *float64 `json:"answered"`
	Hit1     *float64 `json:"hit@1"`
	Hit3     *float64 `json:"hit@3"`
	Coverage *float64 `json:"coverage"`
}

// Score judges the results, which must hold one for every question, by its id. textOf returns the canonical text of a
// document; it reports false for one that does not exist.
func Score(questions []Question, results []Result, textOf func(doc string) (string, bool)) (Report, error) {
	byID := make(map[string]Result, len(results))
	for _, r := range results {
		byID[r.ID] = r
	}
	var (
		missing []string
		vs      []verdict
		rep     Report
	)
	for _, q := range questions {
		r, ok := byID[q.ID]
		if !ok {
			missing = append(missing, q.ID)
			continue
		}
		rep.checkVerbatim(r, textOf)
		vs = append(vs, judge(q, r))
	}
	if len(missing) > 0 {
		some := strings.Join(missing[:min(len(missing), 10)], ", ")
		return Report{}, fmt.Errorf("score: no result for %d of %d questions, among them %s", len(missing), len(questions), some)
	}
	rep.sumUp(vs)
	return rep, nil
}

func (r *Report) checkVerbatim(res Result, textOf func(string) (string, bool)) {
	for _, e := range res.Excerpts {
		r.Excerpts++
		if !isVerbatim(e, textOf) {
			r.NotVerbatim = append(r.NotVerbatim, fmt.Sprintf("question %s: %s [%d, %d)", res.ID, e.Doc, e.Start, e.End))
		}
	}
	if r.Excerpts > 0 {
		f := 1 - float64(len(r.NotVerbatim))/float64(r.Excerpts)
		r.Fidelity = round(&f, fidelityDecimals)
	}
}

func isVerbatim(e Excerpt, textOf func(string) (string, bool)) bool {
	text, ok := textOf(e.Doc)
	return ok && 0 <= e.Start && e.Start <= e.End && e.End <= len(text) && text[e.Start:e.End] == e.Text && squash(e.Text) != ""
}

func (r *Report) sumUp(vs []verdict) {
	yes := only(vs, func(v verdict) bool { return v.answerable })
	no := only(vs, func(v verdict) bool { return !v.answerable })
	graded := only(yes, func(v verdict) bool { return v.graded })
	r.Questions, r.Answerable = len(vs), len(yes)
	r.sumUpSearch(yes)
	r.ExcerptHit1, r.ExcerptHit3 = shareOf(graded, hit(1)), shareOf(graded, hit(3))
	r.CoverageAll = mean(vs, func(v verdict) *float64 { return v.coverage })
	r.AnswersShown = mean(vs, func(v verdict) *float64 { return v.stated })
	r.TwoSides = mean(vs, func(v verdict) *float64 { return v.twoSides })
	r.sumUpAnswers(graded, only(vs, func(v verdict) bool { return v.answered && (v.graded || !v.answerable) }))
	r.AnsweredWhenUnanswerable = shareOf(no, func(v verdict) bool { return v.answered })
	r.RefusedWhenAnswerable = shareOf(yes, func(v verdict) bool { return !v.answered })
	r.AUROC = auroc(vs)
	r.sumUpSizes(vs)
	r.ByKind = byKind(vs)
}

func (r *Report) sumUpSearch(yes []verdict) {
	ranked := only(yes, func(v verdict) bool { return v.rank != nil })
	within := func(n int) *float64 { return shareOf(ranked, func(v verdict) bool { return *v.rank < n }) }
	r.PassageSuccess1, r.PassageSuccess3, r.PassageSuccess5 = within(1), within(3), within(5)
	r.PassageMRR = mean(ranked, func(v verdict) *float64 {
		if *v.rank >= depth {
			return ratio(0, 1)
		}
		return ratio(1, *v.rank+1)
	})
	r.NDCG = mean(ranked, func(v verdict) *float64 { return v.ndcg })
}

// sumUpAnswers computes precision and recall from the questions that have gold spans and from the answers given,
// without those that cannot be judged for want of gold spans.
func (r *Report) sumUpAnswers(graded, given []verdict) {
	right := len(only(graded, func(v verdict) bool { return v.answered && hit(3)(v) }))
	var precision, recall *float64
	if len(given) > 0 {
		precision = ratio(right, len(given))
	}
	if len(graded) > 0 {
		recall = ratio(right, len(graded))
	}
	r.Precision, r.Recall, r.AnsweredAndHit3 = round(precision, decimals), round(recall, decimals), round(recall, decimals)
	if right > 0 {
		f1 := 2 * *precision * *recall / (*precision + *recall)
		r.F1 = round(&f1, decimals)
	}
}

func (r *Report) sumUpSizes(vs []verdict) {
	var words []int
	var took []float64
	total := 0.0
	for _, v := range vs {
		if v.answered {
			words = append(words, v.words)
		}
		took = append(took, v.took)
		total += v.took
	}
	r.Words = quantile(words, .5)
	r.TookP50, r.TookP95, r.TookP99 = quantile(took, .5), quantile(took, .95), quantile(took, .99)
	if total > 0 {
		perSecond := float64(len(vs)) / (total / 1000)
		r.QuestionsPerSecond = round(&perSecond, 1)
	}
}

func byKind(vs []verdict) map[string]Kind {
	kinds := map[string][]verdict{}
	for _, v := range vs {
		kinds[v.kind] = append(kinds[v.kind], v)
	}
	out := make(map[string]Kind, len(kinds))
	for name, of := range kinds {
		graded := only(of, func(v verdict) bool { return v.graded })
		out[name] = Kind{
			N: len(of), Answered: shareOf(of, func(v verdict) bool { return v.answered }),
			Hit1: shareOf(graded, hit(1)), Hit3: shareOf(graded, hit(3)),
			Coverage: mean(of, func(v verdict) *float64 { return v.coverage }),
		}
	}
	return out
}

// hit reports whether one of the first n excerpts shows a gold span.
func hit(n int) func(verdict) bool { return func(v verdict) bool { return v.firstHit < n } }
