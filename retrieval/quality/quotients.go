package quality

// offcorpus is the kind of questions whose document was taken out of the corpus, as opposed to those that are worded to
// mislead or that a document leaves open.
const offcorpus = "offcorpus"

func isAny(Verdict) bool          { return true }
func isOpen(v Verdict) bool       { return !v.Answerable }
func isOffcorpus(v Verdict) bool  { return !v.Answerable && v.Kind == offcorpus }
func isAnswerable(v Verdict) bool { return v.Answerable }
func isRanked(v Verdict) bool     { return v.Answerable && v.Rank != nil }
func isGraded(v Verdict) bool     { return v.Answerable && v.Graded }
func isRight(v Verdict) bool      { return isGraded(v) && v.Answered() && v.Hit(3) }
func isAgreeing(v Verdict) bool   { return v.Answered() && !v.Disagreement }

// isJudged reports whether an answer was given of which is known whether it is right.
func isJudged(v Verdict) bool { return v.Answered() && (v.Graded || !v.Answerable) }

func isOfKind(kind string) func(Verdict) bool {
	return func(v Verdict) bool { return v.Kind == kind }
}

// found is the share of questions with a gold document among the first n retrieved.
func found(n int) quotient {
	return share(isRanked, func(v Verdict) bool { return 1 <= *v.Rank && *v.Rank <= n })
}

// reciprocalRank is the mean of one over the place of the first gold document, 0 beyond depth.
func reciprocalRank() quotient {
	return func(v Verdict) tally {
		switch {
		case !isRanked(v):
			return tally{}
		case *v.Rank == 0 || *v.Rank > depth:
			return tally{0, 1}
		}
		return tally{1 / float64(*v.Rank), 1}
	}
}

// hit is the share of questions with a gold span in the first n excerpts.
func hit(n int) quotient { return share(isGraded, func(v Verdict) bool { return v.Hit(n) }) }

func gain() quotient     { return mean(func(v Verdict) *float64 { return v.NDCG }) }
func coverage() quotient { return mean(func(v Verdict) *float64 { return v.Coverage }) }
func stated() quotient   { return mean(func(v Verdict) *float64 { return v.AnswersShown }) }
func twoSides() quotient { return mean(func(v Verdict) *float64 { return v.TwoSides }) }

// precision is the share of right answers among those that can be judged, recall among the questions that have one.
func precision() quotient { return share(isJudged, isRight) }
func recall() quotient    { return share(isGraded, isRight) }

// precisionOffcorpus is precision without the unanswerable questions that are not off the corpus.
func precisionOffcorpus() measure {
	counts := func(v Verdict) bool { return v.Answerable || isOffcorpus(v) }
	return measure(precision().in(counts).measure).where(isOffcorpus).where(isGraded)
}

func answers() quotient   { return share(isAny, Verdict.Answered) }
func overreach() quotient { return share(isOpen, Verdict.Answered) }
func refusal() quotient {
	return share(isAnswerable, func(v Verdict) bool { return !v.Answered() })
}
