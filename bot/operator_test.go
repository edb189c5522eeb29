package bot_test

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"time"

	"pullquote/bot/discordtest"
)

// Routes of the REST API.
const (
	routeCallback = "/interactions/{interaction_id}/{interaction_token}/callback"
	routeOriginal = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
	routeFollowup = "/webhooks/{webhook_id}/{webhook_token}"
	routeMessages = "/channels/{channel_id}/messages"
	routeMe       = "/users/@me"
)

// logs waits until a line of the log holds all of the words, and returns the line.
func (w *world) logs(words ...string) string {
	w.t.Helper()
	return w.logsTimes(1, words...)[0]
}

// logsTimes waits until n lines of the log hold all of the words, and returns them.
func (w *world) logsTimes(n int, words ...string) []string {
	w.t.Helper()
	for {
		written := w.log.next()
		if lines := w.lines(words...); len(lines) >= n {
			return lines
		}
		select {
		case <-written:
		case <-w.ctx.Done():
			w.t.Fatalf("there are not %d lines of the log that hold all of %q:\n%s", n, words, w.log)
		}
	}
}

// lines returns the lines of the log that hold all of the words.
func (w *world) lines(words ...string) []string {
	var found []string
	for line := range strings.Lines(w.log.String()) {
		if holdsAll(line, words) {
			found = append(found, line)
		}
	}
	return found
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// counts checks a metric, which is named with its labels in their order. What it counts must have been waited for: the
// log of a request is written after it was counted.
func (w *world) counts(metric string, want float64) {
	w.t.Helper()
	line := fmt.Sprintf("\n%s %v\n", metric, want)
	if metrics := w.page("/metrics"); !strings.Contains(metrics, line) {
		name, _, _ := strings.Cut(metric, "{")
		w.t.Errorf("the metrics lack %q; they have\n%s", line[1:], linesWith(metrics, name))
	}
}

func linesWith(text, word string) string {
	var found []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, word) {
			found = append(found, line)
		}
	}
	return strings.Join(found, "")
}

// page returns what the operator's pages show at path.
func (w *world) page(path string) string {
	shown := httptest.NewRecorder()
	w.bot.Handler().ServeHTTP(shown, httptest.NewRequest("GET", path, nil))
	return shown.Body.String()
}

// attempts returns the requests with a method to a route whose path or body holds id.
func (w *world) attempts(method, route, id string) []discordtest.Request {
	var found []discordtest.Request
	for _, r := range w.Requests() {
		if r.Method == method && r.Route == route && strings.Contains(r.Path+string(r.Body), id) {
			found = append(found, r)
		}
	}
	return found
}

// answersTo returns the messages that answer m.
func (w *world) answersTo(m *discordtest.Message) []*discordtest.Message {
	var found []*discordtest.Message
	for _, each := range m.Channel.Messages() {
		if each.Author == w.Bot && each.Reference == m.ID {
			found = append(found, each)
		}
	}
	return found
}

// clock is a server's clock, which a test puts forward.
type clock struct{ ahead atomic.Int64 }

func (c *clock) now() time.Time { return time.Now().Add(time.Duration(c.ahead.Load())) }

func (c *clock) advance(d time.Duration) { c.ahead.Add(int64(d)) }
