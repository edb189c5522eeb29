package discord

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"
)

// shard is one connection to the gateway, kept up by its loop.
type shard struct {
	client    *Client
	id        int
	log       *slog.Logger
	connected atomic.Bool
	heard     atomic.Int64 // nanoseconds since 1970, 0 for never
}

func (s *shard) health() Health {
	h := Health{Shard: s.id, Connected: s.connected.Load()}
	if heard := s.heard.Load(); heard != 0 {
		h.Heard = time.Unix(0, heard)
	}
	return h
}

// run keeps the shard connected until ctx ends, when it returns nil, or until that makes no sense any more: the error is
// for the operator.
func (s *shard) run(ctx context.Context, g gateway, b *budget, q *queue) error {
	var current *session
	wait := s.client.timing.backoff
	for {
		if current == nil {
			var err error
			if current, err = s.newSession(g, q.add); err != nil {
				return err
			}
		}
		began := time.Now()
		err := s.connection(ctx, current, b)
		if ctx.Err() != nil {
			return nil
		}
		if fatal := s.fatal(err); fatal != nil {
			return fatal
		}
		if endsSession(err) {
			current = nil
		}
		if time.Since(began) >= s.client.timing.backoffMax {
			wait = s.client.timing.backoff
		}
		s.backOff(ctx, err, jittered(wait))
		wait = min(2*wait, s.client.timing.backoffMax)
	}
}

// connection opens one connection, keeps it as long as it lasts and returns why it ended.
func (s *shard) connection(ctx context.Context, current *session, b *budget) error {
	resumes := current.ready.Load()
	if !resumes {
		if err := b.wait(ctx, s.id, s.log); err != nil {
			return err
		}
	}
	w, err := current.open(ctx)
	if err != nil {
		return err
	}
	s.log.Info("connected to Discord's gateway", "resumed", resumes)
	s.set(true)
	defer s.set(false)
	return current.stay(ctx, w)
}

func (s *shard) set(up bool) {
	s.connected.Store(up)
	s.client.observer().Connected(s.id, up)
}

// backOff tells why a connection ended, asks Discord whether the token still counts, unless the gateway itself asked for
// a new connection, and waits. A token that does not count ends Run, and thereby ctx.
func (s *shard) backOff(ctx context.Context, reason error, wait time.Duration) {
	level := slog.LevelInfo
	if !isOrder(reason) {
		level = slog.LevelWarn
		s.client.probe(ctx)
	}
	s.log.Log(ctx, level, "not connected to Discord's gateway", "reason", s.client.plain(reason), "again_in", wait.Round(time.Millisecond).String())
	_ = pause(ctx, wait, wait) // the end of ctx is seen by the loop
}

// probe sends one request that the token must authorise. Its answer is taken note of by judge.
func (c *Client) probe(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, c.timing.answer)
	defer cancel()
	r := request{method: http.MethodGet, route: routeMe}
	if c.admit(ctx, r) == nil {
		_ = c.judge(r, c.attempt(ctx, r, payload{}))
	}
}

// isOrder says whether a connection ended because the gateway asked for that in its protocol, as it does now and then.
func isOrder(reason error) bool {
	return errors.Is(reason, errReconnect) || errors.Is(reason, errNotYet) || errors.Is(reason, errInvalidSession)
}

// endsSession says whether Discord will not resume the session after a connection that ended like this.
func endsSession(reason error) bool {
	if errors.Is(reason, errInvalidSession) {
		return true
	}
	code, ok := errors.AsType[closeError](reason)
	// 4003: not identified, 4007: wrong sequence number, 4009: timed out.
	return ok && (code == 4003 || code == 4007 || code == 4009)
}

// fatal returns the error for the operator when a connection that ended like this must not be tried again, else nil.
func (s *shard) fatal(reason error) error {
	if errors.Is(reason, errStuck) {
		return errStuck
	}
	code, ok := errors.AsType[closeError](reason)
	if !ok {
		return nil
	}
	return s.fatalCode(code)
}
