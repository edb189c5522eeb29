package discord

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"time"
)

// maxAttempts is how often a request is sent at most.
const maxAttempts = 5

// do sends r, again where that may help and cannot do harm, and returns the body of the answer. It waits for rate
// limits and between attempts within ctx, and fails at once when a wait would outlast it.
func (c *Client) do(ctx context.Context, r request) ([]byte, error) {
	p, err := r.encode()
	if err != nil {
		return nil, &requestError{method: r.method, route: r.route, text: "cannot encode the body: " + c.plain(err), cause: err}
	}
	for attempt := 1; ; attempt++ {
		if err := c.admit(ctx, r); err != nil {
			return nil, err
		}
		a := c.attempt(ctx, r, p)
		failed := c.judge(r, a)
		if failed == nil {
			return a.body, nil
		}
		if attempt > 1 && r.arrived != nil && r.arrived(failed) {
			return nil, nil
		}
		if attempt == maxAttempts || ctx.Err() != nil || !r.retryable(a) {
			return nil, failed
		}
		if err := pause(ctx, c.retryWait(a, attempt), c.timing.longest); err != nil {
			return nil, failed.because(err)
		}
	}
}

// admit waits until r may be sent, or says why it may not.
func (c *Client) admit(ctx context.Context, r request) error {
	refuse := func(err error) error {
		return &requestError{method: r.method, route: r.route, text: err.Error(), cause: err}
	}
	if r.byToken {
		return nil
	}
	if c.guard.full(time.Now()) {
		return refuse(ErrTooManyInvalid)
	}
	if err := c.limits.wait(ctx, r.bucket(), c.timing.longest); err != nil {
		return refuse(err)
	}
	return nil
}

// judge takes note of what an answer says about limits and the token, and returns its error, if it is one.
func (c *Client) judge(r request, a answer) *requestError {
	if a.err != nil {
		return c.failure(r, a.err)
	}
	if !r.byToken {
		c.limits.learn(r.bucket(), a, time.Now())
	}
	if a.status < 300 {
		return nil
	}
	c.guard.count(a, time.Now())
	if a.status == http.StatusUnauthorized && !r.byToken {
		c.revoke.Do(func() { close(c.revoked) })
	}
	failed := c.refusal(r, a.status, a.body)
	if a.status == http.StatusTooManyRequests {
		failed.wait = retryAfter(a)
	}
	return failed
}

// retryable says whether sending r again may help and cannot do what was asked twice.
func (r request) retryable(a answer) bool {
	switch a.status {
	case http.StatusTooManyRequests:
		return true
	case 0:
		return !r.once || !a.written
	case http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return !r.once
	}
	return false
}

// retryWait returns how long to wait after the nth attempt: what Discord asks for, else a time that doubles, of which
// up to a half is left to chance so that clients do not come back together.
func (c *Client) retryWait(a answer, n int) time.Duration {
	if a.status == http.StatusTooManyRequests {
		return retryAfter(a)
	}
	return jittered(c.timing.retry << (n - 1))
}

// jittered returns a time between d/2 and d.
func jittered(d time.Duration) time.Duration {
	return d/2 + rand.N(d/2+1)
}

// pause waits for d. It fails at once when ctx ends before that or d is above longest.
func pause(ctx context.Context, d, longest time.Duration) error {
	if d > longest {
		return fmt.Errorf("the wait of %v that Discord asks for is too long", d.Round(time.Millisecond))
	}
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < d {
		return fmt.Errorf("the wait of %v would take longer than there is time: %w", d.Round(time.Millisecond), context.DeadlineExceeded)
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
