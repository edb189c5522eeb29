package calibration

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"pullquote/retrieval/learn"
)

const (
	// LeastReactions and LeastVoters are how many reactions, after what one voter may count, and how many voters there
	// must be for the threshold to move.
	LeastReactions = 30
	LeastVoters    = 5
	// mostOfVoter is how many reactions those of one voter count for at most.
	mostOfVoter = 5
	// leftOut is one of how many voters is left out for agreeing least with the others.
	leftOut = 10
	// trust is for how many reactions the shipped confidences count, which say themselves how often they are right.
	trust = 40
	// farthest is how far the threshold may move, in log-odds: from .4 to .17 or to .69.
	farthest = 1.2
	// flattest is the least slope of what readers find against the confidence, in log-odds. Reactions that do not follow
	// the confidence at all are no reason to answer everything or nothing.
	flattest = .3
)

// Threshold returns the confidence from which on answers are right as often as the shipped threshold promises: a
// confidence is a probability, so at the shipped threshold t the share t should be. It is shipped itself where the
// reactions are too few. It does not depend on the order in which reactions came.
func (r *Reactions) Threshold(shipped float64) float64 {
	voters := r.byVoter()
	if len(voters) < LeastVoters || weightOf(voters) < LeastReactions {
		return shipped
	}
	_, shift := fit(agreeing(voters), shipped)
	return learn.Probability(logOdds(shipped) + math.Max(-farthest, math.Min(farthest, shift)))
}

// ballot is what one voter said, each reaction with the same weight.
type ballot struct {
	reactions []Reaction
	weight    float64 // of one reaction
}

func (r *Reactions) byVoter() []ballot {
	said := map[string][]Reaction{}
	for _, x := range r.inOrder() {
		said[x.Voter] = append(said[x.Voter], x)
	}
	var out []ballot
	for _, voter := range slices.Sorted(maps.Keys(said)) {
		n := len(said[voter])
		out = append(out, ballot{said[voter], math.Min(1, mostOfVoter/float64(n))})
	}
	return out
}

func weightOf(voters []ballot) float64 {
	sum := 0.0
	for _, b := range voters {
		sum += b.weight * float64(len(b.reactions))
	}
	return sum
}

// curve gives the probability that readers find an answer right, by its confidence.
type curve struct{ slope, bias float64 }

func (c curve) probability(confidence float64) float64 {
	return learn.Probability(c.slope*logOdds(confidence) + c.bias)
}

// fit returns the curve of the reactions and how far, in log-odds, it moves the threshold.
func fit(voters []ballot, shipped float64) (c curve, shift float64) {
	examples := imagined()
	for _, b := range voters {
		for _, x := range b.reactions {
			examples = append(examples, learn.Example{Features: []float64{logOdds(x.Confidence)}, Label: x.Helpful, Weight: b.weight})
		}
	}
	const hardly = 1e-6 // the imagined reactions regularise
	w := learn.Logistic(examples, hardly)
	c = curve{w[0], w[1]}
	promised := logOdds(shipped)
	return c, (promised-c.bias)/math.Max(c.slope, flattest) - promised
}

// imagined returns reactions as the shipped confidences expect them, spread over what confidences there are.
func imagined() []learn.Example {
	const from, to = -3, 3
	var out []learn.Example
	for x := from; x <= to; x++ {
		f, p, each := []float64{float64(x)}, learn.Probability(float64(x)), trust/float64(to-from+1)
		out = append(out, learn.Example{Features: f, Label: true, Weight: each * p}, learn.Example{Features: f, Label: false, Weight: each * (1 - p)})
	}
	return out
}

// agreeing returns the voters without those that the curve of all explains worst.
func agreeing(voters []ballot) []ballot {
	c, _ := fit(voters, .5)
	sorted := slices.SortedStableFunc(slices.Values(voters), func(a, b ballot) int { return cmp.Compare(a.surprise(c), b.surprise(c)) })
	return sorted[:len(sorted)-len(sorted)/leftOut]
}

// surprise returns how unlikely the curve makes a voter's reactions, as the mean of the negative log-likelihood.
func (b ballot) surprise(c curve) float64 {
	sum := 0.0
	for _, x := range b.reactions {
		p := c.probability(x.Confidence)
		if !x.Helpful {
			p = 1 - p
		}
		sum -= math.Log(p)
	}
	return sum / float64(len(b.reactions))
}

// logOdds is the inverse of learn.Probability, within bounds that a single reaction at the edge cannot leave.
func logOdds(p float64) float64 {
	const least = .02
	p = math.Max(least, math.Min(1-least, p))
	return math.Log(p / (1 - p))
}
