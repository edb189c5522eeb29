package category

import (
	"strings"
	"unicode"

	"pullquote/corpus"
)

// lexicon is the list of members read from text: a line that starts with a hash is a comment, one that ends with a colon
// names the nouns that ask for a category, of which the first is its name, and the lines below hold its members, set
// apart by commas.
type lexicon struct {
	nouns   map[string]Category
	members map[Category]map[string]bool
}

func read(text string) lexicon {
	l := lexicon{map[string]Category{}, map[Category]map[string]bool{}}
	var c Category
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		heading, isHeading := strings.CutSuffix(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case isHeading:
			nouns := split(heading)
			c = Category(nouns[0])
			l.members[c] = map[string]bool{}
			for _, n := range nouns {
				l.nouns[n] = c
			}
		default:
			l.add(c, split(line))
		}
	}
	return l
}

// add adds members and their plurals.
func (l lexicon) add(c Category, members []string) {
	for _, m := range members {
		l.members[c][m] = true
		l.members[c][m+"s"] = true
	}
}

func split(list string) []string {
	var out []string
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// fields returns the words of a text; a hyphen between letters belongs to the word.
func fields(text string) []corpus.Span {
	var out []corpus.Span
	start := -1
	end := func(i int) {
		if start >= 0 {
			out = append(out, corpus.Span{Start: start, End: i})
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '&':
			if start < 0 {
				start = i
			}
		case r == '-' && start >= 0 && i+1 < len(text) && text[i+1] > ' ':
		default:
			end(i)
		}
	}
	end(len(text))
	return out
}
