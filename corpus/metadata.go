package corpus

import (
	"fmt"
	"time"
)

// Metadata is what is known about a document. A field that is not stated anywhere stays empty: nothing is guessed.
type Metadata struct {
	Title, Author, Publisher, URL Field
	// Language is an ISO 639-1 code such as "en".
	Language  Field
	Published Date
}

// Field is one piece of metadata and the rule that found it, such as "front matter" or "byline".
type Field struct {
	Value string
	Rule  string
}

// Date is a calendar date as precise as its source states it: Month and Day are 0 where they are not stated. The
// zero Date is unknown.
type Date struct {
	Year  int
	Month time.Month
	Day   int
	// Rule names the rule that found the date, such as "byline".
	Rule string
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns the date as 2022-01-07, 2022-01 or 2022, or "" for the unknown date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders dates; an unknown date, month or day comes before a known one.
func (d Date) Compare(o Date) int {
	key := func(d Date) int { return d.Year*10000 + int(d.Month)*100 + d.Day }
	return key(d) - key(o)
}

// or returns m with every empty field taken from weaker.
func (m Metadata) or(weaker Metadata) Metadata {
	for _, f := range []struct {
		mine  *Field
		other Field
	}{
		{&m.Title, weaker.Title}, {&m.Author, weaker.Author}, {&m.Publisher, weaker.Publisher},
		{&m.URL, weaker.URL}, {&m.Language, weaker.Language},
	} {
		if f.mine.Value == "" {
			*f.mine = f.other
		}
	}
	if m.Published.IsZero() {
		m.Published = weaker.Published
	}
	return m
}
