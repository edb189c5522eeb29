package postings

import (
	"strings"
	"syscall"
)

// causes are what may be asked for in an error of writing.
var causes = [...]syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS, syscall.EACCES, syscall.EPERM}

// worded is an error of bleve's and its cause, which bleve tells in words only.
type worded struct {
	error
	cause error
}

func (w worded) Unwrap() error { return w.cause }

// causeOf returns an error with the cause that its last words tell.
func causeOf(err error) error {
	for _, c := range causes {
		if strings.HasSuffix(err.Error(), c.Error()) {
			return worded{err, c}
		}
	}
	return err
}
