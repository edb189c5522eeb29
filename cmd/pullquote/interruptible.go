package main

import (
	"context"
	"io"
)

// interruptible returns a reader that reads from r until ctx ends: otherwise Ctrl-C would have no effect on a program
// that waits for a person to type. It is not to be read from after an error.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	type result struct {
		n   int
		err error
	}
	return readerFunc(func(p []byte) (int, error) {
		done, own := make(chan result, 1), make([]byte, len(p)) // p is the caller's again when ctx ends
		go func() {
			n, err := r.Read(own)
			done <- result{n, err}
		}()
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case got := <-done:
			return copy(p, own[:got.n]), got.err
		}
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
