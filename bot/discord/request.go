package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// userAgent is what Discord wants in every request: the kind of client, its home and its version.
const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, " + discordgo.VERSION + ") Pullquote"

// maxAnswer is how much of an answer is read, in bytes; the longest, 130 commands, is far below it.
const maxAnswer = 8 << 20

// request is one request to the REST API.
type request struct {
	method string
	route  string   // the address without ids, as in Discord's description: "/channels/{channel_id}/messages"
	ids    []string // what stands for the route's parameters, in order
	query  string   // "wait=true", "" for none
	body   any      // encoded as JSON, nil for none
	files  []*discordgo.File
	// byToken is a request that an interaction's own token authorises: it carries no token of the bot's and does not
	// count against the bot's limits.
	byToken bool
	// once is a request that must not be sent again when it may have arrived.
	once bool
	// arrived says of an error on a second or later attempt that an earlier attempt did what was asked; nil for never.
	arrived func(error) bool
}

// path returns the route with its ids filled in.
func (r request) path() string {
	path := r.route
	for _, id := range r.ids {
		open, end := strings.IndexByte(path, '{'), strings.IndexByte(path, '}')
		path = path[:open] + id + path[end+1:]
	}
	if r.query != "" {
		path += "?" + r.query
	}
	return path
}

// bucket is the key under which Discord limits the request's rate: its route and first id.
func (r request) bucket() string {
	key := r.method + " " + r.route
	if len(r.ids) > 0 {
		key += " " + r.ids[0]
	}
	return key
}

// payload is an encoded body; the zero value is none.
type payload struct {
	contentType string
	bytes       []byte
}

// encode makes the body: JSON, or a form of several parts where there are files.
func (r request) encode() (payload, error) {
	if r.body == nil {
		return payload{}, nil
	}
	body, err := wireJSON(r.body, r.method == http.MethodPatch)
	if err != nil {
		return payload{}, err
	}
	if len(r.files) == 0 {
		return payload{"application/json", body}, nil
	}
	contentType, form, err := discordgo.MultipartBodyWithJSON(json.RawMessage(body), r.files)
	return payload{contentType, form}, err
}

// answer is what came back for one attempt.
type answer struct {
	status int // 0 for no answer
	header http.Header
	body   []byte
	err    error // why there is no answer
	// written is true when some of the request may have reached Discord.
	written bool
}

// attempt sends r once and reads the whole answer.
func (c *Client) attempt(ctx context.Context, r request, p payload) answer {
	start := time.Now()
	a := c.exchange(ctx, r, p)
	c.observer().Requested(r.method, r.route, a.status, time.Since(start))
	return a
}

func (c *Client) exchange(ctx context.Context, r request, p payload) (a answer) {
	var written atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaderField: func(string, []string) { written.Store(true) }})
	defer func() { a.written = written.Load() }()
	req, err := http.NewRequestWithContext(ctx, r.method, c.config.API+r.path(), bytes.NewReader(p.bytes))
	if err != nil {
		return answer{err: err}
	}
	c.setHeaders(req, r, p)
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{err: err}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return answer{err: fmt.Errorf("the answer broke off: %w", err)}
	}
	return answer{status: resp.StatusCode, header: resp.Header, body: body}
}

func (c *Client) setHeaders(req *http.Request, r request, p payload) {
	req.Header.Set("User-Agent", userAgent)
	if p.contentType != "" {
		req.Header.Set("Content-Type", p.contentType)
	}
	if !r.byToken {
		req.Header.Set("Authorization", "Bot "+c.config.Token)
	}
}

// newHTTPClient returns a client in which every step has a limit, that takes proxies from the environment and follows
// no redirection: the token is for one address only.
func newHTTPClient() *http.Client {
	dialer := net.Dialer{Timeout: 10 * time.Second}
	return &http.Client{
		Timeout:       30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			Proxy: http.ProxyFromEnvironment, DialContext: dialer.DialContext,
			TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 15 * time.Second,
			MaxIdleConnsPerHost: 16, IdleConnTimeout: 90 * time.Second, ForceAttemptHTTP2: true,
			// Without pings a dead connection would take every request until the kernel gives it up.
			HTTP2: &http.HTTP2Config{SendPingTimeout: 15 * time.Second, PingTimeout: 10 * time.Second},
		},
	}
}
