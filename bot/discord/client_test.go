package discord

import (
	"bytes"
	"context"
	"flag"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"go.uber.org/goleak"

	"pullquote/bot/discordtest"
)

// TestMain lets many tests run at a time: what they do most is wait for discordgo, which sleeps for a second at every
// close.
func TestMain(m *testing.M) {
	if err := flag.Set("test.parallel", "16"); err != nil {
		panic(err)
	}
	goleak.VerifyTestMain(m)
}

// within bounds what a test waits for. It is long, so that a slow machine fails no test.
func within(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// quick has short times for what happens on loopback. Closing is not shorter: discordgo sleeps for a second.
func quick() timing {
	return timing{
		patience: 2 * time.Second, answer: time.Second, open: 3 * time.Second, closing: 5 * time.Second, write: time.Second,
		backoff: time.Millisecond, backoffMax: 20 * time.Millisecond, identify: time.Millisecond,
		retry: time.Millisecond, longest: 10 * time.Second,
	}
}

// newServer returns a Discord whose gateway asks for a heartbeat often enough for quick's patience.
func newServer(t *testing.T) *discordtest.Server {
	t.Helper()
	srv := discordtest.NewUnstartedServer()
	srv.HeartbeatInterval = 200 * time.Millisecond
	srv.Start()
	t.Cleanup(srv.Close)
	return srv
}

// newClient returns a quick client of srv, whose log it returns too.
func newClient(t *testing.T, srv *discordtest.Server, shards ...int) (*Client, *logged) {
	t.Helper()
	log := &logged{}
	config := Config{Token: srv.Token, API: srv.API(), Log: slog.New(slog.NewTextHandler(log, nil))}
	if len(shards) > 0 {
		config.Shards = Shards{IDs: shards, Count: len(shards)}
	}
	c, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	c.timing = quick()
	t.Cleanup(c.http.CloseIdleConnections)
	return c, log
}

// logged is what a client has logged.
type logged struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// running is a client's Run that goes on.
type running struct {
	cancel context.CancelFunc
	ended  chan error
}

// run starts Run, which ends with the test at the latest.
func run(t *testing.T, c *Client, h Handler) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	r := &running{cancel: cancel, ended: make(chan error, 1)}
	go func() {
		r.ended <- c.Run(ctx, h)
		close(r.ended)
	}()
	t.Cleanup(func() {
		cancel()
		<-r.ended
	})
	return r
}

// wait returns Run's error.
func (r *running) wait(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.ended:
		return err
	case <-within(t).Done():
		t.Fatal("Run does not end")
		return nil
	}
}

// events is a Handler that passes on a line for each event.
type events chan string

func newEvents() events { return make(events, 1000) }

func (e events) Ready(r *discordgo.Ready)           { e <- "ready " + r.User.Username }
func (e events) Message(m *discordgo.MessageCreate) { e <- m.Author.Username + ": " + m.Content }
func (e events) Guild(*discordgo.Guild)             {}
func (e events) Interaction(i *discordgo.InteractionCreate) {
	e <- "interaction " + i.ApplicationCommandData().Name
}

// want waits for these lines, in this order and with none between.
func (e events) want(t *testing.T, lines ...string) {
	t.Helper()
	ctx := within(t)
	for _, want := range lines {
		select {
		case got := <-e:
			if got != want {
				t.Fatalf("the event is %q, want %q", got, want)
			}
		case <-ctx.Done():
			t.Fatalf("no event, want %q", want)
		}
	}
}

// connected waits until srv's gateway is as cond says.
func connected(t *testing.T, srv *discordtest.Server, cond func() bool) {
	t.Helper()
	if err := srv.WaitFor(within(t), cond); err != nil {
		t.Fatalf("%v (%d connections, %d identifies, %d resumes)", err, srv.Connections(), srv.Identifies(), srv.Resumes())
	}
}

// silent is a Handler that ignores all.
type silent struct{}

func (silent) Ready(*discordgo.Ready)                   {}
func (silent) Message(*discordgo.MessageCreate)         {}
func (silent) Guild(*discordgo.Guild)                   {}
func (silent) Interaction(*discordgo.InteractionCreate) {}
