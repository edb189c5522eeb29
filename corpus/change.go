package corpus

import "bytes"

// Change is how one snapshot differs from an earlier one. All lists are ordered by id.
type Change struct {
	// Added and Changed are documents of the later snapshot, Removed of the earlier one. A document has changed when its
	// text, its metadata or what may be quoted of it is another.
	Added, Changed, Removed []*Document
}

// Compare returns how after differs from before.
func Compare(before, after *Snapshot) Change {
	var c Change
	for _, d := range after.documents {
		switch old := before.byID[d.id]; {
		case old == nil:
			c.Added = append(c.Added, d)
		case old != d && !bytes.Equal(old.fingerprint(), d.fingerprint()):
			c.Changed = append(c.Changed, d)
		}
	}
	for _, d := range before.documents {
		if after.byID[d.id] == nil {
			c.Removed = append(c.Removed, d)
		}
	}
	return c
}

// IsEmpty reports whether nothing differs.
func (c Change) IsEmpty() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }
