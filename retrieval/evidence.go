package retrieval

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"pullquote/retrieval/figure"
)

// evidence is what there is to tell whether the sentences found answer the question.
type evidence struct {
	sentences []*sentence // best first, at least one
	plan      *plan
}

// Signal is one of the numbers that the confidence is made of.
type Signal struct {
	// Name is the key of the number in Explanation.Features.
	Name string
	// Sign is +1 if more of it can only speak for an answer, -1 if only against one.
	Sign int
	// scale turns the number into the one that is weighed.
	scale func(float64) float64
	read  func(evidence) float64
}

// Signals returns what the confidence is made of, in the order of its weights. The score of the best passage against
// what it would be by chance carries most; the rest was kept because it helped on question sets that it was not fitted
// on. That the best sentence has a sign of the person, place or reason asked for did not.
func Signals() []Signal {
	return []Signal{
		{"passage", +1, logarithm, evidence.passage},
		{"chance", -1, logarithm, evidence.chance},
		{"margin", +1, identity, evidence.margin},
		{"found", +1, math.Log1p, evidence.found},
		{"missing", -1, identity, evidence.missing},
		{"names", +1, identity, evidence.names},
		{"stated", +1, identity, evidence.stated},
	}
}

// Weighed returns, of Explanation.Features, the numbers that the weights of Signals are for.
func Weighed(features map[string]float64) []float64 {
	var out []float64
	for _, s := range Signals() {
		out = append(out, s.scale(features[s.Name]))
	}
	return out
}

func identity(x float64) float64 { return x }

// logarithm keeps a score near 0, of which there are many kinds, from being a world away from the next.
func logarithm(x float64) float64 { return math.Log(max(x, .01)) }

func (x evidence) best() *sentence { return x.sentences[0] }

// passage is the score of the passage that the best sentence is from.
func (x evidence) passage() float64 { return x.best().candidate.score }

// chance is the score that a question of the best sentence's language reaches by chance.
func (x evidence) chance() float64 { return x.best().query.tongue.chance }

// margin is how far the best passage is above the mean of the ten best, or of all if there are fewer, but of no fewer than
// leastCompared, those missing counting 0: where nothing answers, many passages are alike.
func (x evidence) margin() float64 {
	best := x.passages()
	best = best[:min(mostRetrieved, len(best))]
	sum := 0.0
	for _, c := range best {
		sum += c.score
	}
	return best[0].score - sum/float64(max(leastCompared, len(best)))
}

const leastCompared = 2

// passages returns the passages of the sentences, best first.
func (x evidence) passages() []*candidate {
	seen := map[*candidate]bool{}
	var out []*candidate
	for _, s := range x.sentences {
		if !seen[s.candidate] {
			seen[s.candidate] = true
			out = append(out, s.candidate)
		}
	}
	slices.SortFunc(out, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index))
	})
	return out
}

// found is how many words of the question stand near each other, those counted less that say little: the same share of a
// longer question says more.
func (x evidence) found() float64 {
	sum := 0.0
	for i, w := range x.best().query.words {
		sum += w.role * x.best().near(i)
	}
	return sum
}

// missing is what the heaviest of the question's own words that do not stand near each other is of the weight of all.
func (x evidence) missing() float64 {
	most, all := 0.0, 0.0
	for i, w := range x.best().query.words {
		if w.history {
			continue
		}
		all += w.weight()
		most = max(most, (1-x.best().near(i))*w.weight())
	}
	if all == 0 {
		return 1
	}
	return most / all
}

// names is the share, by weight, of the question's names and numbers that stand near each other; 1 where it has none.
func (x evidence) names() float64 {
	q := x.best().query
	return q.share(1, func(i int, w queryWord) float64 {
		if !q.identifies(w) {
			return notCounted
		}
		return x.best().near(i)
	})
}

// identifies reports whether a word of the question itself tells which one is meant: it is a name or a number.
func (q *query) identifies(w queryWord) bool {
	r, _ := utf8.DecodeRuneInString(w.surface)
	return q.isNamed(w) || !w.history && unicode.IsDigit(r)
}

// isNamed reports whether a word of the question itself is a name. In German every noun is written like one.
func (q *query) isNamed(w queryWord) bool {
	return w.name && !w.history && q.tongue.analyzer.Language() != "de"
}

// near returns how safely a word of the question is said by the sentence, those beside it, or the title.
func (s *sentence) near(word int) float64 {
	return s.safetyIn(word, max(0, s.at-1), min(s.at+2, len(s.found)))
}

// stated is, where a figure is asked for, the score of the best sentence with one against the best score; 1 where none
// is asked for, and for sizes, which are often told without one.
func (x evidence) stated() float64 {
	if x.plan.asks != asksFigure || x.plan.figure.Kinds[0] == figure.Measure {
		return 1
	}
	for _, s := range x.sentences {
		if s.features[figureFeature] > 0 {
			return max(0, min(1, s.score/x.best().score))
		}
	}
	return 0
}
