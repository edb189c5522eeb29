package corpus

// Change is how one snapshot differs from an earlier one. All lists are ordered by id.
type Change struct {
	// Added and Changed are documents of the later snapshot, Removed of the earlier one. A document has changed when its
	// text, its metadata or what may be quoted of it is another.
	Added, Changed, Removed []*Document
}

// Compare returns how after differs from before.
func Compare(before, after *Snapshot) Change { panic("not written yet") }

// IsEmpty reports whether nothing differs.
func (c Change) IsEmpty() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }
