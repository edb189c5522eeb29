package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Where of two items, one with a feature and one without, the one with it is relevant in 3 of 4 lists, its odds are 3
// to 1.
func TestRankOfOneFeature(t *testing.T) {
	var lists []List
	for i := range 4 {
		lists = append(lists, List{Items: [][]float64{{1}, {0}}, Relevant: []bool{i > 0, i == 0}})
	}
	checkWeights(t, Rank(lists, weak), []float64{math.Log(3)})
	weighted := []List{lists[0], lists[1]}
	weighted[1].Weight = 3
	checkWeights(t, Rank(weighted, weak), []float64{math.Log(3)})
}

func TestRankPassesOverWhatTeachesNothing(t *testing.T) {
	useless := []List{
		{Items: [][]float64{{1}, {0}}, Relevant: []bool{true, true}},
		{Items: [][]float64{{1}, {0}}, Relevant: []bool{false, false}},
		{},
	}
	if w := Rank(useless, 1); w != nil {
		t.Errorf("weights %v, want none", w)
	}
	useful := List{Items: [][]float64{{1}, {0}}, Relevant: []bool{true, false}}
	checkWeights(t, Rank(append(useless, useful), .1), Rank([]List{useful}, .1))
}

// A feature that tells lists apart but not items of one list is worth nothing, however large.
func TestRankSeesDifferencesInsideLists(t *testing.T) {
	lists := []List{
		{Items: [][]float64{{1, 900}, {0, 900}}, Relevant: []bool{true, false}},
		{Items: [][]float64{{1, -20}, {0, -20}}, Relevant: []bool{true, false}},
	}
	if w := Rank(lists, .1); w[0] <= 0 || w[1] != 0 {
		t.Errorf("weights %v, want + and 0", w)
	}
}

// manyLists invents lists with two relevant items of six.
func manyLists() []List {
	r := rand.New(rand.NewPCG(5, 6))
	var lists []List
	for range 100 {
		l := List{}
		for i := range 6 {
			relevant, x := i < 2, r.NormFloat64()
			if relevant && r.IntN(2) == 0 {
				x += 2
			}
			l.Items = append(l.Items, []float64{x, x + 3*r.NormFloat64(), r.NormFloat64()})
			l.Relevant = append(l.Relevant, relevant)
		}
		lists = append(lists, l)
	}
	return lists
}

// logSummed is what Rank maximises, but for the regularisation, put as plainly as can be.
func logSummed(lists []List, w []float64) float64 {
	sum := 0.0
	for _, l := range lists {
		all, relevant := 0.0, 0.0
		for i, item := range l.Items {
			e := math.Exp(Score(w, item))
			all += e
			if l.Relevant[i] {
				relevant += e
			}
		}
		sum += math.Log(relevant / all)
	}
	return sum / float64(len(lists))
}

func TestRankFindsTheMaximum(t *testing.T) {
	lists := manyLists()
	w := Rank(lists, weak)
	best := logSummed(lists, w)
	for i := range w {
		for _, step := range []float64{-1e-3, 1e-3} {
			other := append([]float64{}, w...)
			other[i] += step
			if v := logSummed(lists, other); v > best {
				t.Errorf("weights %v give %.9f, %v give %.9f", w, best, other, v)
			}
		}
	}
	if zero := logSummed(lists, make([]float64, 3)); best <= zero {
		t.Errorf("%g is no better than no weights, %g", best, zero)
	}
}
