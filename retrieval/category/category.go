// Package category knows the members of the categories that questions ask for by their noun: which sport, what
// occupation, what genre. Answers to such questions are common nouns, so nothing in their form gives them away; a list
// of general English does.
package category

import (
	_ "embed"
	"strings"
	"sync"

	"pullquote/corpus"
	"pullquote/retrieval/name"
)

// Category is a sort of thing that can be asked for, such as "sport".
type Category string

// Of returns the category that a noun asks for, ok is false if it asks for none that is known. The noun is in lower
// case, singular or plural.
func Of(noun string) (c Category, ok bool) {
	l := builtin()
	c, ok = l.nouns[noun]
	if !ok {
		c, ok = l.nouns[strings.TrimSuffix(noun, "s")]
	}
	return c, ok
}

// Find returns the members of a category that a text names, in order, the longest where several start at one place.
func (c Category) Find(text string) []name.Name {
	members := builtin().members[c]
	words := fields(text)
	var found []name.Name
	for i := 0; i < len(words); {
		n := c.longest(members, text, words[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, name.New(corpus.Span{Start: words[i].Start, End: words[i+n-1].End}, text))
		i += n
	}
	return found
}

// longest returns how many of the words are one member of the category, 0 if they start with none.
func (c Category) longest(members map[string]bool, text string, words []corpus.Span) int {
	const most = 3
	for n := min(most, len(words)); n > 0; n-- {
		if members[phrase(text, words[:n])] {
			return n
		}
	}
	return 0
}

// phrase joins words in lower case by single spaces.
func phrase(text string, words []corpus.Span) string {
	var parts []string
	for _, w := range words {
		parts = append(parts, strings.ToLower(text[w.Start:w.End]))
	}
	return strings.Join(parts, " ")
}

//go:embed categories.txt
var categories string

var builtin = sync.OnceValue(func() lexicon { return read(categories) })
