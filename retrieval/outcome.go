package retrieval

const (
	answeredFrom  = .45
	mentionedFrom = .1
)

// confidence returns how likely it is that the corpus answers the question, between 0 and 1, and what it was made of.
func confidence(sentences []sentence) (float64, map[string]float64) {
	if len(sentences) == 0 {
		return 0, nil
	}
	best := sentences[0]
	f := map[string]float64{"passage": best.candidate.score, "coverage": best.coverage}
	return min(1, max(0, .6*best.candidate.score+.4*best.coverage)), f
}

func outcome(confidence float64) Outcome {
	switch {
	case confidence >= answeredFrom:
		return Answered
	case confidence >= mentionedFrom:
		return Mentioned
	}
	return NotFound
}
