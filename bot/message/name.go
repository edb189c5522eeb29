package message

import (
	"strings"
	"unicode"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// Limits of what we say about a source, in UTF-16 units after escaping, and how many names a list has.
const (
	nameLimit      = 64
	shortNameLimit = 48
	namesListed    = 4
)

// names knows what tells the documents of one answer apart.
type names struct {
	// publishers counts the documents by publisher, those included that the search brought up and nobody quotes.
	publishers map[string]int
	// labels counts the documents named by their name, as far as a line about a source shows it.
	labels map[string]int
}

func newNames(a retrieval.Answer) names { return namesOf(a, namedIn(a)) }

// namesOf is newNames where the documents named are not those of the answer's sources.
func namesOf(a retrieval.Answer, named []*corpus.Document) names {
	n := names{publishers: map[string]int{}, labels: map[string]int{}}
	seen := map[*corpus.Document]bool{}
	others := make([]*corpus.Document, 0, len(a.Retrieved))
	for _, r := range a.Retrieved {
		others = append(others, r.Passage.Document())
	}
	for _, d := range append(named, others...) {
		if !seen[d] {
			seen[d] = true
			n.publishers[d.Metadata().Publisher.Value]++
		}
	}
	counted := map[*corpus.Document]bool{} // a document may be a copy of several sources
	for _, d := range named {
		if !counted[d] {
			counted[d] = true
			n.labels[n.shown(d)]++
		}
	}
	return n
}

// namedIn returns the documents that the answer names.
func namedIn(a retrieval.Answer) []*corpus.Document {
	var named []*corpus.Document
	for _, s := range a.Sources {
		named = append(append(named, s.Document), s.Copies...)
	}
	return append(named, a.Silent...)
}

// of returns the publisher, with the title where the publisher has several documents, else the title.
func (n names) of(d *corpus.Document) string {
	switch publisher := d.Metadata().Publisher.Value; {
	case strings.TrimSpace(publisher) == "":
		return titleOf(d)
	case n.publishers[publisher] > 1:
		return publisher + ": " + titleOf(d)
	default:
		return publisher
	}
}

// titleOf returns the title of a document or, where it has none, its id. Its opening words name it nowhere beside a
// quote: they often are the quote.
func titleOf(d *corpus.Document) string {
	if title := d.Metadata().Title.Value; strings.TrimSpace(title) != "" {
		return title
	}
	return d.ID()
}

// ambiguous reports whether another document has the name of d, as far as it is shown.
func (n names) ambiguous(d *corpus.Document) bool { return n.labels[n.shown(d)] > 1 }

func (n names) shown(d *corpus.Document) string { return plainLine(n.of(d), nameLimit) }

func (w Wording) name(d *corpus.Document, limit int) string { return w.inline(w.names.of(d), limit) }

// inline writes text that is not ours between words of ours. Text that runs from right to left is isolated, since
// otherwise it takes the numbers beside it along: "¶1" came before the name it follows.
func (w Wording) inline(s string, limit int) string {
	const firstStrongIsolate, popIsolate = "\u2068", "\u2069"
	s = w.write(s, limit)
	if w.plain || !strings.ContainsFunc(s, runsLeft) {
		return s
	}
	return firstStrongIsolate + s + popIsolate
}

// runsLeft reports whether r is of a script that is written from right to left.
func runsLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}

// list returns the names of the documents in one line, shortened to a few and a count.
func (w Wording) list(docs []*corpus.Document) string {
	shown := docs[:min(len(docs), namesListed)]
	if len(docs) == namesListed+1 { // "and 1 more" is no shorter than the name
		shown = docs
	}
	var parts []string
	for _, d := range shown {
		parts = append(parts, w.inList(d))
	}
	all := strings.Join(parts, ", ")
	if len(shown) == len(docs) {
		return all
	}
	return w.say.Answer.AndMore.With(all, len(docs)-len(shown))
}

// inList names a document where nothing else tells it apart: by its id if another one has its name.
func (w Wording) inList(d *corpus.Document) string {
	if w.names.ambiguous(d) {
		return w.inline(d.ID(), shortNameLimit)
	}
	return w.name(d, shortNameLimit)
}

// date returns a date as people write it, as precise as it is known.
func (w Wording) date(d corpus.Date) string {
	if d.IsZero() {
		return w.say.Source.NoDate
	}
	return w.say.Dates.Date(d.Year, d.Month, d.Day)
}

// place says where in its document a block stands.
func (w Wording) place(b corpus.Block) string {
	var parts []string
	if b.Page > 0 {
		page := w.say.Source.Page.With(b.Page)
		parts = append(parts, w.write(page, len(page)+1))
	}
	switch b.Kind {
	case corpus.Heading:
		parts = append(parts, w.say.Source.Heading)
	case corpus.Caption:
		parts = append(parts, w.say.Source.Caption)
	case corpus.Table:
		parts = append(parts, w.say.Source.Table)
	}
	if b.Number > 0 {
		parts = append(parts, paragraphMark(b.Number))
	}
	return strings.Join(parts, " ")
}
