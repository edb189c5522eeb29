package corpus

import (
	"crypto/sha256"
	"errors"
	"io/fs"
)

// notDocuments are the files in the root that say something about the documents.
var notDocuments = map[string]bool{sidecarName: true, synonymsName: true}

// statements are what the files in the root say about the documents, and what is wrong with them.
type statements struct {
	sidecar  *sidecar
	synonyms []Synonym
	problems []Problem
}

// readRules reads the files that say something about the documents, and records them.
func (l *loader) readRules(files []file, w *inventoryWriter) (s statements) {
	for _, f := range files {
		c, err := l.bytes(f.path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		w.record(f, c, err)
		switch f.path {
		case sidecarName:
			s.sidecar = readSidecar(c.raw, err)
			s.problems = append(s.problems, s.sidecar.problems...)
		case synonymsName:
			synonyms, problems := readSynonyms(c.raw, err)
			s.synonyms, s.problems = synonyms, append(s.problems, problems...)
		}
	}
	return s
}

// record records a file that holds no document.
func (w *inventoryWriter) record(f file, c content, err error) {
	w.open(f.path)
	switch {
	case err == errUnsteady:
		w.close(unknownStamp, [sha256.Size]byte{}, isUnread)
	case isUnreadError(err):
		w.close(f.stamp, [sha256.Size]byte{}, isUnread)
	default:
		w.close(c.stamp, c.hash, 0)
	}
}

// sameContent reports whether both readings found the same in a file, or both none.
func sameContent(a, b *record) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.state == 0 && b.state == 0 && a.hash == b.hash
}
