package message

import "pullquote/corpus"

// Citation is a quote with the number that its source has in an answer.
type Citation struct {
	Source int
	Quote  corpus.Quote
}

// Standing says what has become of a cited document since.
type Standing uint8

// Intact: the text is the one that was cited. Changed: the document has another text now, the quote is not to be shown.
// Gone: there is no such document any more.
const (
	Intact Standing = iota
	Changed
	Gone
)

// Cited is a citation read back. Its quote is empty unless it is Intact; Document is nil where it is Gone.
type Cited struct {
	Citation
	Standing Standing
	Document *corpus.Document
}

// EncodeCitations writes citations as at most limit ASCII characters, so that they fit the custom_id of a button, and
// returns how many of them it holds: the first kept ones.
func EncodeCitations(cs []Citation, limit int) (code string, kept int) { panic("not written yet") }

// DecodeCitations reads what EncodeCitations wrote. The code may come from anywhere: what is no valid code is an error.
func DecodeCitations(s *corpus.Snapshot, code string) ([]Cited, error) { panic("not written yet") }
