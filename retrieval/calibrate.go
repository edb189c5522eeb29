package retrieval

import (
	"fmt"
	"hash/fnv"
	"math"
	"sync/atomic"

	"pullquote/retrieval/calibration"
)

// threshold is the confidence from which on a question counts as answered. Its zero value is the shipped one.
type threshold struct{ bits atomic.Uint64 }

func (t *threshold) value() float64 {
	if t == nil || t.bits.Load() == 0 {
		return AnsweredFrom
	}
	return math.Float64frombits(t.bits.Load())
}

func (t *threshold) set(v float64) { t.bits.Store(math.Float64bits(v)) }

// ConfidenceModel names what confidences are made by, so that reactions to those of another version of the program are
// told apart: calibration.New takes it. It changes with every fit, as the table in the file of weights does.
func ConfidenceModel() string {
	h := fnv.New64a()
	h.Write([]byte(confidenceFile))
	return fmt.Sprintf("%016x", h.Sum64())
}

// Calibrate moves the threshold of the library to where readers' reactions to its answers put it, and returns it. It is
// the shipped one, AnsweredFrom, where the reactions are too few or to the confidences of another model. Questions that
// are under way may still be judged by the former; Explanation.Threshold says by which. A reload keeps it.
func (l *Library) Calibrate(r *calibration.Reactions) float64 {
	found := AnsweredFrom
	if r.Model() == ConfidenceModel() {
		found = rounded(r.Threshold(AnsweredFrom))
	}
	l.threshold.set(found)
	return found
}
