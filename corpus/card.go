package corpus

import (
	"cmp"
	"iter"
)

// card is what a list of documents shows of one.
type card struct {
	id      string
	sum     string // the SHA-256 of the text, 32 bytes
	meta    Metadata
	opening string // what it is labelled with, for want of a title
}

func (c *card) label() string { return cmp.Or(c.meta.Title.Value, c.opening, c.id) }

// Card is what a list of documents shows of one.
type Card struct {
	// ID and Label are what the methods of [Document] of these names return.
	ID, Label string
	Metadata  Metadata
}

// Card returns what a list of documents shows of d.
func (d *Document) Card() Card { return d.card().shown() }

func (c *card) shown() Card { return Card{c.id, c.label(), c.meta} }

// Cards yields all documents with their cards, ordered by id. To go through all cards so takes a fraction of the time of
// asking one document after the other, and drops nothing that is in memory. Where a shelf cannot be read it panics, like the
// methods of Document.
func (s *Snapshot) Cards() iter.Seq2[*Document, Card] {
	return func(yield func(*Document, Card) bool) {
		readers := recordReaders{open: (*Shelf).readCards}
		for _, d := range s.documents {
			if !yield(d, must(d.passingCard(&readers)).shown()) {
				return
			}
		}
	}
}

// passingCard returns the card without keeping it.
func (d *Document) passingCard(in *recordReaders) (*card, error) {
	if c := d.head.Load(); c != nil {
		return c, nil
	}
	record, err := in.at(d)
	if err != nil {
		return nil, err
	}
	c, err := decodeCard(string(record))
	if err != nil {
		return nil, d.in.shelf.failure(cardsFile, int(d.n), err)
	}
	return c, nil
}

// IDs yields the ids of all documents in their order, in a fraction of the time of Cards. Where a shelf cannot be read it
// panics, like the methods of Document.
func (s *Snapshot) IDs() iter.Seq[string] {
	return func(yield func(string) bool) {
		readers := recordReaders{open: (*Shelf).readCards}
		for _, d := range s.documents {
			if !yield(*must(d.passingID(&readers))) {
				return
			}
		}
	}
}

// passingID returns the id without keeping the card.
func (d *Document) passingID(in *recordReaders) (*string, error) {
	if c := d.head.Load(); c != nil {
		return &c.id, nil
	}
	record, err := in.at(d)
	if err != nil {
		return nil, err
	}
	id, err := leadingText(record)
	if err != nil {
		return nil, d.in.shelf.failure(cardsFile, int(d.n), err)
	}
	return &id, nil
}
