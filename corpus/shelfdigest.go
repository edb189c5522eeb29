package corpus

import "crypto/sha256"

// digests reads the digests of a snapshot's documents.
type digests []factReader // of its holdings

func newDigests(s *Snapshot) digests {
	readers := make(digests, len(s.holdings))
	for i, h := range s.holdings {
		readers[i].shelf = h.shelf
	}
	return readers
}

// of returns the digest of d. It panics like the methods of Document.
func (r digests) of(d *Document) [sha256.Size]byte {
	if d.in.shelf == nil {
		return fingerprint(d.card(), d.body())
	}
	f, err := r[d.in.number].at(int(d.n))
	if err != nil {
		panic(err)
	}
	return f.digest
}

// isWhereIs reports whether d and o have their content from the same place. In memory a card is made together with the
// rest, so that one card means one content.
func (d *Document) isWhereIs(o *Document) bool {
	if d.in.shelf == nil || o.in.shelf == nil {
		return d.in.shelf == o.in.shelf && d.head.Load() == o.head.Load()
	}
	return d.n == o.n && d.in.shelf.isSame(o.in.shelf)
}
