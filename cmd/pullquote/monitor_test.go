package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"syscall"
	"testing"

	"go.uber.org/goleak"
)

// monitorFor starts a monitor on a free port and returns it with the address of its pages.
func monitorFor(t *testing.T) (*monitor, string) {
	t.Helper()
	var log bytes.Buffer
	m, err := startMonitor("127.0.0.1:0", slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.close)
	_, addr, found := strings.Cut(strings.TrimSpace(log.String()), "addr=")
	if !found {
		t.Fatalf("the log does not name the address: %s", log.String())
	}
	return m, addr
}

func get(t *testing.T, method, url string) (status int, body string) {
	t.Helper()
	request, err := http.NewRequest(method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestMonitorStarting(t *testing.T) {
	_, addr := monitorFor(t)
	for _, c := range []struct {
		method, path string
		status       int
		body         string
	}{
		{"GET", "/healthz", 200, "ok\n"},
		{"GET", "/readyz", 503, "the corpus is being read\n"},
		{"GET", "/metrics", 503, "the corpus is being read\n"},
		{"POST", "/healthz", 405, "Method Not Allowed\n"},
		{"DELETE", "/", 405, "Method Not Allowed\n"},
	} {
		if status, body := get(t, c.method, "http://"+addr+c.path); status != c.status || body != c.body {
			t.Errorf("%s %s: %d %q, want %d %q", c.method, c.path, status, body, c.status, c.body)
		}
	}
}

func TestMonitorShows(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	m, addr := monitorFor(t)
	m.show(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path) }))
	if status, body := get(t, "GET", "http://"+addr+"/x"); status != 200 || body != "/x" {
		t.Errorf("got %d %q", status, body)
	}
	m.close()
}

func TestNoMonitor(t *testing.T) {
	m, err := startMonitor("", slog.New(slog.DiscardHandler))
	if m != nil || err != nil {
		t.Fatalf("got %v, %v", m, err)
	}
	m.show(starting())
	m.close()
}

func TestMonitorCannotListen(t *testing.T) {
	_, addr := monitorFor(t)
	_, err := startMonitor(addr, slog.New(slog.DiscardHandler))
	if err == nil || !strings.Contains(err.Error(), "METRICS_ADDR: listen tcp "+addr) || !strings.Contains(err.Error(), "choose another port") {
		t.Errorf("a port in use: error %v", err)
	}
}

func TestListenMend(t *testing.T) {
	for cause, want := range map[error]string{
		syscall.EADDRINUSE: "choose another port", syscall.EADDRNOTAVAIL: "this machine has no such address",
		syscall.EACCES: "choose a higher one", io.EOF: "write an address",
	} {
		if got := listenMend(fmt.Errorf("listen: %w", cause)); !strings.Contains(got, want) {
			t.Errorf("%v: the mend is %q, want one with %q", cause, got, want)
		}
	}
}

func TestHealth(t *testing.T) {
	m, addr := monitorFor(t)
	_, port, _ := strings.Cut(addr, ":")
	var out bytes.Buffer
	ask := func(args ...string) error {
		out.Reset()
		p := &program{console: console{out: &out, page: page{80, false}}}
		return p.run(context.Background(), append([]string{"health"}, args...))
	}
	for _, at := range []string{addr, ":" + port, "0.0.0.0:" + port} {
		if err := ask(at); err != nil || out.String() != "ok\n" {
			t.Errorf("health %s: %q, %v", at, out.String(), err)
		}
	}
	m.show(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "shard 0 has heard\x1b nothing", http.StatusServiceUnavailable)
	}))
	if err := ask(addr); err == nil || err.Error() != `the bot is not well: shard 0 has heard\x1b nothing (503 Service Unavailable)` {
		t.Errorf("unwell: %v", err)
	}
	m.close()
	if err := ask(addr); err == nil || !strings.Contains(err.Error(), "the bot does not answer") {
		t.Errorf("gone: %v", err)
	}
	var misuse usageError
	for _, args := range [][]string{nil, {"9090"}, {addr, addr}} {
		if err := ask(args...); !errors.As(err, &misuse) {
			t.Errorf("health %v: %v, want a mistake in its use", args, err)
		}
	}
}

func TestReachable(t *testing.T) {
	for addr, want := range map[string]string{
		":9090": "127.0.0.1:9090", "0.0.0.0:1": "127.0.0.1:1", "[::]:1": "[::1]:1", "10.0.0.1:1": "10.0.0.1:1", "localhost:1": "localhost:1",
	} {
		if got, err := reachable(addr); got != want || err != nil {
			t.Errorf("%s: %s, %v, want %s", addr, got, err, want)
		}
	}
}
