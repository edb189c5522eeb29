package store

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// Error numbers of Windows that the syscall package has no names for.
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
	errorQuotaExceeded    = syscall.Errno(1295)
)

// lockFile opens a file that nobody else may then open to write, until it is closed. It reports a lock that is taken.
func lockFile(path string) (f *os.File, taken bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	const access, shared = syscall.GENERIC_READ | syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ
	handle, err := syscall.CreateFile(name, access, shared, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errorSharingViolation) {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return os.NewFile(uintptr(handle), path), false, nil
}

// openToSync opens a file for a Sync, which needs the right to write. A folder cannot be told to keep its names: nil.
func openToSync(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return nil, err
	}
	return os.OpenFile(path, os.O_RDWR, 0)
}

// rename puts a file in the place of another one. That fails while a reader has the other one open, which takes it
// microseconds, so it is tried for a second.
func rename(from, to string) error {
	for tries := 0; ; tries++ {
		err := os.Rename(from, to)
		busy := errors.Is(err, errorSharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
		if !busy || tries == 100 {
			return err
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// isFull tells whether an error means that there is no more room: on the disk, or for this user.
func isFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull) || errors.Is(err, errorQuotaExceeded)
}

// isReadOnly tells whether an error means that nobody may write to the disk.
func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }
