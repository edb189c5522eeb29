package retrieval

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/intern"
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
	reader   *analysis.Reader
	analyzer *analysis.Analyzer
	numbers  intern.Strings           // of the terms
	entries  []entry                  // by those numbers
	number   func(term string) uint32 // numbers a new term in the segment
	read     []word                   // of the text that was read last
	here     []*entry                 // the terms of the passage that is counted, each once
	passed   postings.Passage         // what is stored of it
}

// entry is what is counted of a term, and what is known of it in the passage that is counted.
type entry struct {
	number  uint32 // in the segment
	count   struct{ passages, small uint32 }
	passage uint32 // the last that was counted, from 1
	times   uint32 // in it
	titled  uint32 // of those in the title of its document
	small   bool
}

// newCensus begins to count the passages of a language; number numbers its terms.
func newCensus(code string, number func(term string) uint32) *census {
	c := &census{learning: newLearning(), analyzer: analysis.For(code), number: number}
	c.reader = analysis.NewReader(c.analyzer, c.entry)
	return c
}

// word is a term of a text that is counted, with its place.
type word struct {
	entry  uint32 // by number in the census
	number uint32 // in the segment
	corpus.Span
}

// words returns the terms of a text, without stop words. The slice is valid until the next call.
func (c *census) words(text string) []word {
	c.read = c.read[:0]
	for _, w := range c.reader.Read(text) {
		c.read = append(c.read, word{w.Term, c.entries[w.Term].number, w.Span})
	}
	return c.read
}

// entry returns the number of the entry of a term.
func (c *census) entry(term string) uint32 {
	n, isNew := c.numbers.Number(term)
	if isNew {
		c.entries = append(c.entries, entry{number: c.number(term)})
	}
	return n
}

// passage counts a passage, whose words and those of the title of its document are given, and returns what is stored of
// it in the index.
func (c *census) passage(text string, words, title []word) postings.Passage {
	c.passages++
	clear(c.here) // which would keep entries that have been moved
	c.here = c.here[:0]
	for _, w := range title {
		c.meet(&c.entries[w.entry]).titled++
	}
	for _, w := range words {
		e := c.meet(&c.entries[w.entry])
		e.small = e.small || isSmall(text[w.Start:])
	}
	for _, e := range c.here {
		e.count.passages++
		if e.small {
			e.count.small++
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
func (c *census) titleOf(d *corpus.Document) []word {
	return slices.Clone(c.words(d.Metadata().Title.Value))
}

// meet counts an occurrence in the passage.
func (c *census) meet(e *entry) *entry {
	if passage := uint32(c.passages); e.passage != passage {
		e.passage, e.times, e.titled, e.small = passage, 0, 0, false
		c.here = append(c.here, e)
	}
	e.times++
	return e
}

// stored returns what is stored of the passage that was counted last. It holds until the next one is counted.
func (c *census) stored(length, titleLength int) postings.Passage {
	p := &c.passed
	*p = postings.Passage{Text: p.Text[:0], Title: p.Title[:0], Length: length, TitleLength: titleLength}
	for _, e := range c.here {
		p.Text = append(p.Text, postings.Occurring{Term: e.number, Times: int(e.times)})
		if e.titled > 0 {
			p.Title = append(p.Title, postings.Occurring{Term: e.number, Times: int(e.titled)})
		}
	}
	return *p
}

func isSmall(text string) bool {
	if c := text[0]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// finish returns what was counted, and nothing that keeps the census in memory.
func (c *census) finish() *lexis {
	counts := func(yield func(string, terms.Count) bool) {
		for n, term := range c.numbers.All() {
			of := c.entries[n].count
			if !yield(term, terms.Count{Passages: int(of.passages), Small: int(of.small)}) {
				return
			}
		}
	}
	c.terms = terms.NewTable(counts, func(term string) []string { return spelledPlain(c.analyzer, term) })
	c.learnt = c.learning.finish(c.analyzer)
	done := c.lexis
	return &done
}

// names returns the terms with their numbers. The census must have finished.
func (c *census) names() postings.Names {
	numbers := make([]uint32, c.terms.Len())
	for i := range numbers {
		n, _ := c.numbers.Number(c.terms.Term(i))
		numbers[i] = c.entries[n].number
	}
	t := c.terms
	return func(yield func(string, uint32) bool) {
		for i, n := range numbers {
			if !yield(t.Term(i), n) {
				return
			}
		}
	}
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
