package bot

import (
	"fmt"
	"strconv"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// Limits of what we say about a source, in UTF-16 units after escaping, and how many names a list has.
const (
	nameLimit      = 80
	shortNameLimit = 48
	namesListed    = 4
)

// names gives the documents of one answer names that tell them apart.
type names struct{ publishers map[string]int }

func newNames(a retrieval.Answer) names {
	n := names{map[string]int{}}
	for _, s := range a.Sources {
		n.add(s.Document)
		for _, c := range s.Copies {
			n.add(c)
		}
	}
	for _, d := range a.Silent {
		n.add(d)
	}
	return n
}

func (n names) add(d *corpus.Document) { n.publishers[d.Metadata().Publisher.Value]++ }

// of returns the publisher, with the title where the publisher has several documents in the answer, else the title,
// the document's opening words or its id.
func (n names) of(d *corpus.Document, limit int) string {
	publisher, label := d.Metadata().Publisher.Value, d.Label()
	switch {
	case strings.TrimSpace(publisher) == "" && strings.TrimSpace(label) == "":
		label = d.ID()
	case strings.TrimSpace(publisher) == "":
	case n.publishers[publisher] > 1:
		label = publisher + ": " + label
	default:
		label = publisher
	}
	return oneLine(label, limit)
}

// list returns the names of the documents in one line, shortened to a few and a count.
func (n names) list(docs []*corpus.Document) string {
	shown := docs[:min(len(docs), namesListed)]
	if len(docs) == namesListed+1 { // "and 1 more" is no shorter than the name
		shown = docs
	}
	var parts []string
	for _, d := range shown {
		parts = append(parts, n.of(d, shortNameLimit))
	}
	all := strings.Join(parts, ", ")
	if len(shown) == len(docs) {
		return all
	}
	return fmt.Sprintf(phraseAndMore, all, len(docs)-len(shown))
}

// dateText returns a date as people write it, as precise as it is known.
func dateText(d corpus.Date) string {
	switch {
	case d.IsZero():
		return phraseNoDate
	case d.Month < 1 || int(d.Month) >= len(months):
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", months[d.Month], d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, months[d.Month], d.Year)
}

// placeText says where in its document a block stands.
func placeText(b corpus.Block) string {
	var parts []string
	if b.Page > 0 {
		parts = append(parts, Escape(fmt.Sprintf(phrasePage, b.Page)))
	}
	switch b.Kind {
	case corpus.Heading:
		parts = append(parts, phraseHeading)
	case corpus.Caption:
		parts = append(parts, phraseCaption)
	case corpus.Table:
		parts = append(parts, phraseTable)
	}
	if b.Number > 0 {
		parts = append(parts, fmt.Sprintf(phraseNumber, b.Number))
	}
	return strings.Join(parts, " ")
}
