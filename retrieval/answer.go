package retrieval

import "pullquote/corpus"

// Question is what someone asks.
type Question struct {
	// Text is the question in the asker's words.
	Text string
	// History holds the earlier turns of the conversation, the asker's and the bot's alternating, the asker's first. It
	// may end with either.
	History []string
	// Documents are the ids of the documents to answer from; empty means all. Ids that no document has are passed over;
	// where none is left, no document is searched. What a word is worth, and whether it is unknown, is still told by all
	// documents.
	Documents []string
}

// Outcome says what the corpus has to say about a question.
type Outcome string

// The three outcomes. Answered: the excerpts answer the question. Mentioned: the corpus speaks of the subject but does
// not state what was asked; the excerpts are the closest text. NotFound: neither.
const (
	Answered  Outcome = "answered"
	Mentioned Outcome = "mentioned"
	NotFound  Outcome = "not_found"
)

// Answer is what the corpus says about a question: excerpts and where they stand, never a sentence of the program's
// own. The same snapshot, question and threshold give the same Answer.
type Answer struct {
	Question string
	// Intent is what the question wants. Where it is no question at all, the outcome is NotFound and there is nothing else
	// to show.
	Intent Intent
	// History are the asker's turns of the question's history, the earliest first, without empty ones.
	History []string
	Outcome Outcome
	// Confidence is between 0 and 1 and comparable across questions; outcomes are cut from it by threshold.
	Confidence float64
	// Snapshot is the id of the corpus snapshot that was searched, Searched the number of its documents.
	Snapshot string
	Searched int
	// Witnesses is the number of searched documents with near-copies counted once, but for those that are quoted side by
	// side because each says what the other does not; 0 where it was not counted.
	Witnesses int
	// Disagreement is true when two groups state values that cannot both be the same.
	Disagreement bool
	// Updated is true where that is all explained by time: every two values that cannot both be the same are stands of one
	// count, stated on days that are known, and the later is not lower. It implies Disagreement.
	Updated bool
	// Groups hold the excerpts in the order in which they should be read. For a question that asks for a value the
	// excerpts of one group state the same value; otherwise each group has one excerpt.
	Groups []Group
	// Sources are the documents quoted, numbered from 1 in order of first appearance: Sources[i].Number == i+1.
	Sources []Source
	// Read is the number of passages that were read sentence by sentence: the best of those that hold words of the
	// question.
	Read int
	// Unread is true where further documents may have more to say: they give no excerpt, or, where others state a value,
	// none that does, and some of their passages with words of the question were not read, because too many others were
	// better.
	Unread bool
	// Silent are the documents that were searched and hold nothing near the question, ordered by id: they give no excerpt,
	// nor did they for want of room or because a passage was left unread. It is filled only where an answer is found and
	// the corpus is small enough for the list to be of use (100 documents).
	Silent []*corpus.Document
	// Covers are up to five documents that show what the corpus is about, of near-copies one; filled only where
	// nothing was found.
	Covers []*corpus.Document
	// UnknownWords are the words of the question that no passage of any language holds, searched or not, as the asker
	// wrote them.
	UnknownWords []string
	// Retrieved are the ten best passages, best first.
	Retrieved []Retrieved
	// Explanation says how the answer came about.
	Explanation Explanation
}

// Group is a set of excerpts that belong together.
type Group struct {
	// Value is the value the excerpts state, in the words of the first of them; "" where the question asks for none.
	Value    string
	Excerpts []Excerpt
	// Aside is true for what is much further from the question than the best, or states a value of another time than the
	// one asked about: it is there for readers who ask for more and does not belong on the first screen. Groups that are
	// aside come last.
	Aside bool
}

// Excerpt is a quote chosen as an answer.
type Excerpt struct {
	// Source is the number of the excerpt's source in Answer.Sources.
	Source int
	Quote  corpus.Quote
	// Matches are the places inside the quote of words that the question holds, in order, not overlapping.
	Matches []corpus.Span
	// Value is the stated value inside the quote, nil where the question asks for none or none is stated.
	Value *Value
	// Score is between 0 and 1, higher is better, comparable within one answer.
	Score float64
	// Features are what the score is made of, as measured of the sentence that the excerpt was chosen for.
	Features []Feature
}

// Value is a stated figure, date or name inside a quote.
type Value struct {
	corpus.Span
	// Kind is "count", "money", "percent", "date", "duration", "measure", "ordinal", "age", "time" or "name".
	Kind string
}

// Source is a document that is quoted.
type Source struct {
	Number   int
	Document *corpus.Document
	// Copies are the near-copies of the document in the corpus. What they share with it counts as one source; a copy that
	// says something else is a source of its own. Not every excerpt of the document stands in each: ask Document.Carries.
	Copies []*corpus.Document
}

// Retrieved is a passage that the search brought up.
type Retrieved struct {
	Passage corpus.Passage
	Score   float64
}

// Explanation says how an answer came about, for people who tune the ranking.
type Explanation struct {
	// Terms are the analysed words of the question.
	Terms []TermWeight `json:"terms"`
	// Asks is the expected type of the answer, such as "figure" or "person".
	Asks string `json:"asks"`
	// Features are the numbers behind the confidence, named as Signals says, each with what it is worth there: "passage",
	// the score of the best passage; "chance", what a question scores by chance; "margin", how far the best passage is
	// above the others; "found", how many words of the question stand near each other; "missing", the weight of the
	// heaviest that does not; "names", the share of its names and numbers that do; "stated", where a figure is asked for,
	// how near the best a sentence with one comes. It is empty where no sentence was found.
	Features map[string]float64 `json:"features"`
	// Threshold is the confidence from which on a question counts as answered.
	Threshold float64 `json:"threshold"`
}

// TermWeight is an analysed word of the question, how much it counts, and in how many passages it occurs.
type TermWeight struct {
	Word     string  `json:"word"`
	Term     string  `json:"term"`
	Weight   float64 `json:"weight"`
	Passages int     `json:"passages"`
	// Bridges are the other words that can say it in the passages, the safest first.
	Bridges []Bridge `json:"bridges,omitempty"`
}

// Bridge is a word, or an expression of several, that can say a word of the question in a passage.
type Bridge struct {
	Word string `json:"word"`
	// Weight is what it counts beside the word itself, in (0, 1).
	Weight float64 `json:"weight"`
	// Passages is the number of passages that hold it; of an expression, or of a word that counts only in the company of
	// others, the number of those that can.
	Passages int `json:"passages"`
}
