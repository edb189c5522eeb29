//go:build !unix

package corpus

import "errors"

func makePipe(string) error { return errors.ErrUnsupported }
