package corpus

// records finds the records of an inventory by the paths of their files. Those are mostly asked for in the order in which
// they stand. It is not safe for concurrent use.
type records struct {
	files  []record
	next   int            // where the one stands that is asked for next, if no file comes or goes
	byPath map[string]int // where each stands; nil as long as none does
}

// records returns those of the files that are documents or hold some.
func (i *Inventory) records() *records {
	if i == nil {
		return &records{}
	}
	return &records{files: i.files[i.rules():]}
}

// rules returns how many records are of files that say something about the documents.
func (i *Inventory) rules() int {
	n := 0
	for n < len(i.files) && notDocuments[i.files[n].path] {
		n++
	}
	return n
}

// rule returns the record of a file that says something about the documents, nil if there is none.
func (i *Inventory) rule(name string) *record {
	if i == nil {
		return nil
	}
	for n := range i.rules() {
		if i.files[n].path == name {
			return &i.files[n]
		}
	}
	return nil
}

// of returns the record of a file, nil if there is none.
func (r *records) of(path string) *record {
	at, ok := r.next, r.next < len(r.files) && r.files[r.next].path == path
	if !ok {
		at, ok = r.places()[path]
	}
	if !ok {
		return nil
	}
	r.next = at + 1
	return &r.files[at]
}

func (r *records) places() map[string]int {
	if r.byPath == nil {
		r.byPath = make(map[string]int, len(r.files))
		for at := range r.files {
			r.byPath[r.files[at].path] = at
		}
	}
	return r.byPath
}
