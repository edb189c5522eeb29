package corpus

import "strings"

// Change is how one snapshot differs from an earlier one. All lists are ordered by id.
type Change struct {
	// Added and Changed are documents of the later snapshot, Removed of the earlier one. A document has changed when its
	// text, its metadata or what may be quoted of it is another.
	Added, Changed, Removed []*Document
}

// Compare returns how after differs from before. Documents that stand in the same place of the same shelf are not looked
// at, and of others that are alike only the fingerprints are read. Where a shelf cannot be read it panics, like the methods of
// Document.
func Compare(before, after *Snapshot) Change {
	var c Change
	old, now := newFingerprints(before), newFingerprints(after)
	i, j := 0, 0
	for i < len(before.documents) && j < len(after.documents) {
		a, b := before.documents[i], after.documents[j]
		if a.isWhereIs(b) || old.of(a) == now.of(b) {
			i, j = i+1, j+1
			continue
		}
		switch order := strings.Compare(a.ID(), b.ID()); {
		case order < 0:
			c.Removed = append(c.Removed, a)
			i++
		case order > 0:
			c.Added = append(c.Added, b)
			j++
		default:
			c.Changed = append(c.Changed, b)
			i, j = i+1, j+1
		}
	}
	c.Removed = append(c.Removed, before.documents[i:]...)
	c.Added = append(c.Added, after.documents[j:]...)
	return c
}

// IsEmpty reports whether nothing differs.
func (c Change) IsEmpty() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }
