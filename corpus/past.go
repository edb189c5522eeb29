package corpus

// past is what is known from the earlier reading, and what is stated about documents now.
type past struct {
	*loader
	before    *Inventory
	records   *records // of the earlier reading
	sidecar   *sidecar
	sameRules bool // the sidecar states what it stated then
}

func newPast(l *loader, before *Inventory, stated *sidecar) past {
	before = before.matching(l)
	return past{loader: l, before: before, records: before.records(), sidecar: stated}
}

// isAsItWas reports whether the file need not be read: its record holds, and its stamp vouches for it.
func (p past) isAsItWas(f file, old *record) bool {
	return p.holds(old) && p.vouches(f, old, p.before.began)
}

// vouches reports whether the stamp of the file tells that it has stayed the same since a reading that began at the time.
func (l *loader) vouches(f file, old *record, began int64) bool {
	return l.stamped && f.stamp == old.stamp && old.stamp.settled(began)
}

// holds reports whether the same bytes would be recorded in the same way again.
func (p past) holds(old *record) bool {
	if old == nil || old.state != 0 {
		return false
	}
	if p.sameRules {
		return true
	}
	for _, it := range p.before.itemsOf(old) {
		if !p.sameMetadata(it) {
			return false
		}
	}
	return true
}

// sameMetadata reports whether the sidecar states for the item what it stated then.
func (p past) sameMetadata(it item) bool {
	return p.sameRules || hashRules(p.sidecar.metadata(it.id)) == it.rules
}

// knownLines finds the lines of a JSONL file of the earlier reading by their content.
type knownLines struct {
	past
	of     *record
	places map[digest]int
}

func (p past) knownLines(old *record) knownLines {
	k := knownLines{p, old, map[digest]int{}}
	for at, it := range p.before.itemsOf(old) {
		if _, ok := k.places[it.hash]; it.state == accepted || it.state == refused && !ok {
			k.places[it.hash] = at
		}
	}
	return k
}

// find returns what became of the line, if the same would become of it again.
func (k knownLines) find(line digest) (item, bool) {
	at, ok := k.places[line]
	if !ok {
		return item{}, false
	}
	it := k.before.itemAt(k.of, at)
	return it, k.sameMetadata(it)
}
