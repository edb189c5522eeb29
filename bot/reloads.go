package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"pullquote/bot/message"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// showEvery is how often the progress of a reload is shown.
const showEvery = 2 * time.Second

// errReloading says that a reload or a check runs already.
var errReloading = errors.New("a reload runs already")

// reloads reads the corpus anew, one time at a time. What serves meanwhile, and after a failure, is the old snapshot.
type reloads struct {
	library *retrieval.Library
	load    func(ctx context.Context, progress func(done, all int)) (*corpus.Snapshot, error)
	log     *slog.Logger

	mu       sync.Mutex
	running  bool
	where    string
	previous *message.Reload
}

func newReloads(o Options) *reloads {
	return &reloads{library: o.Library, load: o.Load, log: o.Log}
}

// last returns the last reload, nil if there was none.
func (r *reloads) last() *message.Reload {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.previous
}

// progress says how far the running reload has come, "" if none runs.
func (r *reloads) progress() string {
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
	r.running, r.where = true, phraseStarting
	return nil
}

func (r *reloads) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.running, r.where = false, ""
}

// reload reads the corpus and serves it. It fails only when another one runs; why a reload failed is in its report.
func (r *reloads) reload(ctx context.Context, show func(string)) (message.Reload, error) {
	if err := r.begin(); err != nil {
		return message.Reload{}, err
	}
	defer r.end()
	report := r.read(ctx, show)
	if report.Failure == "" {
		r.now(phraseIndexing.of(len(report.After.Documents())), show)
		report.fail(r.guard(func() error { return r.library.Reload(ctx, report.After) }))
	}
	done := report.done()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.previous = &done
	return done, nil
}

// check is reload without serving what was read.
func (r *reloads) check(ctx context.Context, show func(string)) (message.Reload, error) {
	if err := r.begin(); err != nil {
		return message.Reload{}, err
	}
	defer r.end()
	return r.read(ctx, show).done(), nil
}

// attempt is a reload that is under way.
type attempt struct{ message.Reload }

func (a *attempt) fail(err error) {
	switch {
	case err == nil:
	case errors.Is(err, context.Canceled):
		a.Failure = phraseReloadStopped
	default:
		a.Failure = err.Error()
	}
}

func (a *attempt) done() message.Reload {
	a.Took = time.Since(a.Started)
	if a.Failure != "" {
		a.After = nil
	}
	return a.Reload
}

// read reads the corpus. A corpus without a single document is a failure: it would take every answer away.
func (r *reloads) read(ctx context.Context, show func(string)) *attempt {
	a := &attempt{message.Reload{Before: r.library.Snapshot(), Started: time.Now()}}
	r.now(phraseStarting, show)
	a.fail(r.guard(func() (err error) {
		a.After, err = r.load(ctx, r.reading(show))
		return err
	}))
	if a.Failure == "" && len(a.After.Documents()) == 0 {
		a.Failure = phraseNoDocuments.of(a.After.LeftOut())
	}
	return a
}

// reading returns a function that shows the number of files read, but not all the time.
func (r *reloads) reading(show func(string)) func(done, all int) {
	shown := time.Now()
	return func(done, all int) {
		text := fmt.Sprintf(phraseReading, done, all)
		if time.Since(shown) < showEvery {
			r.now(text, nil)
			return
		}
		shown = time.Now()
		r.now(text, show)
	}
}

// now notes how far the reload has come and shows it.
func (r *reloads) now(text string, show func(string)) {
	r.mu.Lock()
	r.where = text
	r.mu.Unlock()
	if show != nil {
		show(text)
	}
}

// guard makes a panic in f an error: a reload must never take the bot down.
func (r *reloads) guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			r.log.Error("panic in a reload", "panic", p, "stack", string(debug.Stack()))
			err = errors.New(phrasePanic)
		}
	}()
	return f()
}
