package retrieval

import (
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/terms"
)

// lexis is what is counted of the passages of one language in a run of documents.
type lexis struct {
	documents int // written in it
	passages  int
	text      fieldStats // of text and title together
	title     fieldStats
	terms     terms.Table
	learnt    learnt
}

// census counts the passages of one language.
type census struct {
	lexis
	analyzer *analysis.Analyzer
	counter  terms.Counter
	small    map[string]bool // the terms of the passage that is counted: whether it has them in small letters
}

func newCensus(code string) *census {
	return &census{lexis: lexis{learnt: newLearnt()}, analyzer: analysis.For(code), small: map[string]bool{}}
}

// counted is a passage that has been counted.
type counted struct{ title, text []string }

// document counts the passages of a document and returns their terms.
func (c *census) document(d *corpus.Document) []counted {
	c.documents++
	var out []counted
	title := termsOf(c.analyzer.Tokens(d.Metadata().Title.Value))
	for _, p := range d.Passages() {
		out = append(out, counted{title, c.passage(p.Text(), title)})
	}
	return out
}

// passage counts a passage and returns its terms.
func (c *census) passage(text string, title []string) []string {
	tokens := c.analyzer.Tokens(text)
	clear(c.small)
	for _, t := range title {
		c.small[t] = c.small[t]
	}
	for _, tok := range tokens {
		if !tok.Stop {
			c.small[tok.Term] = c.small[tok.Term] || isSmall(text[tok.Start:])
		}
	}
	for t, small := range c.small {
		c.counter.Add(t, small)
	}
	out := termsOf(tokens)
	c.passages++
	c.text.add(len(title) + len(out))
	c.title.add(len(title))
	c.learnt.learn(text, c.analyzer)
	return out
}

func isSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// termsOf returns the terms of a text that are searched for.
func termsOf(tokens []analysis.Token) []string {
	var out []string
	for _, tok := range tokens {
		if !tok.Stop {
			out = append(out, tok.Term)
		}
	}
	return out
}

// finish returns what was counted.
func (c *census) finish() *lexis {
	c.terms = c.counter.Table(func(term string) []string { return spelledPlain(c.analyzer, term) })
	return &c.lexis
}
