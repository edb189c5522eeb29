package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// synonymsName is the file in the root in which moderators name their own words, in the format of Solr's synonyms.txt:
//
//	# a comment
//	ferry, boat, car ferry
//	guv, boss => harbour master
//	tea\, coffee, refreshments
//
// The words of a plain line, or expressions of several, stand for each other. Those before a => are asked, those behind it
// are what the documents say. A backslash takes the meaning from the character behind it.
const synonymsName = "synonyms.txt"

// Synonym is one line of synonyms.txt: who asks for one of the words may be answered by another.
type Synonym struct {
	// Asked are the words, or expressions of several, that a question can hold, and Said those that can stand for them in
	// a document. They are the same where all stand for each other.
	Asked, Said []string
}

// EqualSynonyms reports whether two lists name the same in the same order.
func EqualSynonyms(a, b []Synonym) bool {
	return slices.EqualFunc(a, b, func(x, y Synonym) bool {
		return slices.Equal(x.Asked, y.Asked) && slices.Equal(x.Said, y.Said)
	})
}

// mostSynonyms bounds the words of a line: each leads to each.
const mostSynonyms = 100

// readSynonyms reads a synonyms.txt, or says why that is not possible. A line that cannot be read is noted and left out;
// the rest holds.
func readSynonyms(raw []byte, err error) ([]Synonym, []Problem) {
	if err != nil {
		return nil, []Problem{remarkOf(synonymsName, err)}
	}
	text, notes, err := decode(raw, "")
	if err != nil {
		return nil, []Problem{remarkOf(synonymsName, err)}
	}
	var problems []Problem
	for _, n := range notes {
		problems = append(problems, Problem{Path: synonymsName, Reason: n.reason, Mend: n.mend})
	}
	synonyms, wrong := parseSynonyms(text)
	return synonyms, append(problems, wrong...)
}

// remarkOf is problemOf for a file that is no document, which therefore leaves none out.
func remarkOf(where string, err error) Problem {
	p := problemOf(where, err)
	p.LeftOut = false
	return p
}

// parseSynonyms returns what the lines of a synonyms.txt say, and which of them cannot be read: the first of those, and
// a count of the others.
func parseSynonyms(text string) ([]Synonym, []Problem) {
	var out []Synonym
	var problems []Problem
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, byteOrderMark)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		s, err := parseSynonym(line)
		if err != nil {
			problems = append(problems, remarkOf(fmt.Sprintf("%s line %d", synonymsName, n), err))
			continue
		}
		out = append(out, s)
	}
	return out, listed(synonymsName, problems)
}

// parseSynonym reads one line. The error is a refusal.
func parseSynonym(line string) (Synonym, error) {
	sides, err := synonymSides(line)
	switch {
	case err != nil:
		return Synonym{}, err
	case len(sides) > 2:
		return Synonym{}, refusal{"it has more than one =>", "write one rule on a line"}
	case len(sides) == 2:
		return Synonym{sides[0], sides[1]}, nil
	case len(sides[0]) == 1:
		return Synonym{}, refusal{fmt.Sprintf("it names only %q", sides[0][0]), "name the words that mean the same on one line, with commas between them"}
	}
	return Synonym{sides[0], sides[0]}, nil
}

// synonymSides returns the words before and behind every => of a line.
func synonymSides(line string) ([][]string, error) {
	sides := [][]string{nil}
	var word strings.Builder
	end := func() error {
		w := strings.Join(strings.Fields(word.String()), " ")
		word.Reset()
		last := len(sides) - 1
		sides[last] = append(sides[last], w)
		switch {
		case w == "":
			return refusal{"a word is missing before or behind a comma or =>", `write the word, or a backslash before a comma that is part of one`}
		case len(sides[last]) > mostSynonyms:
			return refusal{fmt.Sprintf("it has more than %d words", mostSynonyms), "split it into several lines"}
		}
		return nil
	}
	for i := 0; i < len(line); i++ {
		var err error
		switch {
		case line[i] == '\\' && i+1 < len(line):
			i++
			word.WriteByte(line[i])
		case line[i] == ',':
			err = end()
		case strings.HasPrefix(line[i:], "=>"):
			i++
			err = end()
			sides = append(sides, nil)
		default:
			word.WriteByte(line[i])
		}
		if err != nil {
			return nil, err
		}
	}
	return sides, end()
}
