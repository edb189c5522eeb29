package message

import (
	"fmt"
	"strings"

	"pullquote/corpus"
)

const (
	// sourcesPerPage is fixed, so that a page can be laid out without the ones before it.
	sourcesPerPage = 10
	// sourceLimit is the most UTF-16 units that a source takes without its link. Ten of them fit a message with the
	// head and the footer; links take what is left.
	sourceLimit  = 170
	titleLimit   = 72
	authorLimit  = 32
	carrierLimit = 40
)

// RenderSources lists the documents of the corpus, page by page from 0; near-copies are one entry. A page that does not
// exist is the nearest one that does. pages is the number of pages, at least 1.
func (in In) RenderSources(d *Directory, page int) (r Reply, pages int) {
	l := in.newSourceList(d)
	pages = max(1, (len(l.documents)+sourcesPerPage-1)/sourcesPerPage)
	page = min(max(page, 0), pages-1)
	first := page * sourcesPerPage
	lines := []string{l.head()}
	if len(l.documents) == 0 {
		lines = append(lines, l.say.Corpus.Empty)
	}
	last := min(first+sourcesPerPage, len(l.documents))
	for i, d := range l.documents[first:last] {
		lines = append(lines, fmt.Sprintf("%d. ", first+i+1)+l.entry(d))
	}
	lines = append(lines, l.foot(page, pages)...)
	l.link(lines, l.documents[first:last])
	return Reply{Content: strings.Join(lines, "\n")}, pages
}

// sourceList is what a list of sources needs to know about all of them.
type sourceList struct {
	Wording
	overview
	snapshot *corpus.Snapshot
	// documents are those that are no near-copies of others, ordered by id.
	documents []*corpus.Document
}

func (in In) newSourceList(d *Directory) *sourceList {
	s := d.Snapshot()
	l := &sourceList{Wording{say: in.say(), write: oneLine}, d.overview, s, nil}
	for _, d := range s.Documents() {
		if s.Witness(d) == d {
			l.documents = append(l.documents, d)
		}
	}
	return l
}

func (l *sourceList) head() string {
	parts := []string{boldMark + l.say.Corpus.Documents.Of(len(l.snapshot.Documents())) + boldMark}
	if n := l.publishers; n > 0 {
		parts = append(parts, l.say.Corpus.Publishers.Of(n))
	}
	switch {
	case l.latest == 0:
	case l.earliest == l.latest:
		parts = append(parts, fmt.Sprint(l.latest))
	default:
		parts = append(parts, fmt.Sprintf("%d–%d", l.earliest, l.latest))
	}
	return strings.Join(append(parts, l.say.Corpus.Snapshot.With(l.snapshot.ID())), separator)
}

// entry describes a document in at most sourceLimit UTF-16 units; what does not fit is left out, the last first.
func (l *sourceList) entry(d *corpus.Document) string {
	m := d.Metadata()
	line := l.inline(titleOf(d), titleLimit)
	for _, part := range l.details(d, m) {
		if part != "" && Units(line+separator+part) <= sourceLimit {
			line += separator + part
		}
	}
	return line
}

// details are what is said of a document beside its title, the most telling first; empty where it is not known.
func (l *sourceList) details(d *corpus.Document, m corpus.Metadata) []string {
	details := []string{l.inline(m.Publisher.Value, shortNameLimit), l.date(m.Published), l.openingOf(d)}
	if copies := l.snapshot.Copies(d); len(copies) > 0 {
		details = append(details, l.say.Source.Copies.With(l.carriers(copies)))
	}
	if l.languages > 1 {
		details = append(details, l.language(m.Language.Value))
	}
	if author := l.inline(m.Author.Value, authorLimit); author != "" {
		details = append(details, l.say.Corpus.By.With(author))
	}
	return details
}

// openingOf quotes the opening words of a document without a title, "" for others and where there are none.
func (l *sourceList) openingOf(d *corpus.Document) string {
	if titleOf(d) != d.ID() || d.Label() == d.ID() {
		return ""
	}
	return l.say.Checks.Quotation.With(l.inline(d.Label(), shortNameLimit))
}

// carriers names the first of the documents that carry a copy and counts the others.
func (l *sourceList) carriers(copies []*corpus.Document) string {
	first := copies[0].Metadata().Publisher.Value
	if strings.TrimSpace(first) == "" {
		first = copies[0].ID()
	}
	name := l.inline(first, carrierLimit)
	if len(copies) == 1 {
		return name
	}
	return l.say.Answer.AndMore.With(name, len(copies)-1)
}

func (l *sourceList) language(code string) string {
	if name, ok := l.say.Corpus.Languages[code]; ok {
		return name
	}
	return l.inline(code, shortNameLimit)
}

func (l *sourceList) foot(page, pages int) []string {
	var parts []string
	if pages > 1 {
		parts = append(parts, l.say.Corpus.Page.With(page+1, pages))
	}
	if len(l.documents) < len(l.snapshot.Documents()) {
		parts = append(parts, l.say.Corpus.Folded)
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{smallMark + strings.Join(parts, separator)}
}

// link adds links to the lines about documents, which follow the head, as far as there is room.
func (l *sourceList) link(lines []string, docs []*corpus.Document) {
	left := Limit - Units(strings.Join(lines, "\n"))
	for i, d := range docs {
		page := pageAddress(d.Metadata().URL.Value)
		link := separator + maskedLink(l.say.Source.Read, page)
		if n := Units(link); page != "" && n <= left {
			lines[1+i] += link
			left -= n
		}
	}
}
