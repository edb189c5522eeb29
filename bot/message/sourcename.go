package message

import "pullquote/corpus"

// SourceName returns what people call a document, in one line of plain text of at most limit UTF-16 units: publisher and
// title, the title or opening words, or its id.
func SourceName(d *corpus.Document, limit int) string { return cardName(d.Card(), limit) }

// cardName is SourceName of a document whose card was read.
func cardName(c corpus.Card, limit int) string {
	name, publisher := plainLine(c.Label, limit), plainLine(c.Metadata.Publisher.Value, limit)
	switch {
	case name == "" && publisher == "":
		return plainLine(c.ID, limit)
	case name == "":
		return publisher
	case publisher == "" || publisher == name:
		return name
	}
	return plainLine(publisher+": "+name, limit)
}
