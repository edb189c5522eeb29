package discord

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// Run connects and delivers events to h until the context ends, when it returns nil, or until the connection cannot be
// kept: the error is one line for the operator that says what is wrong and what to do. A Discord that cannot be reached,
// fails or wants fewer requests is no such case: Run says so in the log, as a warning, and tries again. No method of h
// runs any more when Run returns.
func (c *Client) Run(ctx context.Context, h Handler) error {
	defer c.http.CloseIdleConnections()
	g, err := c.start(ctx)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return err
	}
	b := newBudget(g, c.timing.identify)
	group, ctx := errgroup.WithContext(ctx)
	for _, s := range c.shards {
		q := newQueue(ctx, s.log)
		group.Go(func() error { return s.run(ctx, g, b, q) })
		group.Go(func() error { return q.deliver(h) })
	}
	group.Go(func() error {
		select {
		case <-c.revoked:
			return errToken
		case <-ctx.Done():
			return nil
		}
	})
	return group.Wait()
}
