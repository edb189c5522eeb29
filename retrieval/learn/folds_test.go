package learn

import (
	"math"
	"slices"
	"testing"
)

func TestFolds(t *testing.T) {
	for _, tt := range []struct {
		name   string
		groups [][]string
		k      int
		want   []int
	}{
		{"nothing", nil, 3, []int{}},
		{"apart", [][]string{{"a"}, {"b"}, {"c"}, {"d"}}, 2, []int{0, 1, 0, 1}},
		{"without keys", [][]string{nil, nil, {}}, 3, []int{0, 1, 2}},
		{"over a third", [][]string{{"a"}, {"b"}, {"c"}, {"b", "a"}}, 2, []int{0, 0, 1, 0}},
		{"a chain met late", [][]string{{"a"}, {"b"}, {"c"}, {"c", "b"}, {"b", "a"}, {"x"}}, 2, []int{0, 0, 0, 0, 0, 1}},
		{"all together", [][]string{{"a"}, {"a"}, {"a"}}, 5, []int{0, 0, 0}},
		{"the largest first", [][]string{{"a"}, {"b"}, {"b"}, {"c"}, {"b"}}, 2, []int{1, 0, 0, 1, 0}},
	} {
		if got := Folds(tt.groups, tt.k); !slices.Equal(got, tt.want) {
			t.Errorf("%s: folds %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestHeldOutNeverTrainsOnItsOwnFold(t *testing.T) {
	folds := []int{0, 2, 0, 1, 2}
	items := []int{0, 1, 2, 3, 4}
	got := HeldOut(items, folds, func(train []int) func(int) int {
		return func(i int) int {
			if slices.ContainsFunc(train, func(j int) bool { return folds[i] == folds[j] }) {
				t.Errorf("item %d is judged by what was learnt from %v", i, train)
			}
			return 10*i + len(train)
		}
	})
	if want := []int{3, 13, 23, 34, 43}; !slices.Equal(got, want) {
		t.Errorf("held out: %v, want %v", got, want)
	}
}

func TestAUROC(t *testing.T) {
	for _, tt := range []struct {
		scores []float64
		labels []bool
		want   float64
	}{
		{[]float64{1, 2, 3, 4}, []bool{false, false, true, true}, 1},
		{[]float64{4, 3, 2, 1}, []bool{false, false, true, true}, 0},
		{[]float64{1, 1, 1}, []bool{true, false, false}, .5},
		{[]float64{3, 1, 2, 2}, []bool{true, false, true, false}, .875},
	} {
		if got := AUROC(tt.scores, tt.labels); got != tt.want {
			t.Errorf("AUROC(%v, %v) = %g, want %g", tt.scores, tt.labels, got, tt.want)
		}
	}
	if got := AUROC([]float64{1, 2}, []bool{true, true}); !math.IsNaN(got) {
		t.Errorf("AUROC of one label is %g", got)
	}
}
