package message

import "pullquote/retrieval"

// Reply is a message that is ready to be sent, and what a reader sees in it.
type Reply struct {
	// Content is the text of the message, at most Limit UTF-16 units.
	Content string
	// Shown are the excerpts that the message quotes, in the order in which they are read.
	Shown []Shown
	// More are the places of the answer's other excerpts, in the answer's order.
	More []Place
	// Attachment is a file that goes with the message, nil for none.
	Attachment *Attachment
}

// Attachment is a text file that goes with a message.
type Attachment struct{ Name, Text string }

// Place says where an excerpt stands in its answer: Answer.Groups[Group].Excerpts[Excerpt].
type Place struct{ Group, Excerpt int }

// Shown is an excerpt as a message quotes it. Its Quote has fewer sentences than the answer's where the whole is too
// long for a message.
type Shown struct {
	Place
	retrieval.Excerpt
}
