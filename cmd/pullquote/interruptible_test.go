package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestInterruptible(t *testing.T) {
	const text = "one line\nand another"
	if err := iotest.TestReader(interruptible(context.Background(), strings.NewReader(text)), []byte(text)); err != nil {
		t.Error(err)
	}
}

// Every command that reads its standard input ends when it is interrupted there.
func TestReadingIsInterrupted(t *testing.T) {
	for _, args := range [][]string{{"ask", "-"}, {"ask", "--batch", "-"}, {}} {
		ctx, cancel := context.WithCancel(context.Background())
		waiting, typing := io.Pipe() // a person who types nothing
		p := &program{console: console{in: cancelOnRead{waiting, cancel}, out: io.Discard, err: io.Discard, page: page{80, false}}}
		if err := p.run(ctx, args); !errors.Is(err, context.Canceled) {
			t.Errorf("pullquote %v: got %v, want a cancelled context", args, err)
		}
		typing.Close()
	}
}

// cancelOnRead calls cancel when it is read from.
type cancelOnRead struct {
	io.Reader
	cancel func()
}

func (c cancelOnRead) Read(p []byte) (int, error) {
	c.cancel()
	return c.Reader.Read(p)
}
