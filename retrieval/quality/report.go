package quality

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
	// recall over the answerable questions. PrecisionOffcorpus leaves out the unanswerable questions of other kinds than
	// "offcorpus"; it is nil where a set has none of these.
	Precision                *float64 `json:"precision"`
	PrecisionOffcorpus       *float64 `json:"precision_offcorpus"`
	Recall                   *float64 `json:"recall"`
	F1                       *float64 `json:"f1"`
	AnsweredWhenUnanswerable *float64 `json:"answered_when_unanswerable"`
	RefusedWhenAnswerable    *float64 `json:"refused_when_answerable"`
	// AUROC says how well the confidence tells answerable questions from others.
	AUROC *float64 `json:"auroc"`
	// Words is the median number of words of quotes on the first screen of an answer, WordsAgreeing that of the answers
	// that do not show different values.
	Words         *int `json:"words_first_screen_median"`
	WordsAgreeing *int `json:"words_first_screen_median_agreeing"`
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
	N               int      `json:"n"`
	Answered        *float64 `json:"answered"`
	PassageSuccess1 *float64 `json:"passage_success@1"`
	Hit1            *float64 `json:"hit@1"`
	Hit3            *float64 `json:"hit@3"`
	Coverage        *float64 `json:"coverage"`
	// AUROC says how well the confidence tells the answerable questions of all kinds from the unanswerable ones of this.
	AUROC *float64 `json:"auroc"`
}

// Sum sums the verdicts of a set up.
func Sum(vs []Verdict) Report {
	r := Report{
		Questions:       len(vs),
		PassageSuccess1: found(1).rounded(vs), PassageSuccess3: found(3).rounded(vs), PassageSuccess5: found(5).rounded(vs),
		PassageMRR: reciprocalRank().rounded(vs), NDCG: gain().rounded(vs),
		ExcerptHit1: hit(1).rounded(vs), ExcerptHit3: hit(3).rounded(vs), AnsweredAndHit3: recall().rounded(vs),
		CoverageAll: coverage().rounded(vs), AnswersShown: stated().rounded(vs), TwoSides: twoSides().rounded(vs),
		Precision: precision().rounded(vs), PrecisionOffcorpus: precisionOffcorpus().rounded(vs),
		Recall: recall().rounded(vs), F1: f1(vs),
		AnsweredWhenUnanswerable: overreach().rounded(vs), RefusedWhenAnswerable: refusal().rounded(vs),
		AUROC: auroc(isAnswerable, isOpen).rounded(vs),
		Words: whole(medianWords(Verdict.Answered).of(vs)), WordsAgreeing: whole(medianWords(isAgreeing).of(vs)),
		ByKind: byKind(vs),
	}
	r.sumUpExcerpts(vs)
	r.sumUpTimes(vs)
	return r
}

// f1 is the harmonic mean of precision and recall, nil where both are 0 or one does not apply.
func f1(vs []Verdict) *float64 {
	p, r := precision().of(vs), recall().of(vs)
	if p == nil || r == nil || *p == 0 {
		return nil
	}
	f := 2 * *p * *r / (*p + *r)
	return round(&f, decimals)
}

func (r *Report) sumUpExcerpts(vs []Verdict) {
	for _, v := range vs {
		r.Excerpts += v.Excerpts
		r.NotVerbatim = append(r.NotVerbatim, v.NotVerbatim...)
		if v.Answerable {
			r.Answerable++
		}
	}
	if r.Excerpts > 0 {
		f := 1 - float64(len(r.NotVerbatim))/float64(r.Excerpts)
		r.Fidelity = round(&f, fidelityDecimals)
	}
}

func (r *Report) sumUpTimes(vs []Verdict) {
	var took []float64
	total := 0.0
	for _, v := range vs {
		took = append(took, v.TookMS)
		total += v.TookMS
	}
	r.TookP50, r.TookP95, r.TookP99 = quantile(took, .5), quantile(took, .95), quantile(took, .99)
	if total > 0 {
		perSecond := float64(len(vs)) / (total / 1000)
		r.QuestionsPerSecond = round(&perSecond, 1)
	}
}

func byKind(vs []Verdict) map[string]Kind {
	out := map[string]Kind{}
	for _, v := range vs {
		if _, known := out[v.Kind]; !known {
			out[v.Kind] = kindOf(vs, v.Kind)
		}
	}
	return out
}

func kindOf(vs []Verdict, kind string) Kind {
	is := isOfKind(kind)
	k := Kind{
		Answered: answers().in(is).rounded(vs), PassageSuccess1: found(1).in(is).rounded(vs),
		Hit1: hit(1).in(is).rounded(vs), Hit3: hit(3).in(is).rounded(vs),
		Coverage: coverage().in(is).rounded(vs), AUROC: aurocOf(kind).rounded(vs),
	}
	for _, v := range vs {
		if is(v) {
			k.N++
		}
	}
	return k
}

// aurocOf tells the answerable questions from the unanswerable ones of a kind.
func aurocOf(kind string) measure {
	return auroc(isAnswerable, func(v Verdict) bool { return !v.Answerable && v.Kind == kind })
}

func whole(v *float64) *int {
	if v == nil {
		return nil
	}
	n := int(*v)
	return &n
}
