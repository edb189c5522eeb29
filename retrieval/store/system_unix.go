//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens a file and locks it, until it is closed. It reports a lock that is taken.
func lockFile(path string) (f *os.File, taken bool, err error) {
	f, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, false, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		taken = errors.Is(err, syscall.EWOULDBLOCK)
		if !taken {
			return nil, false, &os.PathError{Op: "lock", Path: path, Err: err}
		}
		return nil, true, nil
	}
	return f, false, nil
}

// openToSync opens a file or a folder for a Sync.
func openToSync(path string) (*os.File, error) { return os.Open(path) }

// rename puts a file in the place of another one.
func rename(from, to string) error { return os.Rename(from, to) }

// isFull tells whether an error means that there is no more room: on the disk, for this user, or in a file.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// isReadOnly tells whether an error means that nobody may write to the disk.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
