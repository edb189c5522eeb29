package message

import (
	"fmt"

	"pullquote/retrieval"
)

// Reply is a message that is ready to be sent, and what a reader sees in it.
type Reply struct {
	// Content is the text of the message, at most Limit UTF-16 units.
	Content string
	// Shown are the excerpts that the message quotes, in the order in which they are read.
	Shown []Shown
	// More are the places of the answer's other excerpts, in the answer's order; empty where the message is no answer.
	More []Place
	// Hidden are the citations that the message has no room for, in the order in which they should be read: those of
	// More, and what RenderMore left for a further message. Their quotes have fewer sentences than the answer's where
	// the whole is too long for a message.
	Hidden []Citation
	// Sources are the sources that the message quotes, by number.
	Sources []SourceLink
	// Attachment is a file that goes with the message, nil for none.
	Attachment *Attachment
}

// Attachment is a text file that goes with a message.
type Attachment struct{ Name, Text string }

// Place says where an excerpt stands in its answer: Answer.Groups[Group].Excerpts[Excerpt]. In messages made from
// citations it is the zero Place or counts their groups of one.
type Place struct{ Group, Excerpt int }

// Shown is an excerpt as a message quotes it. Its Quote has fewer sentences than the answer's where the whole is too
// long for a message.
type Shown struct {
	Place
	retrieval.Excerpt
}

// Cited returns the citations of what the message shows, in the order in which it is read.
func (r Reply) Cited() []Citation {
	out := make([]Citation, 0, len(r.Shown))
	for _, s := range r.Shown {
		out = append(out, Citation{Source: s.Source, Quote: s.Quote})
	}
	return out
}

// verified returns the reply once Verify has read it back. doing is what is said in front of the error.
func (r Reply) verified(doing string) (Reply, error) {
	if err := Verify(r.Content, r.Shown); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	return r, nil
}
