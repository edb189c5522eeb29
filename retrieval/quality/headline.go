package quality

import (
	"math"
	"strconv"
	"strings"
)

// figure is one of the figures that are shown side by side for all sets.
type figure struct {
	// name is that of the figure in a Report, label what heads its column, means what it says in plain words.
	name, label, means string
	// lower is true where less is better; whole where the figure is a number and no share.
	lower, whole bool
	measure      measure
	// ofKind is the figure for the questions of one kind, nil where kinds are not told apart.
	ofKind func(kind string) measure
}

// headline are the figures that are shown side by side, in their order.
func headline() []figure {
	return []figure{
		{name: "passage_success@1", label: "S@1", measure: found(1).measure,
			ofKind: func(kind string) measure { return found(1).in(isOfKind(kind)).measure },
			means:  "share of answerable questions for which the best passage is of a document that answers"},
		{name: "passage_success@5", label: "S@5", measure: found(5).measure,
			means: "the same for one of the five best documents"},
		{name: "ndcg@10", label: "nDCG@10", measure: gain().measure,
			means: "how high the documents that answer stand among the ten best, 1 where they are first"},
		{name: "excerpt_hit@1", label: "hit@1", measure: hit(1).measure,
			means: "share of answerable questions whose first excerpt shows a span that is known to answer, whatever the outcome"},
		{name: "excerpt_hit@3", label: "hit@3", measure: hit(3).measure,
			means: "the same for one of the first three excerpts"},
		{name: "coverage_all", label: "coverage", measure: coverage().measure,
			means: "of the documents that answer a question on which they differ, the share that is heard on the first screen"},
		{name: "answers_shown", label: "shown", measure: stated().measure,
			means: "of the different answers that documents state, the share that is on the first screen"},
		{name: "two_sides", label: "two sides", measure: twoSides().measure,
			means: "share of questions with two different answers on the first screen"},
		{name: "precision", label: "precision", measure: measure(precision().measure).where(isGraded),
			means: "share of the answers given, at the threshold that is shipped, of which one of the first three excerpts shows a span that answers; an answer to a question without one counts as wrong; the baseline has a threshold of its own, so compare it together with the false refusals"},
		{name: "precision_offcorpus", label: "prec. off", measure: precisionOffcorpus(),
			means: "precision without adversarial questions: of those without an answer only the kind offcorpus counts"},
		{name: "auroc", label: "AUROC", measure: auroc(isAnswerable, isOpen), ofKind: aurocOf,
			means: "how often a question with an answer has more confidence than one without: 1 is always, .5 is chance"},
		{name: "answered_when_unanswerable", label: "false ans.", lower: true, measure: overreach().measure,
			means: "share of questions without an answer that were answered"},
		{name: "refused_when_answerable", label: "false ref.", lower: true, measure: refusal().measure,
			means: "share of questions with an answer that were not answered"},
		{name: "words_first_screen_median", label: "words", lower: true, whole: true, measure: medianWords(Verdict.Answered),
			means: "median number of words of quotes on the first screen of an answer"},
		{name: "words_first_screen_median_agreeing", label: "agreeing words", lower: true, whole: true, measure: medianWords(isAgreeing),
			means: "the same among answers that do not show different values"},
		{name: "fidelity", label: "fidelity", measure: fidelity().measure,
			means: "share of all excerpts that are byte for byte in their document"},
	}
}

// fidelity is the share of excerpts that are byte for byte in their document.
func fidelity() quotient {
	return func(v Verdict) tally { return tally{float64(v.Excerpts - len(v.NotVerbatim)), float64(v.Excerpts)} }
}

// number writes a figure: a whole number, or a share with three decimals and no zero before the point.
func (f figure) number(v float64) string {
	places := 3
	if f.whole {
		places = 0
	}
	text := strings.TrimSuffix(strconv.FormatFloat(math.Abs(v), 'f', places, 64), ".000")
	if text != "0" && v < 0 {
		text = "−" + text
	}
	return strings.Replace(text, "0.", ".", 1)
}

// signed is number with the sign of v.
func (f figure) signed(v float64) string {
	text := f.number(v)
	if v > 0 && text != "0" {
		text = "+" + text
	}
	return text
}

// reaches reports whether a value is as good as a bound, in the decimals of a report; nearly all is not all.
func (f figure) reaches(v, bound float64) bool {
	near := *round(&v, decimals)
	switch {
	case bound == 1:
		return v >= 1
	case f.lower:
		return near <= bound
	}
	return near >= bound
}
