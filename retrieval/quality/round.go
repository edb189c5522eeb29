package quality

import "strconv"

// Figures are rounded to this many decimals; fidelity, of which nothing but 1 will do, to more.
const (
	decimals         = 4
	fidelityDecimals = 6
)

// round rounds to the nearest decimal number, ties of the exact binary value to even. nil stays nil.
func round(v *float64, decimals int) *float64 {
	if v == nil {
		return nil
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(*v, 'f', decimals, 64), 64)
	if err != nil {
		return v // infinite or not a number
	}
	return &r
}

func ratio(a, b int) *float64 {
	v := float64(a) / float64(b)
	return &v
}

func indicator(b bool) *float64 {
	if b {
		return ratio(1, 1)
	}
	return ratio(0, 1)
}
