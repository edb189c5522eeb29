package retrieval

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"

	"pullquote/retrieval/store"
)

// Two thirds of the bytes of a snapshot are texts and their terms, of which a question reads a few. Every record of them has
// a checksum that is looked at whenever it is read, so a library can answer before all have been: they are read through
// beside the first questions. What is found then makes the library stale, and the next reading of the source builds anew.

// checkedWhenRead are the files of a part that are left for then.
func checkedWhenRead() []string { return []string{forwardName, shelfName + "/bodies"} }

// checking is a look through the files that were left when a library was opened. A nil checking has none.
type checking struct {
	stop context.CancelFunc
	done chan struct{}

	mu     sync.Mutex
	serves []store.Part         // the parts of the generation that serves
	damage []*store.DamageError // all that was found
	err    error                // of files that could not be looked at
}

// startChecking looks through the files that verify reads, of a generation of these parts.
func startChecking(verify func(context.Context, func(*store.DamageError)) error, parts []store.Part) *checking {
	ctx, stop := context.WithCancel(context.Background())
	c := &checking{stop: stop, done: make(chan struct{}), serves: parts}
	go func() {
		defer close(c.done)
		err := verify(ctx, c.add)
		c.mu.Lock()
		defer c.mu.Unlock()
		c.err = err
	}()
	return c
}

func (c *checking) add(d *store.DamageError) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.damage = append(c.damage, d)
}

// end ends the look.
func (c *checking) end() {
	if c != nil {
		c.stop()
		<-c.done
	}
}

// serve says which parts serve from now on: those of others are of no interest any more, and may be gone.
func (c *checking) serve(parts []store.Part) {
	if c != nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.serves = parts
	}
}

// found waits until all has been looked through and returns damage of what serves, nil if there is none.
func (c *checking) found(ctx context.Context) (*store.DamageError, error) {
	if c == nil {
		return nil, nil
	}
	select {
	case <-c.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if d := c.soFar(); d != nil {
		return d, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return nil, c.err
}

// soFar returns damage of what serves, if any has been found yet.
func (c *checking) soFar() *store.DamageError {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, d := range c.damage {
		if isIn(c.serves, d.File) {
			return d
		}
	}
	return nil
}

// isIn reports whether a file is in one of the parts.
func isIn(parts []store.Part, file string) bool {
	return slices.ContainsFunc(parts, func(p store.Part) bool {
		return strings.HasPrefix(file, p.Dir+string(os.PathSeparator))
	})
}
