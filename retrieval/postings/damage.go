package postings

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// The files of an index are read while it is searched, and bleve trusts them: what a disk has changed since they were
// opened makes it look where nothing is. What it finds there may be other passages, never other words, which stand
// elsewhere; but it may also find no sense at all.

// DamageError says that the files of an index cannot be read, or make no sense.
type DamageError struct {
	// Dir is the folder of the index.
	Dir string
	// Err is the cause.
	Err error
}

func (e *DamageError) Error() string { return fmt.Sprintf("index %s: %v", e.Dir, e.Err) }

// Unwrap returns the cause.
func (e *DamageError) Unwrap() error { return e.Err }

// damage returns an error of reading the index, as a *DamageError if it is in a folder.
func (x *Index) damage(err error) error {
	if x.dir == "" {
		return err
	}
	return &DamageError{x.dir, err}
}

// guard begins to turn panics of reading an index in a folder into an error, a page of a file that cannot be read among
// them, until the function that it returns is called, which must be deferred. Panics of other kinds are not those of bleve.
func (x *Index) guard(err *error) (end func()) {
	if x.dir == "" {
		return func() {}
	}
	before := debug.SetPanicOnFault(true)
	return func() {
		debug.SetPanicOnFault(before)
		switch p := recover().(type) {
		case nil:
		case runtime.Error, string:
			*err = x.damage(fmt.Errorf("it makes no sense: %v", p))
		default:
			panic(p)
		}
	}
}
