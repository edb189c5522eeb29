package discord

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"pullquote/bot/discordtest"
)

// ups is an Observer that passes on whether a shard is connected.
type ups chan bool

func (u ups) Requested(string, string, int, time.Duration) {}
func (u ups) Connected(_ int, up bool)                     { u <- up }

// want waits for the next state.
func (u ups) want(t *testing.T, want bool) {
	t.Helper()
	select {
	case got := <-u:
		if got != want {
			t.Fatalf("told that connected is %v, want %v", got, want)
		}
	case <-within(t).Done():
		t.Fatalf("not told that connected is %v", want)
	}
}

// counted is an Observer that keeps what it is told.
type counted struct {
	mu    sync.Mutex
	lines []string
}

func (o *counted) Requested(method, route string, status int, took time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.lines = append(o.lines, method+" "+route+" "+http.StatusText(status))
}

func (o *counted) Connected(shard int, up bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.lines = append(o.lines, fmt.Sprintf("shard %d: %v", shard, up))
}

func TestObserverIsToldOfConnections(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	c, _ := newClient(t, srv)
	o, got := &counted{}, newEvents()
	c.config.Observe = o
	running := run(t, c, got)
	got.want(t, "ready bot")
	srv.CloseGateway(4009)
	got.want(t, "ready bot")
	running.cancel()
	if err := running.wait(t); err != nil {
		t.Fatal(err)
	}
	// A connection counts from when discordgo is done with opening it, a moment after its first event.
	ups, downs := count(o.lines, "shard 0: true"), count(o.lines, "shard 0: false")
	if ups != downs || ups < 1 {
		t.Errorf("told of %q, want as many ends as beginnings", o.lines)
	}
}

func count(lines []string, line string) (n int) {
	for _, l := range lines {
		if l == line {
			n++
		}
	}
	return n
}

func TestObserverIsToldOfEveryAttempt(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	c, _ := newClient(t, r.Server)
	o := &counted{}
	c.config.Observe = o
	r.Inject(discordtest.Fault{Route: routeMessages, Drop: true})
	if err := c.Send(within(t), r.channel.ID, message("hello")); err != nil {
		t.Fatal(err)
	}
	if want := []string{"POST " + routeMessages + " ", "POST " + routeMessages + " OK"}; !slices.Equal(o.lines, want) {
		t.Errorf("told of %q, want %q", o.lines, want)
	}
}
