package figure

import "strings"

// What is announced has not happened: a date behind "will" does not say when something began, and one behind "would" may
// not. Only English has such words here; other questions ask of no tense.

var pastWords = set("did was were had")

var futureWords = set("will shall won't would")

const foretoldWithin = 8 // words

// asksPast reports whether a question is about what has happened.
func (s *scan) asksPast() bool {
	if s.words != &english {
		return false
	}
	past := false
	for i := range s.toks {
		if futureWords[s.low(i)] {
			return false
		}
		past = past || pastWords[s.low(i)]
	}
	return past
}

// foretold reports whether f is a date of something announced: a word of the future stands before it in its clause.
func foretold(f Figure, text string) bool {
	if f.Kind != Date || f.Start > len(text) {
		return false
	}
	words := strings.Fields(strings.ToLower(text[:f.Start]))
	for k := len(words) - 1; k >= 0 && k >= len(words)-foretoldWithin; k-- {
		if futureWords[words[k]] {
			return true
		}
		if strings.ContainsAny(words[k], ".;,") || conjunctions[words[k]] {
			return false
		}
	}
	return false
}
