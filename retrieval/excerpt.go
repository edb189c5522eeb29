package retrieval

import (
	"regexp"
	"slices"

	"pullquote/corpus"
)

// excerpt is a run of sentences chosen to be quoted.
type excerpt struct {
	sentence        // the one it was chosen for
	first, last int // sentences of the passage, [first, last)
}

// dependent matches the beginning of a sentence that cannot be understood without the one before it.
var dependent = regexp.MustCompile(`^(?i:["“”'‘’(\[]*)(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|Such|However|But|Instead|Therefore|Thus|Hence|Then|Later|Afterwards|Meanwhile|Also|Moreover|Furthermore|Otherwise|Similarly|Likewise)\b`)

// grow returns the shortest run around a sentence that stands on its own: with the sentence before it, if it begins
// with a word that points there.
func grow(s sentence) excerpt {
	e := excerpt{sentence: s, first: s.at, last: s.at + 1}
	if s.at > 0 && dependent.MatchString(s.text()) && s.sameBlock(s.at-1) {
		e.first--
	}
	return e
}

// sameBlock reports whether sentence i of the passage is in the block of s.
func (s sentence) sameBlock(i int) bool { return s.Block(i) == s.Block(s.at) }

func (e excerpt) holds(s sentence) bool {
	return e.candidate == s.candidate && e.first <= s.at && s.at < e.last
}

// cut turns the run into an Excerpt of the answer.
func (e excerpt) cut(source int) Excerpt {
	quote, err := e.Quote(e.first, e.last)
	if err != nil {
		panic("retrieval: excerpt outside its passage: " + err.Error())
	}
	out := Excerpt{Source: source, Quote: quote, Score: min(1, max(0, e.score/highestScore))}
	for i := e.first; i < e.last; i++ {
		for _, m := range e.found[i] {
			out.Matches = append(out.Matches, m.Span)
		}
	}
	out.Matches = slices.CompactFunc(out.Matches, func(a, b corpus.Span) bool { return a.Overlaps(b) })
	return out
}

const (
	// mostExcerpts bounds the excerpts of an answer, those behind "More" included.
	mostExcerpts = 10
	// asideBelow is the share of the best excerpt's score below which an excerpt is kept aside, againBelow the one for
	// a source that is quoted already.
	asideBelow = .5
	againBelow = .8
	// againFactor is what a further excerpt of the same source is worth: what another source says comes first.
	againFactor = .9
)

// choose picks excerpts, best first, each from sentences not quoted yet, a further one of the same source only when
// it is clearly better than what other sources offer.
func choose(sentences []sentence, witness func(*corpus.Document) *corpus.Document, most int) []excerpt {
	var out []excerpt
	taken := map[*corpus.Document]int{}
	rest := slices.Clone(sentences)
	for len(rest) > 0 && len(out) < most {
		best, worth := 0, -1.0
		for i, s := range rest {
			w := s.score
			for range taken[witness(s.Document())] {
				w *= againFactor
			}
			if w > worth {
				best, worth = i, w
			}
		}
		e := grow(rest[best])
		e.score = worth
		taken[witness(e.Document())]++
		out = append(out, e)
		rest = slices.DeleteFunc(rest, e.holds)
	}
	return out
}
