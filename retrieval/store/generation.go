package store

import "time"

// Generation is a set of files that was committed whole. Its files must not be changed; they may be read until the
// generation is removed, which happens no earlier than Options say, and those that are open can be read even then.
type Generation struct {
	Number  int       // from 1, larger than that of every earlier one
	Label   string    // as given to Commit
	Created time.Time // when it was committed, UTC
	Parts   []Part    // in the order in which the draft got them
	Dir     string    // folder of the generation's own files
	Bytes   int64     // of all its files, those of its parts included
}

// Part is a folder of files which generations can share. It never changes.
type Part struct {
	Name  string // that no other part of the store has or will have
	Dir   string // where its files are
	Bytes int64  // of all its files
}

// generation returns what a manifest describes.
func (f folder) generation(m manifest) Generation {
	g := Generation{Number: m.Number, Label: m.Label, Created: m.Created, Dir: f.own(m.Number), Bytes: bytesOf(m.Own)}
	for _, p := range m.Parts {
		part := Part{Name: p.Name, Dir: f.part(p.Name), Bytes: bytesOf(p.Files)}
		g.Parts = append(g.Parts, part)
		g.Bytes += part.Bytes
	}
	return g
}
