package contest

import (
	"math"
	"testing"
)

func TestQuantile(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		q      float64
		want   float64
	}{
		{nil, .5, 0},
		{[]float64{7}, .5, 7},
		{[]float64{7}, 0, 7},
		{[]float64{7}, 1, 7},
		{[]float64{3, 1}, .5, 1},
		{[]float64{3, 1, 2}, .5, 2},
		{[]float64{4, 3, 2, 1}, .75, 3},
		{[]float64{4, 3, 2, 1}, .76, 4},
		{[]float64{4, 3, 2, 1}, .99, 4},
	} {
		if got := Quantile(tt.values, tt.q); got != tt.want {
			t.Errorf("Quantile(%v, %v) = %v, want %v", tt.values, tt.q, got, tt.want)
		}
	}
	values := []float64{2, 1}
	if Quantile(values, .5); values[0] != 2 {
		t.Errorf("Quantile sorted its argument to %v", values)
	}
}

func TestFit(t *testing.T) {
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9*math.Abs(b) }
	g, ok := Fit([]float64{1, 10, 100}, []float64{3, 30, 300})
	if !ok || !near(g.Factor, 3) || !near(g.Exponent, 1) {
		t.Errorf("Fit of 3x = %+v, %v", g, ok)
	}
	g, ok = Fit([]float64{4, 9}, []float64{2, 3})
	if !ok || !near(g.Exponent, .5) || !near(g.At(16), 4) || !near(g.Reaches(5), 25) {
		t.Errorf("Fit of the square root = %+v, %v, of 16 %v, reaches 5 at %v", g, ok, g.At(16), g.Reaches(5))
	}
	if at := (Growth{Factor: 2, Exponent: 0}).Reaches(5); !math.IsInf(at, 1) {
		t.Errorf("what does not grow reaches 5 at %v, want +Inf", at)
	}
	for _, tt := range [][2][]float64{{nil, nil}, {{1}, {1}}, {{2, 2}, {1, 3}}, {{1, 0}, {1, 1}}, {{1, 2}, {1, -1}}} {
		if g, ok := Fit(tt[0], tt[1]); ok {
			t.Errorf("Fit(%v, %v) = %+v, want none", tt[0], tt[1], g)
		}
	}
}
