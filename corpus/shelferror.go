package corpus

import (
	"fmt"
	"path/filepath"
)

// ReadError says that a file of a [Shelf], or of an index of its documents, cannot be read, or holds something else than was
// written.
type ReadError struct {
	// File is the path of the file or, where it is not known which, of a folder of files.
	File string
	// Document is the number of the document on its shelf, -1 where it is not one document that cannot be read.
	Document int
	// Err is the cause.
	Err error
}

func (e *ReadError) Error() string {
	where := e.File
	if e.Document >= 0 {
		where = fmt.Sprintf("%s, document %d", e.File, e.Document)
	}
	return fmt.Sprintf("read %s: %v; check the disk; a new start makes the file anew", where, e.Err)
}

// Unwrap returns the cause.
func (e *ReadError) Unwrap() error { return e.Err }

// failure returns the error of a file of s, and of one document or, with -1, of the whole.
func (s *Shelf) failure(file string, document int, err error) *ReadError {
	return &ReadError{filepath.Join(s.dir, file), document, err}
}
