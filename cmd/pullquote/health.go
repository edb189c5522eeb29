package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

var healthCommand = command{
	name: "health", args: "[ADDR]", run: (*program).runHealth,
	summary: "ask a running bot whether it is well",
	details: "Asks the bot that serves its health on ADDR, a host and port (default: METRICS_ADDR), whether it is well, and shows " +
		"what it says. It is meant for containers, which have no other program to ask with.\n\n" +
		"Exit code 0: it is well; 1: it is not, or does not answer.",
}

// healthWithin is how long an answer may take, and healthMost how many bytes of it are shown.
const (
	healthWithin = 4 * time.Second
	healthMost   = 1 << 10
)

func (p *program) runHealth(ctx context.Context, c command, args []string) error {
	words, err := p.parse(c, p.flags(c), args)
	switch {
	case err != nil:
		return err
	case len(words) > 1:
		return c.misuse("health takes one ADDR, not %d", len(words))
	case len(words) == 0:
		words = []string{strings.TrimSpace(p.get("METRICS_ADDR"))}
	}
	if words[0] == "" {
		return c.misuse("health needs an ADDR, or METRICS_ADDR set as for the bot")
	}
	addr, err := reachable(words[0])
	if err != nil {
		return c.misuse("ADDR %q is not a host and a port, such as 127.0.0.1:9090", words[0])
	}
	return p.askHealth(ctx, "http://"+addr+"/healthz")
}

// reachable returns where to ask a server that listens on addr: one that listens on every address is asked on this
// machine.
func reachable(addr string) (string, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "", err
	}
	switch ip := net.ParseIP(host); {
	case host == "" || ip.Equal(net.IPv4zero):
		host = "127.0.0.1"
	case ip.Equal(net.IPv6zero):
		host = "::1"
	}
	return net.JoinHostPort(host, port), nil
}

// askHealth shows the first kilobyte of what stands at url. It uses no proxy: the bot is near.
func (p *program) askHealth(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, healthWithin)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	transport := &http.Transport{DisableKeepAlives: true}
	response, err := (&http.Client{Transport: transport}).Do(request)
	if err != nil {
		return fmt.Errorf("the bot does not answer: %w", err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, healthMost))
	if err != nil {
		return fmt.Errorf("the bot's answer breaks off: %w", err)
	}
	text := harmless(string(body))
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the bot is not well: %s (%s)", text, response.Status)
	}
	_, err = fmt.Fprintln(p.out, text)
	return err
}
