package retrieval

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync/atomic"

	"pullquote/retrieval/store"
)

// Two thirds of the bytes of a snapshot are texts and their terms, of which a question reads a few. Every record of them has
// a checksum that is looked at whenever it is read, so that no answer waits until all have been: they are read through
// beside the first questions. What is found then makes the snapshot stale, and the next reading of the source builds anew.

// checkedWhenRead are the files of a part that are left for then.
func checkedWhenRead() []string { return []string{forwardName, shelfName + "/bodies"} }

// checking is a look through the files that were left when a library was opened.
type checking struct {
	stop context.CancelFunc
	done chan struct{}
	// damage is what was found; nil where nothing was, or it has been mended since.
	damage atomic.Pointer[store.DamageError]
}

// startChecking looks through the files that verify reads.
func startChecking(verify func(context.Context) error) *checking {
	ctx, stop := context.WithCancel(context.Background())
	c := &checking{stop: stop, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		var damage *store.DamageError
		if errors.As(verify(ctx), &damage) {
			c.damage.Store(damage)
		}
	}()
	return c
}

// end ends the look, if there is one.
func (c *checking) end() {
	if c != nil {
		c.stop()
		<-c.done
	}
}

// found waits until all has been looked through and returns what is damaged, nil if nothing is.
func (c *checking) found(ctx context.Context) (*store.DamageError, error) {
	if c == nil {
		return nil, nil
	}
	select {
	case <-c.done:
		return c.damage.Load(), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// foundIn returns what has been found so far to be damaged in a generation, nil if nothing has.
func (c *checking) foundIn(f filed) *store.DamageError {
	if c == nil {
		return nil
	}
	if damage := c.damage.Load(); damage != nil && f.holds(damage.File) {
		return damage
	}
	return nil
}

// forget forgets damage that is not in a generation.
func (c *checking) forget(f filed) {
	if c != nil && c.foundIn(f) == nil {
		c.damage.Store(nil)
	}
}

// holds reports whether a file is in a part of the generation.
func (f filed) holds(file string) bool {
	for _, p := range f.parts {
		if strings.HasPrefix(file, p.Dir+string(os.PathSeparator)) {
			return true
		}
	}
	return false
}
