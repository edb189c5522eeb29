package corpus

import "crypto/sha256"

// fingerprints reads the fingerprints of a snapshot's documents.
type fingerprints []factReader // of its holdings

func newFingerprints(s *Snapshot) fingerprints {
	readers := make(fingerprints, len(s.holdings))
	for i, h := range s.holdings {
		readers[i].shelf = h.shelf
	}
	return readers
}

// of returns the fingerprint of d. It panics like the methods of Document.
func (r fingerprints) of(d *Document) [sha256.Size]byte {
	if d.in.shelf == nil {
		return fingerprintOf(d.card(), d.body())
	}
	f, err := r[d.in.number].at(int(d.n))
	if err != nil {
		panic(err)
	}
	return f.fingerprint
}

// isWhereIs reports whether d and o have their content from the same place. In memory a card is made together with the
// rest, so that one card means one content.
func (d *Document) isWhereIs(o *Document) bool {
	if d.in.shelf == nil || o.in.shelf == nil {
		return d.in.shelf == o.in.shelf && d.head.Load() == o.head.Load()
	}
	return d.n == o.n && d.in.shelf.isSame(o.in.shelf)
}
