// Package figure finds figures in text by rule and compares them: counts, sums of money, shares, dates, lengths of
// time, measures, ages, times of day and ranks.
//
// A [Figure] is a place in a text and the values that its words admit. [Find] reads a text, [Asks] reads a question,
// [Best] chooses the figures of a sentence that answer the question, and [Contradict] says whether two answers cannot
// both be right. Nothing is guessed: a bound stays a bound, a partial date stays partial, and two figures contradict
// each other only where the words leave no value that both admit.
//
// The rules stand at the top of the file that applies them. They know English well, and the numerals, months, units
// and commonest qualifiers of German, French, Spanish and Russian.
package figure

import (
	"math"
	"strconv"
	"strings"

	"pullquote/corpus"
)

// Kind is what a figure states.
type Kind string

// The kinds of figure.
const (
	Count    Kind = "count"
	Money    Kind = "money"
	Percent  Kind = "percent"
	Date     Kind = "date"
	Duration Kind = "duration"
	Measure  Kind = "measure"
	Ordinal  Kind = "ordinal"
	Age      Kind = "age"
	Time     Kind = "time"
)

// Figure is a stated quantity, date or length of time and its place in the text it was found in.
type Figure struct {
	// Span holds the characters of the figure with qualifier, currency and unit, without the noun counted.
	corpus.Span
	Kind Kind
	// Interval holds the values the words admit: units counted, money in Unit, percent in hundredths, durations and
	// ages in seconds, measures in Unit, times in seconds since midnight, and dates as the days of the first and last
	// day meant, counted from 1970-01-01 (infinite where the year is not known).
	Interval
	// Unit is the ISO 4217 code of a currency ("" unknown), "s" for durations, the base unit of a measure such as
	// "m", "m²", "kg" or "°C", "pp" for percentage points, and "" otherwise.
	Unit string
	// Date is the first day of a date, as precise as it is stated; years before Christ are negative. It is zero where
	// the words name no date by themselves and no reference date is known ("yesterday").
	Date corpus.Date
	// Noun is the word counted, in lower case, if it follows the number: "protesters" of "26 armed protesters".
	Noun string
	// Phrase runs from the start of Span to the end of Noun; it equals Span where there is no noun.
	Phrase corpus.Span
	// Approximate is true if the words themselves say that the figure is a bound or an estimate.
	Approximate bool

	words string // the words of a date that could not be resolved
}

// Find returns the figures of text in order, not overlapping. Language is an ISO 639-1 code, "" for English; of a
// language without a vocabulary only digits, symbols and international units are read. Reference is the day on which
// the text was published, from which "yesterday" counts; it may be unknown. The time needed grows linearly with text.
func Find(text, language string, reference corpus.Date) []Figure {
	return new(Reader).Find(text, language, reference)
}

// Reader finds the figures of many texts and takes memory for one. It serves one goroutine at a time.
type Reader struct {
	scan scan
}

// Find is the function of that name; what it returned before stays as it is.
func (r *Reader) Find(text, language string, reference corpus.Date) []Figure {
	s := &r.scan
	s.text, s.words, s.toks, s.reference = text, vocabularyFor(language), tokenize(s.toks[:0], text), reference
	var found []Figure
	for i := 0; i < len(s.toks); {
		f, next := s.figureAt(i)
		if next <= i {
			i++
			continue
		}
		if f.Kind != "" {
			found = append(found, s.finish(f))
		}
		i = next
	}
	return found
}

// scan is a text being read.
type scan struct {
	text      string
	words     *vocabulary
	toks      []token
	reference corpus.Date
}

// figureAt reads what starts with token i and returns the token after it. A figure without a kind is something that
// looks like one, such as a reference mark or a telephone number, and must be skipped. If nothing starts here it
// returns a place not behind i.
func (s *scan) figureAt(i int) (Figure, int) {
	begun := s.begunBy(i)
	for _, r := range readers {
		if begun&r.readings == 0 {
			continue
		}
		if f, next := r.read(s, i); next > i {
			return f, next
		}
	}
	return Figure{}, i
}

// spanning returns f at the tokens from i up to but not including end.
func (s *scan) spanning(f Figure, i, end int) Figure {
	f.Span = corpus.Span{Start: s.toks[i].Start, End: s.toks[end-1].End}
	return f
}

func (s *scan) finish(f Figure) Figure {
	if f.Phrase.Len() == 0 {
		f.Phrase = f.Span
	}
	return f
}

// Key returns the normal form of f: figures with equal keys state the same in other words ("26" and "twenty-six",
// "two weeks" and "14 days"), while a bound or an estimate never has the key of the bare number. Nouns do not count.
func (f Figure) Key() string {
	parts := []string{string(f.Kind), f.Unit, f.Interval.key()}
	if f.Approximate {
		parts = append(parts, "~")
	}
	if f.Kind == Date {
		parts = append(parts, f.Date.String(), strconv.Itoa(int(f.Date.Month)), strconv.Itoa(f.Date.Day), f.words)
	}
	return strings.Join(parts, "|")
}

// days returns d as days since 1970-01-01 and the number of days it spans; ok is false without a year.
func days(d corpus.Date) (first, last float64, ok bool) {
	if d.Year == 0 {
		return math.Inf(-1), math.Inf(1), false
	}
	year := d.Year
	if year < 0 {
		year++ // there is no year 0 before AD 1; astronomers count 1 BC as 0
	}
	start := civil(year, max(int(d.Month), 1), max(d.Day, 1))
	switch {
	case d.Month == 0:
		return start, civil(year+1, 1, 1) - 1, true
	case d.Day == 0:
		return start, civil(year, int(d.Month)+1, 1) - 1, true
	}
	return start, start, true
}
