package message

import "pullquote/corpus"

// SourceName returns what people call a document, in one line of plain text of at most limit UTF-16 units: publisher and
// title, the title or opening words, or its id.
func SourceName(d *corpus.Document, limit int) string {
	name, publisher := plainLine(d.Label(), limit), plainLine(d.Metadata().Publisher.Value, limit)
	switch {
	case name == "" && publisher == "":
		return plainLine(d.ID(), limit)
	case name == "":
		return publisher
	case publisher == "" || publisher == name:
		return name
	}
	return plainLine(publisher+": "+name, limit)
}
