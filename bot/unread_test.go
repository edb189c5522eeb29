package bot

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"pullquote/corpus"
)

// A document that cannot be read any more is an error that names its file; any other panic has its stack.
func TestPanicsAreErrors(t *testing.T) {
	unread := &corpus.ReadError{File: "data/parts/1-1/documents/bodies", Document: 7, Err: io.ErrUnexpectedEOF}
	for _, c := range []struct {
		panics any
		want   string
	}{
		{unread, unread.Error()},
		{"a slip", "unread_test.go"},
	} {
		j := job{route: route{handle: func(context.Context, *request) (response, error) { panic(c.panics) }}}
		_, err := (&Bot{}).compute(context.Background(), j)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("panic of %v is the error %v, want one with %q", c.panics, err, c.want)
		}
		if isUnread := errors.As(err, new(*corpus.ReadError)); isUnread != (c.panics == any(unread)) {
			t.Errorf("panic of %v is a ReadError: %v", c.panics, isUnread)
		}
	}
}
