package bot

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"pullquote/bot/message"
	"pullquote/retrieval"
)

// showEvery is how often the progress of a reload is shown.
const showEvery = 2 * time.Second

// errPanic says that the program made a mistake; the log has its stack already.
var errPanic = errors.New("panic")

// errReloading says that a reload or a check runs already.
var errReloading = errors.New("a reload runs already")

// reloads reads the corpus anew, one time at a time. What serves meanwhile, and after a failure, is the old snapshot.
type reloads struct {
	library *retrieval.Library
	// read is the library's Read, but for tests.
	read func(ctx context.Context, progress func(done, all int)) (*retrieval.Update, error)
	log  *slog.Logger

	mu       sync.Mutex
	running  bool
	where    message.Progress
	previous *message.LastReload
}

func newReloads(o Options) *reloads {
	return &reloads{library: o.Library, read: o.Library.Read, log: o.Log}
}

// last returns the last reload, nil if there was none.
func (r *reloads) last() *message.LastReload {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.previous
}

// progress says how far the running reload has come.
func (r *reloads) progress() message.Progress {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.where
}

// begin makes sure that nothing else runs.
func (r *reloads) begin() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.running {
		return errReloading
	}
	r.running, r.where = true, message.Progress{Stage: message.ReadingStarts}
	return nil
}

func (r *reloads) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.running, r.where = false, message.Progress{}
}

// reload reads the corpus and serves it, and calls show, if it is not nil, now and then. It fails only when another one
// runs; why a reload failed is in its report.
func (r *reloads) reload(ctx context.Context, show func(message.Progress)) (message.Reload, error) {
	if err := r.begin(); err != nil {
		return message.Reload{}, err
	}
	defer r.end()
	a := r.attempt(ctx, show)
	a.ByItself = show == nil
	if a.update != nil {
		r.now(message.Progress{Stage: message.IndexingDocuments, All: len(a.After.Documents())}, show)
		a.fail(r.guard(func() error { return a.update.Serve(ctx) }))
	}
	done := a.done(r.log)
	r.mu.Lock()
	defer r.mu.Unlock()
	last := done.Last()
	r.previous = &last
	return done, nil
}

// check is reload without serving what was read.
func (r *reloads) check(ctx context.Context, show func(message.Progress)) (message.Reload, error) {
	if err := r.begin(); err != nil {
		return message.Reload{}, err
	}
	defer r.end()
	a := r.attempt(ctx, show)
	if a.update != nil {
		a.fail(r.guard(a.update.Discard))
	}
	return a.done(r.log), nil
}

// attempt reads the corpus. A corpus without a single document is a failure: it would take every answer away.
func (r *reloads) attempt(ctx context.Context, show func(message.Progress)) *attempt {
	a := r.newAttempt()
	r.now(message.Progress{Stage: message.ReadingStarts}, show)
	a.fail(r.guard(func() (err error) {
		a.update, err = r.read(ctx, r.reading(show))
		return err
	}))
	if a.update == nil {
		return a
	}
	if a.After = a.update.Snapshot(); len(a.After.Documents()) == 0 {
		a.Failure, a.Found = message.NoDocuments, a.After.Problems()
		a.fail(r.guard(a.update.Discard))
		a.update = nil
	}
	return a
}

// reading returns a function that shows the number of files read, but not all the time.
func (r *reloads) reading(show func(message.Progress)) func(done, all int) {
	shown := time.Now()
	return func(done, all int) {
		p := message.Progress{Stage: message.ReadingFiles, Done: done, All: all}
		if time.Since(shown) < showEvery {
			r.now(p, nil)
			return
		}
		shown = time.Now()
		r.now(p, show)
	}
}

// now notes how far the reload has come and shows it.
func (r *reloads) now(p message.Progress, show func(message.Progress)) {
	r.mu.Lock()
	r.where = p
	r.mu.Unlock()
	if show != nil {
		show(p)
	}
}

// guard makes a panic in f an error: a reload must never take the bot down.
func (r *reloads) guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			r.log.Error("panic in a reload", "panic", p, "stack", string(debug.Stack()))
			err = errPanic
		}
	}()
	return f()
}
