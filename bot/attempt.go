package bot

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"pullquote/bot/message"
	"pullquote/corpus"
	"pullquote/retrieval"
	"pullquote/retrieval/store"
)

// attempt is a reload, a check or a return to an earlier snapshot that is under way.
type attempt struct {
	message.Reload
	update *retrieval.Update // nil as long as nothing was read
	cause  error             // of a failure that has one
}

func (r *reloads) newAttempt() *attempt {
	return &attempt{Reload: message.Reload{Before: r.library.Snapshot(), Started: time.Now()}}
}

// fail notes why an attempt failed, if it did, in terms for moderators. The error itself, which may name folders of the
// machine, is for the log.
func (a *attempt) fail(err error) {
	if err == nil {
		return
	}
	a.Failure, a.cause = failureOf(err), err
}

// failureOf tells why. What went wrong in the folder of snapshots comes before what may have gone wrong in the corpus.
func failureOf(err error) message.Failure {
	var damage *store.DamageError
	var unread *corpus.ReadError
	switch {
	case errors.Is(err, context.Canceled):
		return message.Stopped
	case errors.Is(err, errPanic):
		return message.Mistake
	case errors.Is(err, store.ErrFull):
		return message.DiskFull
	case errors.Is(err, store.ErrForbidden):
		return message.FolderForbidden
	case errors.Is(err, retrieval.ErrNotKept):
		return message.NotKept
	case errors.As(err, &damage), errors.As(err, &unread):
		return message.Damaged
	case errors.Is(err, fs.ErrNotExist):
		return message.CorpusGone
	case errors.Is(err, fs.ErrPermission):
		return message.CorpusForbidden
	}
	return message.CorpusUnreadable
}

func (a *attempt) done(log *slog.Logger) message.Reload {
	a.Took = time.Since(a.Started)
	if a.Failure != message.NoFailure {
		a.After = nil
	}
	if a.cause != nil {
		log.Warn("the corpus could not be loaded", "err", a.cause)
	}
	return a.Reload
}
