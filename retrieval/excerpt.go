package retrieval

import (
	"pullquote/corpus"
)

// excerpt is a run of sentences chosen to be quoted.
type excerpt struct {
	*sentence           // the one it was chosen for
	first, last int     // sentences of the passage, [first, last)
	score       float64 // of its sentence, or less for a further one of a source
}

// grow returns the shortest run around a sentence that stands on its own: with the sentence before it, if it begins
// with a word that points there, and with the one behind it, if it is a heading or a question that the text asks itself.
func grow(s *sentence) excerpt {
	if s.to == 0 {
		s.from, s.to = s.bounds()
	}
	return excerpt{sentence: s, first: s.from, last: s.to, score: s.score}
}

// bounds returns what grow does.
func (s *sentence) bounds() (first, last int) {
	first, last = s.at, s.at+1
	if s.isHeading(s.at) && last < s.Len() && !s.isHeading(last) {
		last++
	}
	if s.pointsOn() {
		last++
	}
	if s.pointsBack() {
		first--
	}
	return first, last
}

func (s *sentence) isHeading(i int) bool { return s.Block(i).Kind == corpus.Heading }

// sameBlock reports whether sentence i of the passage is in the block of s.
func (s *sentence) sameBlock(i int) bool { return s.Block(i) == s.Block(s.at) }

func (e excerpt) holds(s *sentence) bool {
	return e.candidate == s.candidate && e.first <= s.at && s.at < e.last
}

// isRepeatedBy reports whether quoting s would quote e once more: e holds s, or what s needs to stand on its own holds e.
func (e excerpt) isRepeatedBy(s *sentence) bool {
	if e.candidate != s.candidate {
		return false
	}
	other := grow(s)
	return e.holds(s) || other.first <= e.first && e.last <= other.last
}

func (e excerpt) quote() corpus.Quote {
	quote, err := e.Quote(e.first, e.last)
	if err != nil {
		panic("retrieval: excerpt outside its passage: " + err.Error())
	}
	return quote
}

// cut turns the run into an Excerpt of the answer.
func (e excerpt) cut(source int) Excerpt {
	out := Excerpt{Source: source, Quote: e.quote(), Score: min(1, max(0, e.score/highestScore())), Features: e.features.explain()}
	for i := e.first; i < e.last; i++ {
		for _, m := range e.found[i] {
			if n := len(out.Matches); n == 0 || !out.Matches[n-1].Overlaps(m.Span) {
				out.Matches = append(out.Matches, m.Span)
			}
		}
	}
	return out
}
