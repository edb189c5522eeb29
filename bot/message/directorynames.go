package message

import (
	"context"
	"iter"
	"sort"
	"strings"

	"pullquote/corpus"
)

// namesKept bounds the bytes of names that are kept; the documents beyond are read when something is looked up.
const namesKept = 32 << 20

// sourceNameLimit is how long a name may be that is looked up, in UTF-16 units: that of a choice in Discord.
const sourceNameLimit = 100

// nameList has the names of documents in lower case, one document behind the other, each with an end mark.
type nameList struct {
	text strings.Builder
	ends []uint32 // of the documents whose names are kept, which are the first
	full bool
}

const nameMark, entryMark = "\x00", "\x01"

func (l *nameList) add(c corpus.Card) {
	names := lookedUpAs(c)
	if l.full = l.full || l.text.Len()+len(names) > namesKept; l.full {
		return
	}
	l.text.WriteString(names)
	l.ends = append(l.ends, uint32(l.text.Len()))
}

// lookedUpAs returns what a document is called, in lower case: title or opening words, publisher, author and id, and
// publisher and title in one.
func lookedUpAs(c corpus.Card) string {
	m := c.Metadata
	all := ""
	for _, name := range [...]string{cardName(c, sourceNameLimit), c.Label, m.Publisher.Value, m.Author.Value, c.ID} {
		name = nameMark + strings.ToLower(withoutMarks.Replace(name))
		if !strings.Contains(all, strings.TrimPrefix(name, nameMark)) {
			all += name
		}
	}
	return all + entryMark
}

var withoutMarks = strings.NewReplacer(nameMark, "", entryMark, "")

// Named yields the documents of which a name holds a text, whatever its case, ordered by id, until the context ends.
func (d *Directory) Named(ctx context.Context, text string) iter.Seq[*corpus.Document] {
	text = strings.ToLower(withoutMarks.Replace(strings.TrimSpace(text)))
	all := d.snapshot.Documents()
	return func(yield func(*corpus.Document) bool) {
		for place := range d.names.holding(text) {
			if !yield(all[place]) {
				return
			}
		}
		for _, doc := range all[len(d.names.ends):] {
			if ctx.Err() != nil || strings.Contains(lookedUpAs(doc.Card()), text) && !yield(doc) {
				return
			}
		}
	}
}

// holding yields the places of the documents whose kept names hold a text.
func (l *nameList) holding(text string) iter.Seq[int] {
	kept := l.text.String()
	return func(yield func(int) bool) {
		for from := 0; from < len(kept); {
			at := strings.Index(kept[from:], text)
			if at < 0 {
				return
			}
			place := sort.Search(len(l.ends), func(i int) bool { return int(l.ends[i]) > from+at })
			if place == len(l.ends) || !yield(place) {
				return
			}
			from = int(l.ends[place])
		}
	}
}
