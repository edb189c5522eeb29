package discord

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// intents are the events that the gateway sends; none is privileged. The text of a message comes with those that mention
// the bot, direct messages, and the target of a message command.
const intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages

// errStuck is why Run ends when a session's lock is held for good: nothing but a new process helps.
var errStuck = errors.New("the gateway connection is stuck and cannot be closed: the process must be started again, by its supervisor, after 90 s at the earliest")

// session is a gateway session of one shard over all its connections, from one IDENTIFY to the next.
type session struct {
	*discordgo.Session
	timing  timing
	roots   *x509.CertPool
	ready   atomic.Bool // Discord has accepted the IDENTIFY: the next connection resumes
	leaving atomic.Bool // the next close ends the session
	heard   *atomic.Int64
	wire    atomic.Pointer[wire] // the last one dialled, until open takes it
}

// newSession returns a session that is to be opened. receive gets every event, in order, and must not wait.
func (s *shard) newSession(g gateway, receive func(*discordgo.Event)) (*session, error) {
	dg, err := discordgo.New("Bot " + s.client.config.Token)
	if err != nil {
		return nil, err
	}
	dg.LogLevel = -1 // discordgo prints tokens and addresses with tokens
	dg.ShouldReconnectOnError = false
	dg.StateEnabled = false
	dg.SyncEvents = true
	dg.Compress = false // the wire reads what the gateway sends
	dg.Identify.Intents = intents
	dg.UserAgent = userAgent
	dg.ShardID, dg.ShardCount = s.id, s.client.config.Shards.Count
	dg.Client = &http.Client{Transport: gatewayAnswer(g.URL)}
	session := &session{Session: dg, timing: s.client.timing, roots: s.client.roots, heard: &s.heard}
	// Inside Open, before anything else is read.
	dg.AddHandler(func(*discordgo.Session, *discordgo.Connect) { session.wire.Load().open.Store(true) })
	dg.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) {
		if e.Type == "READY" {
			session.ready.Store(true)
		}
		receive(e)
	})
	return session, nil
}

// gatewayAnswer answers discordgo's only request, for the gateway's address, with what the client asked already: within
// the client's limits, and without waiting inside discordgo's lock.
type gatewayAnswer string

func (g gatewayAnswer) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := wireJSON(map[string]string{"url": string(g)}, false)
	if err != nil {
		return nil, err
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{}, Body: io.NopCloser(strings.NewReader(string(body))), Request: req,
	}, nil
}

// checkGatewayURL says whether address is a gateway's.
func checkGatewayURL(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "ws" && u.Scheme != "wss" {
		return errors.New("its answer has no address of a gateway")
	}
	return nil
}

// open connects, and returns the connection's wire once the gateway has accepted it. When the opening takes too long or
// ctx ends, it is cut off; errStuck says that this did not help.
func (s *session) open(ctx context.Context) (*wire, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timing.open)
	defer cancel()
	s.Dialer = s.dialer(ctx)
	done := make(chan error, 1)
	go func() { done <- s.Open() }()
	select {
	case err := <-done:
		return s.opened(err)
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return s.opened(errors.Join(err, ctx.Err()))
	case <-time.After(s.timing.closing):
		return nil, errStuck
	}
}

// opened returns the outcome of an opening: the wire, or why there is none.
func (s *session) opened(err error) (*wire, error) {
	w := s.wire.Swap(nil)
	switch {
	case w == nil && err == nil:
		return nil, errors.New("the gateway was not dialled")
	case w == nil:
		return nil, err
	case err != nil:
		if reason, _ := w.why(); reason != nil {
			err = reason
		}
		w.Close()
		return nil, err
	}
	w.keep()
	return w, nil
}

// dialer returns a dialer whose connections are wires, which are closed when ctx ends before they are kept.
func (s *session) dialer(ctx context.Context) *websocket.Dialer {
	wired := func(d dial) dial {
		return func(_ context.Context, network, address string) (net.Conn, error) {
			conn, err := d(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return s.newWire(ctx, conn), nil
		}
	}
	return &websocket.Dialer{NetDialContext: wired(dialPlain), NetDialTLSContext: wired(dialTLS(s.roots))}
}

func (s *session) newWire(ctx context.Context, conn net.Conn) *wire {
	w := &wire{Conn: conn, timing: s.timing, leaving: &s.leaving, heard: s.heard, gone: make(chan struct{})}
	w.keep = context.AfterFunc(ctx, func() { w.Close() })
	s.wire.Store(w)
	return w
}

// stay waits until the connection is gone and returns why. When ctx ends it leaves and returns ctx's error; when the
// session's lock is held for longer than anything in discordgo takes, it returns errStuck.
func (s *session) stay(ctx context.Context, w *wire) error {
	limit := s.timing.patience + s.timing.closing
	watch := time.NewTicker(limit / 8)
	defer watch.Stop()
	free := time.Now() // when the lock was last free
	for {
		select {
		case <-ctx.Done():
			s.leave(w)
			return ctx.Err()
		case <-w.gone:
			reason, _ := w.why()
			return reason
		case now := <-watch.C:
			if s.TryRLock() {
				s.RUnlock()
				free = now
			}
			if now.Sub(free) > limit {
				w.Close()
				return errStuck
			}
		}
	}
}

// leave ends the session with Discord, so that the bot is shown as offline, and closes the connection.
func (s *session) leave(w *wire) {
	s.leaving.Store(true)
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_ = s.Close() // discordgo's Close only ever returns nil
	}()
	limit := time.NewTimer(s.timing.closing)
	defer limit.Stop()
	select {
	case <-closed:
	case <-limit.C:
	}
	w.Close()
}
