package bot

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"pullquote/bot/message"
	"pullquote/corpus"
	"pullquote/retrieval"
	"pullquote/retrieval/store"
)

func TestFailureOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want message.Failure
	}{
		{context.Canceled, message.Stopped},
		{errPanic, message.Mistake},
		{fs.ErrNotExist, message.CorpusGone},
		{fs.ErrPermission, message.CorpusForbidden},
		{errors.New("too many open files"), message.CorpusUnreadable},
		{fmt.Errorf("write: no space left (%w)", store.ErrFull), message.DiskFull},
		{fmt.Errorf("%w (%w)", fs.ErrPermission, store.ErrForbidden), message.FolderForbidden},
		{retrieval.ErrNotKept, message.NotKept},
		{&store.DamageError{File: "f"}, message.Damaged},
		{&corpus.ReadError{File: "f", Err: fs.ErrNotExist}, message.Damaged},
		{errors.Join(context.Canceled, store.ErrFull), message.Stopped},
	} {
		if got := failureOf(fmt.Errorf("read corpus: %w", c.err)); got != c.want {
			t.Errorf("%v is told as %q, want %q", c.err, got, c.want)
		}
	}
}
