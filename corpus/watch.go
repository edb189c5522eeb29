package corpus

import (
	"context"
	"time"
)

// WatchOptions say how a source is watched.
type WatchOptions struct {
	// Every is the time between two looks. Zero means five seconds. A change is reported after one to two of them.
	Every time.Duration
	// Failed, if not nil, is called with the error of a look that was not possible, once until one is possible again.
	Failed func(error)
}

// mostPatience bounds, in looks, how long a state that was reported in vain waits until it is reported again.
const mostPatience = 64

// Watch calls changed whenever the corpus is another than what the inventory that before returns has found, and has stayed
// the same between two looks, so that who writes it has come to an end. It waits for changed to return. Where before still
// returns the earlier inventory then, the same state is reported again after ever longer times. It looks instead of being
// told, which works with every kind of disk and folder. It returns when ctx ends.
func (s Source) Watch(ctx context.Context, before func() *Inventory, opts WatchOptions, changed func()) {
	if opts.Every <= 0 {
		opts.Every = 5 * time.Second
	}
	w := watcher{Source: s, opts: opts}
	tick := time.NewTicker(opts.Every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		if w.hasChanged(ctx, before()) {
			changed()
		}
	}
}

// watcher is what a watch remembers of its looks.
type watcher struct {
	Source
	opts     WatchOptions
	last     sight
	trusted  *Inventory // its newest stamps have been compared with the content
	reported uint64     // the state that was last reported
	patience int        // looks for which that is not reported again
	waited   int
	failing  bool
}

// hasChanged looks once, and returns whether there is something to report.
func (w *watcher) hasChanged(ctx context.Context, before *Inventory) bool {
	now, err := w.look(ctx, before, before != nil && before == w.trusted)
	if err != nil {
		w.fail(ctx, err)
		return false
	}
	w.failing = false
	steady := now == w.last
	w.last = now
	if !now.differs {
		w.trust(before)
		w.patience = 0
		return false
	}
	return steady && w.isTime(now.state)
}

// fail reports an error of a look, unless it is known.
func (w *watcher) fail(ctx context.Context, err error) {
	w.last = sight{}
	if !w.failing && ctx.Err() == nil && w.opts.Failed != nil {
		w.opts.Failed(err)
	}
	w.failing = true
}

// trust notes that the files have the recorded content. What is written from now on changes their stamps, once they are
// older than the grain of the clock.
func (w *watcher) trust(before *Inventory) {
	if before.newest() < w.now().Add(-stampGrain).UnixNano() {
		w.trusted = before
	}
}

// newest returns the time of the latest stamp.
func (i *Inventory) newest() (latest int64) {
	for _, r := range i.files {
		latest = max(latest, r.stamp.modified, r.stamp.changed)
	}
	return latest
}

// isTime reports whether the state is to be reported: at once, or after a while if it was reported before.
func (w *watcher) isTime(state uint64) bool {
	if state == w.reported && w.patience > 0 {
		if w.waited++; w.waited < w.patience {
			return false
		}
		w.patience = min(2*w.patience, mostPatience)
	} else {
		w.patience = 2
	}
	w.reported, w.waited = state, 0
	return true
}
