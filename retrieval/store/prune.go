package store

const (
	defaultGenerations = 3
	defaultBytes       = 4 << 30
)

// orDefault returns the options with the meaning of zero written out.
func (o Options) orDefault() Options {
	if o.KeepGenerations == 0 {
		o.KeepGenerations = defaultGenerations
	}
	if o.KeepBytes == 0 {
		o.KeepBytes = defaultBytes
	}
	return o
}

// prune drops the generations that the options do not keep, and removes what only they needed.
func (s *Store) prune() {
	l := s.folder.list()
	for _, number := range l.surplus(s.options.orDefault()) {
		s.drop(number)
	}
	s.sweep()
}

// drop removes a generation's own files. Its manifest goes first: without it there is nothing to roll back to. It tells
// whether the manifest has gone.
func (s *Store) drop(number int) bool {
	if s.disk.remove(s.folder.manifest(number)) != nil {
		return false
	}
	_ = s.disk.remove(s.folder.generationDir(number)) // the next sweep tries again
	return true
}

// surplus returns the generations that are not kept, oldest last: those whose label the current or a later one has too,
// and those beyond the limits. From the first that does not fit on none is kept, so that those which are follow each other.
// Nothing is surplus as long as it is not certain what the current one needs.
func (l listing) surplus(o Options) []int {
	if !l.certain {
		return nil
	}
	counted, labels := map[string]bool{}, map[string]bool{}
	bytes, generations, full := int64(0), 0, false
	var over []int
	l.countCurrent(counted, labels)
	for _, m := range l.kept {
		switch {
		case m.Number == l.current:
			continue
		case m.Label != "" && labels[m.Label]:
			over = append(over, m.Number)
			continue
		}
		labels[m.Label] = true
		generations++
		bytes += m.count(counted)
		if full = full || generations > o.KeepGenerations || bytes > o.KeepBytes; full {
			over = append(over, m.Number)
		}
	}
	return over
}

func (l listing) countCurrent(counted, labels map[string]bool) {
	for _, m := range l.kept {
		if m.Number == l.current {
			m.count(counted)
			labels[m.Label] = true
		}
	}
}

// count returns how many bytes a generation needs besides the parts that are counted, and counts its own.
func (m manifest) count(counted map[string]bool) int64 {
	bytes := bytesOf(m.Own)
	for _, p := range m.Parts {
		if !counted[p.Name] {
			counted[p.Name] = true
			bytes += bytesOf(p.Files)
		}
	}
	return bytes
}
