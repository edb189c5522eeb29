package discord

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

// newTestSession returns a session of a client's first shard, for a gateway where nobody is.
func newTestSession(t *testing.T) *session {
	t.Helper()
	c, err := New(Config{Token: "abc"})
	if err != nil {
		t.Fatal(err)
	}
	c.timing = quick()
	c.timing.patience, c.timing.open, c.timing.closing = 20*time.Millisecond, 20*time.Millisecond, 20*time.Millisecond
	s, err := c.shards[0].newSession(gateway{URL: "ws://127.0.0.1:1"}, func(*discordgo.Event) {})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStuckSessionIsNoticed(t *testing.T) {
	t.Parallel()
	s := newTestSession(t)
	wire := func() *wire {
		near, far := net.Pipe()
		t.Cleanup(func() { far.Close() })
		return s.newWire(context.Background(), near)
	}
	s.Lock() // as discordgo does when it waits for itself
	if err := s.stay(within(t), wire()); err != errStuck {
		t.Errorf("a connected session whose lock is held: %v, want %v", err, errStuck)
	}
	if _, err := s.open(within(t)); err != errStuck {
		t.Errorf("opening a session whose lock is held: %v, want %v", err, errStuck)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.stay(ctx, wire()); err != context.Canceled {
		t.Errorf("leaving a session whose lock is held: %v, want %v", err, context.Canceled)
	}
	s.Unlock()
}

func TestStuckSessionEndsTheShard(t *testing.T) {
	t.Parallel()
	c, err := New(Config{Token: "abc"})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.shards[0].fatal(errStuck); err != errStuck || !strings.Contains(err.Error(), "90 s") {
		t.Errorf("fatal(errStuck) = %v, want it and the supervisor's delay", err)
	}
}

func TestWireChangesTheCloseCodeUnlessLeaving(t *testing.T) {
	for _, leaving := range []bool{false, true} {
		near, far := net.Pipe()
		s := newTestSession(t)
		s.leaving.Store(leaving)
		w := s.newWire(context.Background(), near)
		frame := []byte{0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8}
		go w.Write(frame)
		got := make([]byte, len(frame))
		if _, err := io.ReadFull(far, got); err != nil {
			t.Fatal(err)
		}
		want := closeResumable
		if leaving {
			want = closeNormal
		}
		if code := int(got[6])<<8 | int(got[7]); code != want {
			t.Errorf("leaving %v: closed with %d, want %d", leaving, code, want)
		}
		far.Close()
		w.Close()
	}
}

func TestWireKeepsOrdersFromDiscordgo(t *testing.T) {
	tests := []struct {
		message string
		want    error
	}{
		{`{"op":7,"d":null,"s":null,"t":null}`, errReconnect},
		{`{"op":9,"d":false}`, errInvalidSession},
		{`{"op":9,"d":true}`, errNotYet},
		{`{"op":9}`, errInvalidSession},
		{`{"op":11}`, nil},
		{`{"op":0,"d":{"op":7}}`, nil},
		{`op 7`, nil},
	}
	for _, tt := range tests {
		if got := order([]byte(tt.message)); got != tt.want {
			t.Errorf("order(%s) = %v, want %v", tt.message, got, tt.want)
		}
	}
	near, far := net.Pipe()
	w := newTestSession(t).newWire(context.Background(), near)
	event := upgradeAnswer + string(serverFrame(frameText, []byte(`{"op":0}`)))
	go io.WriteString(far, event+string(serverFrame(frameText, []byte(`{"op":7}`))))
	got, err := io.ReadAll(w)
	if string(got) != event || err != errReconnect {
		t.Errorf("read %q, %v, want what comes before and %v", got, err, errReconnect)
	}
	far.Close()
	w.Close()
}

// secured is srv behind TLS, as Discord is.
func secured(t *testing.T, srv *discordtest.Server) *httptest.Server {
	t.Helper()
	behind, err := url.Parse(srv.API())
	if err != nil {
		t.Fatal(err)
	}
	var front *httptest.Server
	front = httptest.NewTLSServer(&httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.Out.URL.Scheme, r.Out.URL.Host = "http", behind.Host
		},
		ModifyResponse: func(r *http.Response) error {
			if !strings.HasSuffix(r.Request.URL.Path, routeGateway) {
				return nil
			}
			return secureGateway(r, front.Listener.Addr().String())
		},
	})
	t.Cleanup(front.Close)
	return front
}

// secureGateway replaces the gateway's address by that of the server in front.
func secureGateway(r *http.Response, host string) error {
	var body map[string]any
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		return err
	}
	body["url"] = "wss://" + host + "/gateway"
	b, err := json.Marshal(body)
	r.Body, r.ContentLength = io.NopCloser(strings.NewReader(string(b))), int64(len(b))
	r.Header.Del("Content-Length")
	return err
}

func TestGatewayBehindTLS(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	front := secured(t, r.Server)
	c, _ := newClient(t, r.Server)
	c.config.API = front.URL + "/api/v10"
	c.http.Transport = front.Client().Transport
	c.roots = x509.NewCertPool()
	c.roots.AddCert(front.Certificate())
	got := newEvents()
	run(t, c, got)
	got.want(t, "ready bot")
	r.Reconnect() // which only a wire above TLS can read
	got.want(t, r.say("hello"))
	if r.Identifies() != 1 || r.Resumes() != 1 {
		t.Errorf("identified %d times and resumed %d times, want once each", r.Identifies(), r.Resumes())
	}
}

func TestGatewayWithAnotherCertificateIsRefused(t *testing.T) {
	t.Parallel()
	front := httptest.NewUnstartedServer(http.NotFoundHandler())
	front.Config.ErrorLog = log.New(io.Discard, "", 0) // the refusal is what is wanted
	front.StartTLS()
	defer front.Close()
	_, err := dialTLS(nil)(within(t), "tcp", front.Listener.Addr().String())
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); !ok {
		t.Errorf("dialTLS: %v, want a certificate that is not trusted", err)
	}
}
