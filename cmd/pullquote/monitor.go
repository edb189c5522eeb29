package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"syscall"
	"time"
)

// monitor serves metrics and health over HTTP, to the operator and nobody else. A nil monitor serves nothing.
type monitor struct {
	server  http.Server
	handler atomic.Pointer[http.Handler]
	ended   chan struct{}
}

// Limits of the monitor. Whoever asks is near and asks for little.
const (
	monitorReads   = 5 * time.Second
	monitorWrites  = 30 * time.Second
	monitorIdles   = time.Minute
	monitorEnds    = 2 * time.Second
	monitorHeaders = 16 << 10 // bytes
)

// startMonitor listens on addr, a host and port, and says that the bot is starting until show is called. For an empty
// addr it returns nil. The monitor must be closed.
func startMonitor(addr string, log *slog.Logger) (*monitor, error) {
	if addr == "" {
		return nil, nil
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("METRICS_ADDR: %w; %s", err, listenMend(err))
	}
	m := &monitor{ended: make(chan struct{})}
	m.show(starting())
	m.server = http.Server{
		Handler:           http.HandlerFunc(m.serve),
		ReadHeaderTimeout: monitorReads, ReadTimeout: monitorReads, WriteTimeout: monitorWrites, IdleTimeout: monitorIdles,
		MaxHeaderBytes: monitorHeaders, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	log.Info("serving metrics and health", "addr", listener.Addr().String())
	go func() {
		defer close(m.ended)
		if err := m.server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("metrics and health are not served any more", "err", err)
		}
	}()
	return m, nil
}

// listenMend says what to do when an address cannot be listened on.
func listenMend(err error) string {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return "choose another port, or stop what uses this one"
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return "this machine has no such address: write one that it has, such as 127.0.0.1"
	case errors.Is(err, syscall.EACCES):
		return "ports below 1024 need rights that the bot should not have: choose a higher one"
	}
	return "write an address that this machine has, such as 127.0.0.1, and a free port"
}

func (m *monitor) serve(w http.ResponseWriter, r *http.Request) {
	(*m.handler.Load()).ServeHTTP(w, r)
}

// show serves h from now on.
func (m *monitor) show(h http.Handler) {
	if m != nil {
		m.handler.Store(&h)
	}
}

// close ends the monitor, within monitorEnds, and returns when nothing of it runs any more.
func (m *monitor) close() {
	if m == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), monitorEnds)
	defer cancel()
	if m.server.Shutdown(ctx) != nil {
		m.server.Close() // whoever still reads has had time
	}
	<-m.ended
}

// starting serves health while the corpus is read: the process is well and not ready.
func starting() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "the corpus is being read", http.StatusServiceUnavailable)
	})
	return mux
}
