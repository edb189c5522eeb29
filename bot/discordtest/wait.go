package discordtest

import (
	"context"
	"fmt"
)

// waitFor waits until done returns true, looking again whenever the channel that changed returns is closed. Neither is
// called with s.mu held.
func waitFor(ctx context.Context, what string, changed func() <-chan struct{}, done func() bool) error {
	for {
		again := changed()
		if done() {
			return nil
		}
		select {
		case <-again:
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", what, ctx.Err())
		}
	}
}

// signal tells those who wait that something has changed.
type signal struct{ ch chan struct{} }

// wait returns a channel that is closed at the next change.
func (s *signal) wait() <-chan struct{} {
	if s.ch == nil {
		s.ch = make(chan struct{})
	}
	return s.ch
}

func (s *signal) fire() {
	if s.ch != nil {
		close(s.ch)
		s.ch = nil
	}
}
