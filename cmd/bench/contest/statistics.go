package contest

import (
	"math"
	"slices"
)

// Quantile returns the smallest value that a share q of the values, in [0, 1], does not exceed; 0 for none. Of an even
// number of values the median is thus the lower of the two in the middle. It leaves values as they are.
func Quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[rank(q, len(sorted))-1]
}

// rank returns how many of n sorted values, n > 0, end with the one that a share q of them does not exceed.
func rank(q float64, n int) int { return min(max(int(math.Ceil(q*float64(n))), 1), n) }

// Growth is a law y = Factor · x^Exponent.
type Growth struct{ Factor, Exponent float64 }

// Fit returns the law that fits points best, by least squares over their logarithms. It is not ok with fewer than two
// different x, or with a coordinate that is not positive.
func Fit(x, y []float64) (g Growth, ok bool) {
	var n, sx, sy, sxx, sxy float64
	for i := range min(len(x), len(y)) {
		if x[i] <= 0 || y[i] <= 0 {
			return Growth{}, false
		}
		lx, ly := math.Log(x[i]), math.Log(y[i])
		n, sx, sy, sxx, sxy = n+1, sx+lx, sy+ly, sxx+lx*lx, sxy+lx*ly
	}
	d := n*sxx - sx*sx
	if n < 2 || d < 1e-9 {
		return Growth{}, false
	}
	slope := (n*sxy - sx*sy) / d
	return Growth{Factor: math.Exp((sy - slope*sx) / n), Exponent: slope}, true
}

// At returns the law's y of x.
func (g Growth) At(x float64) float64 { return g.Factor * math.Pow(x, g.Exponent) }

// Reaches returns the x from which on y is exceeded: +Inf where the law does not grow.
func (g Growth) Reaches(y float64) float64 {
	if g.Exponent <= 0 {
		return math.Inf(1)
	}
	return math.Pow(y/g.Factor, 1/g.Exponent)
}
