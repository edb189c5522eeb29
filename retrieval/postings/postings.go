// Package postings keeps the posting lists of passages in bleve and finds the passages that score best by BM25.
//
// A [Builder] makes an [Index] of a run of passages, in a folder or in memory; an Index does not change. Passages are
// turned into lists by sorting (inversion.go, runs.go), and the lists written as a segment of bleve's (segment.go), which
// bleve takes in and reads (plugin.go, index.go). [Search] looks several indexes through as if they were one (search.go,
// with the lists in list.go and the best so far in best.go).
//
// bleve's own scoring is not used: what it calls BM25 takes distinct terms for the average length and adds factors that
// make the scores of two questions incomparable, and its match query walks every posting of every term. So bleve stores
// sets of passages only, as Roaring bitmaps, and those are read directly:
//
//   - How often a passage holds a term is told by further lists: those that hold it at least twice, three times, and so on
//     (tiers). What a list adds to a score then depends on nothing but the length of the passage, which is rounded to 256
//     classes: one lookup in a table of 256 numbers that is made for the question.
//   - Scores are sums of whole numbers, so that no order of adding changes them: the same passages give the same result
//     however they are spread over indexes.
//   - Lists that cannot lift a passage among the best any more are only asked about passages that others have brought up.
//     That is MaxScore: Turtle and Flood, "Query Evaluation: Strategies and Optimizations" (1995), in windows of passages as
//     Lucene's MaxScoreBulkScorer does it. It changes no result.
package postings

import "iter"

// Passage is what is stored of a passage. A Builder keeps nothing of it.
type Passage struct {
	// Text holds the terms of the passage and of the title of its document, Title those of the title alone, each once.
	Text, Title []Occurring
	// Length and TitleLength are the numbers of terms of both, repetitions counted.
	Length, TitleLength int
}

// Occurring is a term and how often it occurs, once or more.
type Occurring struct {
	// Term is the number of the term: terms are numbered from 0, those of different languages differently.
	Term  uint32
	Times int
}

// Names are the terms of a language with their numbers, in the order of their bytes. No term holds a zero byte.
type Names = iter.Seq2[string, uint32]

// Field is a part of a passage that can be searched.
type Field uint8

const (
	// Text is the text of a passage together with the title of its document.
	Text Field = iota
	// Title is the title alone.
	Title
	fields
)

// name returns how the field of a language is called in bleve.
func (f Field) name(language string) string {
	if f == Title {
		return "title_" + language
	}
	return "text_" + language
}

// Clause is one term of a question in one field, with what its match is worth.
type Clause struct {
	Field Field
	Term  string
	// Weight multiplies the saturated term frequency, which is between 0 and K1+1.
	Weight float64
}

// Query says what is searched for.
type Query struct {
	// Language names the fields that are searched: those of other languages have other lists.
	Language string
	Clauses  []Clause
	// Gains are those of the language.
	Gains *Gains
	// Most is how many passages are returned; 0: all that match.
	Most int
	// Among reports whether a passage counts; nil: all do.
	Among func(index, passage int) bool
	// Held returns how many passages of an index hold a term in their text; nil: that is not known. Where the posting list
	// has another length, the index is damaged.
	Held func(index int, term string) int
	// Order tells passages with the same score apart, the smaller first.
	Order func(index, passage int) uint64
}

// Hit is a found passage.
type Hit struct {
	// Index is the place of its index among those searched, Passage its number there.
	Index, Passage int
	Score          float64
}
