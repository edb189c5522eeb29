package store

import (
	"errors"
	"fmt"
	"io/fs"
)

var (
	// ErrFull is the error of writing to a folder in which there is no more room.
	ErrFull = errors.New("there is no more room")
	// ErrForbidden is the error of writing to a folder that this user may not write to.
	ErrForbidden = errors.New("this user may not write")
)

// Mend adds to an error of writing to the folder how to mend it, where it knows: a full disk, which makes it an ErrFull
// too, or a missing right, which makes it an ErrForbidden. It is for the errors of filling a draft, too. Mend(nil) is nil,
// and what has been mended already stays as it is.
func (s *Store) Mend(err error) error {
	switch {
	case err == nil || errors.Is(err, ErrFull) || errors.Is(err, ErrForbidden):
		return err
	case isFull(err):
		return fmt.Errorf("%w (%w in the folder %s: free some space there, or raise the limits of this user, then try again)",
			err, ErrFull, s.folder)
	case isReadOnly(err) || errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w (%w to the folder %s: give the right to, then try again)", err, ErrForbidden, s.folder)
	}
	return err
}
