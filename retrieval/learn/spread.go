package learn

import "math"

// spread is how features vary: their means and standard deviations.
type spread struct{ mean, deviation []float64 }

// spreadOf returns the spread of the columns of rows, of which there is at least one.
func spreadOf(rows [][]float64) spread {
	n := len(rows[0])
	s := spread{make([]float64, n), make([]float64, n)}
	for j := range n {
		for _, r := range rows {
			s.mean[j] += r[j] / float64(len(rows))
		}
		for _, r := range rows {
			s.deviation[j] += (r[j] - s.mean[j]) * (r[j] - s.mean[j]) / float64(len(rows))
		}
		s.deviation[j] = math.Sqrt(s.deviation[j])
		if s.deviation[j] < 1e-9*(1+math.Abs(s.mean[j])) { // rounding makes a constant vary a little
			s.deviation[j] = 0
		}
	}
	return s
}

func (s spread) width() int { return len(s.mean) }

// standard returns features in units of their deviation from the mean, 0 for those that do not vary.
func (s spread) standard(features []float64) []float64 {
	out := make([]float64, len(features), len(features)+1)
	for i, f := range features {
		if s.deviation[i] > 0 {
			out[i] = (f - s.mean[i]) / s.deviation[i]
		}
	}
	return out
}

// raw turns weights of standardised features, the bias last, into weights of the features themselves.
func (s spread) raw(w []float64) []float64 {
	n := s.width()
	out := make([]float64, n+1)
	out[n] = w[n]
	for i := range n {
		if s.deviation[i] > 0 {
			out[i] = w[i] / s.deviation[i]
			out[n] -= out[i] * s.mean[i]
		}
	}
	return out
}
