package learn

import "math"

// valuation is an objective at a point: its value, its slope, and a positive definite matrix that bounds its curvature
// from above.
type valuation struct {
	value     float64
	gradient  []float64
	curvature [][]float64 // symmetric; only [i][j] with j <= i is filled
}

func newValuation(n int) valuation {
	v := valuation{gradient: make([]float64, n), curvature: make([][]float64, n)}
	for i := range v.curvature {
		v.curvature[i] = make([]float64, i+1)
	}
	return v
}

// add adds slope times x to the gradient and curve times the outer product of x to the curvature.
func (v *valuation) add(x []float64, slope, curve float64) {
	for i, a := range x {
		v.gradient[i] += slope * a
		row := v.curvature[i]
		for j := range row {
			row[j] += curve * a * x[j]
		}
	}
}

func (v *valuation) scale(by float64) {
	v.value *= by
	for i := range v.gradient {
		v.gradient[i] *= by
		for j := range v.curvature[i] {
			v.curvature[i][j] *= by
		}
	}
}

// regularise adds l2/2 times the squared length of w, the first of the weights.
func (v *valuation) regularise(w []float64, l2 float64) {
	for i, x := range w {
		v.value += l2 / 2 * x * x
		v.gradient[i] += l2 * x
		v.curvature[i][i] += l2
	}
}

const (
	mostSteps = 200
	// flat is the largest slope at which a minimum counts as reached.
	flat = 1e-10
)

// minimise returns where an objective of n weights is least, starting from 0: Newton's method with the step halved
// until the value falls by a fair part of what the slope promises.
func minimise(n int, at func([]float64) valuation) []float64 {
	w := make([]float64, n)
	v := at(w)
	for range mostSteps {
		if steepest(v.gradient) < flat {
			break
		}
		next, lower, ok := descend(w, v, at)
		if !ok {
			break
		}
		w, v = next, lower
	}
	return w
}

// descend takes one step; it is not ok where no step leads lower.
func descend(w []float64, v valuation, at func([]float64) valuation) ([]float64, valuation, bool) {
	const smallest, fair = 1e-12, 1e-4
	step := solve(v.curvature, v.gradient)
	promised := Score(v.gradient, step)
	next := make([]float64, len(w))
	for length := 1.0; length > smallest; length /= 2 {
		for i := range w {
			next[i] = w[i] - length*step[i]
		}
		if lower := at(next); lower.value < v.value-fair*length*promised {
			return next, lower, true
		}
	}
	return w, v, false
}

func steepest(gradient []float64) float64 {
	most := 0.0
	for _, g := range gradient {
		most = max(most, math.Abs(g))
	}
	return most
}

// solve returns x such that a x = b, for a symmetric positive definite a, by Cholesky's decomposition. A direction in
// which a is flat to machine precision, as that of a bias where no label is in doubt, is given a little curvature.
func solve(a [][]float64, b []float64) []float64 {
	const least = 1e-12
	n := len(b)
	l := make([][]float64, n)
	for i := range l {
		l[i] = make([]float64, i+1)
		for j := range l[i] {
			sum := a[i][j]
			for k := range j {
				sum -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(max(sum, least))
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	return backward(l, forward(l, b))
}

// forward solves l y = b for a lower triangular l.
func forward(l [][]float64, b []float64) []float64 {
	y := make([]float64, len(b))
	for i := range y {
		y[i] = b[i]
		for k := range i {
			y[i] -= l[i][k] * y[k]
		}
		y[i] /= l[i][i]
	}
	return y
}

// backward solves l' x = y for a lower triangular l.
func backward(l [][]float64, y []float64) []float64 {
	x := make([]float64, len(y))
	for i := len(y) - 1; i >= 0; i-- {
		x[i] = y[i]
		for k := i + 1; k < len(y); k++ {
			x[i] -= l[k][i] * x[k]
		}
		x[i] /= l[i][i]
	}
	return x
}
