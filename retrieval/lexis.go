package retrieval

import (
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/postings"
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
	learning learning
	reader   *analysis.Reader[*entry]
	analyzer *analysis.Analyzer
	entries  map[string]*entry
	number   func(term string) uint32 // numbers a new term
	here     []*entry                 // the terms of the passage that is counted, each once
}

// entry is a term, its counts, and what is known of it in the passage that is counted.
type entry struct {
	term    string
	number  uint32
	count   terms.Count
	passage int // the last that was counted, from 1
	times   int // in it
	titled  int // of those in the title of its document
	small   bool
}

// newCensus begins to count the passages of a language; number numbers its terms.
func newCensus(code string, number func(term string) uint32) *census {
	a := analysis.For(code)
	return &census{learning: newLearning(), analyzer: a, reader: analysis.NewReader[*entry](a), entries: map[string]*entry{}, number: number}
}

// word is a term of a text that is counted, with its place.
type word struct {
	*entry
	corpus.Span
}

// words returns the terms of a text, without stop words.
func (c *census) words(text string) []word {
	read := c.reader.Read(text)
	out := make([]word, 0, len(read))
	for _, w := range read {
		if w.Stop {
			continue
		}
		if w.Mine == nil {
			w.Mine = c.entry(w.Term)
		}
		out = append(out, word{w.Mine, w.Span})
	}
	return out
}

func (c *census) entry(term string) *entry {
	e := c.entries[term]
	if e == nil {
		e = &entry{term: term, number: c.number(term)}
		c.entries[term] = e
	}
	return e
}

// passage counts a passage, whose words and those of the title of its document are given, and returns what is stored of
// it in the index.
func (c *census) passage(text string, words, title []word) postings.Passage {
	c.passages++
	c.here = c.here[:0]
	for _, w := range title {
		c.meet(w.entry).titled++
	}
	for _, w := range words {
		e := c.meet(w.entry)
		e.small = e.small || isSmall(text[w.Start:])
	}
	for _, e := range c.here {
		e.count.Passages++
		if e.small {
			e.count.Small++
		}
	}
	c.text.add(len(title) + len(words))
	c.title.add(len(title))
	c.learning.learn(text, c.analyzer)
	return c.stored(len(title)+len(words), len(title))
}

// document counts the passages of a document, whose title has these words, and calls counted with the words of each and
// what is stored of it in the index.
func (c *census) document(d *corpus.Document, title []word, counted func([]word, postings.Passage)) {
	c.documents++
	for _, p := range d.Passages() {
		words := c.words(p.Text())
		counted(words, c.passage(p.Text(), words, title))
	}
}

// titleOf returns the words of the title of a document.
func (c *census) titleOf(d *corpus.Document) []word { return c.words(d.Metadata().Title.Value) }

// meet counts an occurrence in the passage.
func (c *census) meet(e *entry) *entry {
	if e.passage != c.passages {
		e.passage, e.times, e.titled, e.small = c.passages, 0, 0, false
		c.here = append(c.here, e)
	}
	e.times++
	return e
}

// stored returns what is stored of the passage that was counted last.
func (c *census) stored(length, titleLength int) postings.Passage {
	p := postings.Passage{Length: length, TitleLength: titleLength, Text: make([]postings.Occurring, 0, len(c.here))}
	for _, e := range c.here {
		p.Text = append(p.Text, postings.Occurring{Term: e.term, Times: e.times})
		if e.titled > 0 {
			p.Title = append(p.Title, postings.Occurring{Term: e.term, Times: e.titled})
		}
	}
	return p
}

func isSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// finish returns what was counted.
func (c *census) finish() *lexis {
	counts := func(yield func(string, terms.Count) bool) {
		for t, e := range c.entries {
			if !yield(t, e.count) {
				return
			}
		}
	}
	c.terms = terms.NewTable(counts, func(term string) []string { return spelledPlain(c.analyzer, term) })
	c.learnt = c.learning.finish()
	return &c.lexis
}

// and returns l with what was counted of other documents, if anything was.
func (l *lexis) and(o *lexis) *lexis {
	if o == nil {
		return l
	}
	sum := &lexis{documents: l.documents + o.documents, passages: l.passages + o.passages, text: l.text, title: l.title, learnt: l.learnt.and(o.learnt)}
	sum.text.sum(o.text, 1)
	sum.title.sum(o.title, 1)
	both := terms.NewVocabulary([]terms.Table{l.terms, o.terms}, nil)
	sum.terms = terms.NewTable(both.All(), nil)
	return sum
}
