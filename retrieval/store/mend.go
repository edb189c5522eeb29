package store

import (
	"errors"
	"fmt"
	"io/fs"
)

// Mend adds to an error of writing to the folder how to mend it, where it knows: a full disk, a missing right. It is for
// the errors of filling a draft, too. Mend(nil) is nil.
func (s *Store) Mend(err error) error {
	switch {
	case err == nil:
		return nil
	case isFull(err):
		return fmt.Errorf("%w (there is no more room in the folder %s: free some space there, or raise the limits of this "+
			"user, then try again)", err, s.folder)
	case isReadOnly(err) || errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w (this user may not write to the folder %s: give the right to, then try again)", err, s.folder)
	}
	return err
}
