// Package discord keeps the connection to Discord: the gateway with its shards and watchdogs, and the REST API with
// bounded retries. It knows nothing of questions and answers.
//
// Each shard has one session of discordgo, which speaks the gateway's protocol. What discordgo does not do is done here:
// the socket under it has deadlines and reads Reconnect and Invalid Session off the wire, the shard's own loop connects
// again with back-off and within Discord's limit of IDENTIFYs, and REST requests keep to the rate limits, the context
// and a bounded number of attempts. No error and no log line has the bot's token or an interaction's in it.
package discord

import (
	"crypto/x509"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// DefaultAPI is the address of Discord's REST API.
const DefaultAPI = "https://discord.com/api/v10"

// Config says how Discord is reached.
type Config struct {
	// Token is the bot's token, without "Bot ".
	Token string
	// API is the address that replaces DefaultAPI, "" for that. The gateway's address comes from its answer.
	API string
	// Shards are the shards that this process runs.
	Shards Shards
	// Log is told of connections made and lost; nil means slog.Default().
	Log *slog.Logger
	// Patience is how long the gateway may be silent before it counts as dead, and how long a lock of the session may be
	// held. Zero means 90 s, a little over two of Discord's heartbeat intervals.
	Patience time.Duration
	// Observe, if not nil, is told of every request's end and of every connection's state, for metrics.
	Observe Observer
}

// Shards say which part of Discord's servers a process serves: those whose id gives one of IDs by (id>>22) % Count.
// The zero value is the one shard of a bot that is not sharded.
type Shards struct {
	// IDs are the shards of this process; empty means all of Count.
	IDs   []int
	Count int
}

// Observer is told what happens on the wire. Calls may overlap.
type Observer interface {
	// Requested is called after each attempt of a request. route has no ids or tokens; status is 0 where there was no
	// answer.
	Requested(method, route string, status int, took time.Duration)
	// Connected is called when a shard is connected or is not any more.
	Connected(shard int, up bool)
}

// Handler receives events. Its methods are called one event after the other for each shard, and must not wait for long.
// A panic in one is logged and ends only that call. Ready comes again with every new session. Messages have an author,
// interactions a user and data. Guild comes with every server that the bot is in, when it connects and when the server
// changes; it has an id, and may lack all else.
type Handler interface {
	Ready(*discordgo.Ready)
	Interaction(*discordgo.InteractionCreate)
	Message(*discordgo.MessageCreate)
	Guild(*discordgo.Guild)
}

// Client is a bot's connection to Discord. Its methods may be called from several goroutines, before and while Run
// runs; Run itself runs once at a time.
type Client struct {
	config Config
	timing timing
	http   *http.Client
	roots  *x509.CertPool // whom the gateway's certificate must come from; nil for the system's
	shards []*shard

	limits *limits
	guard  *guard
	denied *denials

	revoke  sync.Once
	revoked chan struct{} // closed when Discord has answered 401 to the token
}

// New returns a client that is not connected yet. It fails when the configuration cannot work; the error has a line for
// each mistake.
func New(c Config) (*Client, error) {
	c = c.withDefaults()
	if err := c.check(); err != nil {
		return nil, err
	}
	client := &Client{
		config: c, timing: defaultTiming(c.Patience), http: newHTTPClient(),
		limits: newLimits(), guard: newGuard(invalidLimit), denied: newDenials(deniedLimit),
		revoked: make(chan struct{}),
	}
	for _, id := range c.Shards.IDs {
		client.shards = append(client.shards, &shard{client: client, id: id, log: c.Log.With("shard", id), resumes: newResumes()})
	}
	return client, nil
}

// Health is the state of one shard.
type Health struct {
	Shard     int
	Connected bool
	// Heard is when the gateway last acknowledged a heartbeat or sent an event.
	Heard time.Time
}

// Health returns the state of every shard of the process, by number.
func (c *Client) Health() []Health {
	health := make([]Health, 0, len(c.shards))
	for _, s := range c.shards {
		health = append(health, s.health())
	}
	return health
}

// observer returns the configured Observer, or one that ignores all.
func (c *Client) observer() Observer {
	if c.config.Observe == nil {
		return deaf{}
	}
	return c.config.Observe
}

// deaf is an Observer that ignores what it is told.
type deaf struct{}

func (deaf) Requested(string, string, int, time.Duration) {}
func (deaf) Connected(int, bool)                          {}
