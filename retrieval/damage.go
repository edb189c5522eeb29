package retrieval

import (
	"errors"

	"pullquote/corpus"
)

// The files of a library are read against their checksums when it is opened, or soon after that (checking.go). They may become
// unreadable, or change, later: what is read then has checksums of its own, but for bleve's posting lists, which only propose what is read. Whoever
// meets a file that is not as it was written fails with its name, and the next reading of the source builds on nothing.

// isDamage reports whether an error tells of a file of the library that cannot be read or is not as it was written.
func isDamage(err error) bool {
	var damage *corpus.ReadError
	return errors.As(err, &damage)
}

// recoverRead turns what a document panics with that cannot be read from its shelf into an error.
func recoverRead(err *error) {
	switch p := recover().(type) {
	case nil:
	case *corpus.ReadError:
		*err = p
	default:
		panic(p)
	}
}

// isDamaged reports whether something of the generation could not be read.
func (f filed) isDamaged() bool { return f.edition != nil && f.edition.damaged.Load() }

// noteDamage takes note of an error that tells of a file in a part of the generation.
func (f filed) noteDamage(err error) {
	var damage *corpus.ReadError
	if !errors.As(err, &damage) {
		return
	}
	if isIn(f.parts, damage.File) {
		f.edition.damaged.Store(true)
	}
}
