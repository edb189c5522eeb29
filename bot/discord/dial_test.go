package discord

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// echo is an address that gives back what it is sent.
func echo(t *testing.T) string {
	t.Helper()
	return accept(t, func(conn net.Conn) { _, _ = io.Copy(conn, conn) })
}

// accept listens and serves each connection.
func accept(t *testing.T, serve func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				serve(conn)
			}()
		}
	}()
	return l.Addr().String()
}

// httpProxy is an HTTP proxy that lets in only those who have the password.
func httpProxy(t *testing.T) string {
	t.Helper()
	return accept(t, func(conn net.Conn) {
		r, err := http.ReadRequest(bufio.NewReader(conn))
		if err != nil || r.Method != http.MethodConnect {
			return
		}
		if r.Header.Get("Proxy-Authorization") != "Basic dXNlcjpwYXNz" { // user:pass
			fmt.Fprint(conn, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
			return
		}
		to, err := net.Dial("tcp", r.Host)
		if err != nil {
			return
		}
		defer to.Close()
		fmt.Fprint(conn, "HTTP/1.1 200 Connection established\r\n\r\n")
		go func() {
			defer to.Close()
			_, _ = io.Copy(to, conn)
		}()
		_, _ = io.Copy(conn, to)
	})
}

func TestDialThroughAProxy(t *testing.T) {
	address, via := echo(t), httpProxy(t)
	tests := []struct {
		name string
		via  *url.URL
		want string // in the error, "" for none
	}{
		{"direct", nil, ""},
		{"with the password", &url.URL{Scheme: "http", Host: via, User: url.UserPassword("user", "pass")}, ""},
		{"without", &url.URL{Scheme: "http", Host: via}, "the proxy answered 407"},
		{"no proxy there", &url.URL{Scheme: "http", Host: "127.0.0.1:1"}, "the proxy cannot be reached"},
		{"another kind", &url.URL{Scheme: "gopher", Host: via}, "unknown scheme"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			conn, err := dialVia(within(t), "tcp", address, tt.via)
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("dialVia: %v, want an error with %q", err, tt.want)
			}
			if err != nil {
				return
			}
			defer conn.Close()
			fmt.Fprint(conn, "hello")
			got := make([]byte, 5)
			if _, err := io.ReadFull(conn, got); err != nil || string(got) != "hello" {
				t.Errorf("the echo is %q, %v", got, err)
			}
		})
	}
}

func TestDialEndsWithItsContext(t *testing.T) {
	silent := accept(t, func(conn net.Conn) { _, _ = io.Copy(io.Discard, conn) })
	ctx, cancel := context.WithCancel(context.Background())
	via := accept(t, func(conn net.Conn) {
		_, _ = http.ReadRequest(bufio.NewReader(conn))
		cancel() // the proxy has the request and never answers
		_, _ = io.Copy(io.Discard, conn)
	})
	if _, err := dialVia(ctx, "tcp", silent, &url.URL{Scheme: "http", Host: via}); err == nil {
		t.Error("dialVia succeeded though its context ended")
	}
}
