package figure

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Interval is the set of values between Low and High, which are infinite where the words give no bound.
type Interval struct {
	Low, High float64
	// LowOpen and HighOpen say that the bound itself is not meant: "more than 3,000" leaves out 3,000.
	LowOpen, HighOpen bool
	// Grain is how far the true value may lie from a bound because the number is rounded: half of the last digit
	// stated. It is 0 for a count written out in full: "26" is 26, "1.5 million" may be 1,512,340.
	Grain float64
}

func exactly(v float64) Interval { return Interval{Low: v, High: v} }

func (v Interval) scaled(factor float64) Interval {
	v.Low, v.High, v.Grain = v.Low*factor, v.High*factor, v.Grain*factor
	return v
}

// single reports whether v is one number.
func (v Interval) single() bool { return v.Low == v.High }

// meets reports whether some value lies in both intervals, allowing for rounding.
func (v Interval) meets(w Interval) bool {
	v, w = v.widened(), w.widened()
	low, lowOpen := w.Low, w.LowOpen
	if v.Low > w.Low || v.Low == w.Low && v.LowOpen {
		low, lowOpen = v.Low, v.LowOpen
	}
	high, highOpen := w.High, w.HighOpen
	if v.High < w.High || v.High == w.High && v.HighOpen {
		high, highOpen = v.High, v.HighOpen
	}
	return low < high || low == high && !lowOpen && !highOpen
}

// widened returns v with its bounds moved apart by the grain. The new bounds are open, so that "10 days" and
// "11 days" touch without meeting.
func (v Interval) widened() Interval {
	// A grain that is lost beside the number, which has more digits than a float64, would leave nothing between the bounds.
	if v.Grain <= 0 || v.Low == v.High && v.Low-v.Grain == v.High+v.Grain {
		return v
	}
	v.Low, v.High, v.LowOpen, v.HighOpen = v.Low-v.Grain, v.High+v.Grain, true, true
	return v
}

// plus returns the sums of a value of v and a value of w.
func (v Interval) plus(w Interval) Interval {
	return Interval{
		Low: v.Low + w.Low, High: v.High + w.High, Grain: v.Grain + w.Grain,
		LowOpen: v.LowOpen || w.LowOpen, HighOpen: v.HighOpen || w.HighOpen,
	}
}

// key writes the interval without its grain, so that "1.5 million" and "1,500,000" are the same statement.
func (v Interval) key() string {
	open, end := "[", "]"
	if v.LowOpen {
		open = "("
	}
	if v.HighOpen {
		end = ")"
	}
	// Twelve digits tell all stated values apart and hide the noise of unit conversion.
	format := func(x float64) string { return strconv.FormatFloat(x, 'g', 12, 64) }
	return open + format(v.Low) + "," + format(v.High) + end
}

// significant returns the number of significant digits of x and the worth of the last of them.
func significant(x float64) (digits int, worth float64) {
	x = math.Abs(x)
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return 1, 1
	}
	mantissa, power, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	exponent, _ := strconv.Atoi(power)
	digits = len(strings.Replace(mantissa, ".", "", 1))
	return digits, math.Pow(10, float64(exponent-digits+1))
}

// civil returns the days from 1970-01-01 to a day of the Gregorian calendar, applied backwards without end.
func civil(year, month, day int) float64 {
	return float64(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
