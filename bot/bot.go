// Package bot is how a Discord server asks and reads.
//
// A [Bot] turns what happens in Discord into requests, and every request goes the same way:
//
//   - a command, a press of a button or a message becomes a request (request.go), unless it was seen before (recent.go);
//   - the dispatcher (dispatch.go) finds its route (routes.go), refuses what may not be done or comes too fast, and
//     puts the rest into a bounded queue;
//   - a handler computes a response from a context and the request and does not send it (ask.go, press.go, corpus.go
//     and others, see routes.go);
//   - the dispatcher reads the message back, and an exchange (exchange.go) sends it: at once, or as an edit of an
//     acknowledgement where it took longer than Discord waits.
//
// What a reader sees is laid out in package bot/message, in the reader's language (languages.go); the connection is kept by
// package bot/discord.
package bot

import (
	"cmp"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"pullquote/bot/discord"
	"pullquote/retrieval"
)

// Options say what a bot answers from and how.
type Options struct {
	// Token is the bot's token, API the address of Discord's REST API, "" for Discord's own, and Shards the part of
	// the servers that this process serves.
	Token, API string
	Shards     discord.Shards
	// Library answers. The bot does not close it.
	Library *retrieval.Library
	// Watch is the time between two looks whether the corpus has changed, which is then reloaded. Zero: the bot looks once,
	// when it starts.
	Watch time.Duration
	// ModeratorRoles are the ids of roles whose members may do what holders of "Manage Server" may.
	ModeratorRoles []string
	// QuestionChannels are channels, by the id of their server, into which members may put questions that found no
	// answer.
	QuestionChannels map[string]string
	// LogQuestions puts the text of questions into the log.
	LogQuestions bool
	// Version is the program's, for /about.
	Version string
	Log     *slog.Logger
	Limits  Limits
}

// Limits keep one member or server from taking the bot from the others. A zero field means its default.
type Limits struct {
	// UserPerMinute and ServerPerMinute are how many questions a member and a server may ask a minute, a quarter of that
	// at once. Defaults 20 and 240.
	UserPerMinute, ServerPerMinute int
	// Workers is how many requests are worked on at once, Queue how many more may wait. Defaults twice the processors,
	// at least 4, and 128.
	Workers, Queue int
}

func (l Limits) withDefaults() Limits {
	l.UserPerMinute = cmp.Or(l.UserPerMinute, 20)
	l.ServerPerMinute = cmp.Or(l.ServerPerMinute, 240)
	l.Workers = cmp.Or(l.Workers, max(4, 2*runtime.GOMAXPROCS(0)))
	l.Queue = cmp.Or(l.Queue, 128)
	return l
}

// Bot answers questions in Discord.
type Bot struct {
	options Options
	log     *slog.Logger
	client  *discord.Client
	routes  map[string]route
	gate    gate
	queue   chan job
	seen    *recent
	passed  *recent // the answers whose question was passed on
	pace    *pace
	reloads *reloads
	// directories has what is looked up among all documents.
	directories directories
	votes       *votes
	// languages are those of readers and servers.
	languages languages
	metrics   *metrics
	// sending bounds the responses that are being sent aside.
	sending chan struct{}
	// notices counts the members who are being told that their request is not worked on.
	notices     gate
	mostNotices int // as the constant, but for tests
	// running are all goroutines of a run.
	running sync.WaitGroup
	// drain is drainTime, which tests shorten.
	drain time.Duration
	// again is after how long the commands are registered again if that failed.
	again time.Duration
	// self is the bot's own user id, known once it is connected.
	self atomic.Pointer[string]
}

const (
	// mostPassed is how many answers are remembered whose question was passed on.
	mostPassed = 1_000
	// mostSending is how many responses are on their way at once. Most take no time, but a channel whose rate is used up
	// makes them wait, and must not make those of other channels wait.
	mostSending = 1024
	// mostNotices is how many members are told at once that their request is not worked on.
	mostNotices = 256
)

// New returns a bot that is not connected yet. It fails when an option cannot work; the error names all that cannot.
func New(o Options) (*Bot, error) {
	o.Limits = o.Limits.withDefaults()
	b := &Bot{
		options:     o,
		log:         o.Log,
		queue:       make(chan job, o.Limits.Queue),
		sending:     make(chan struct{}, mostSending),
		seen:        newRecent(mostSeen),
		passed:      newRecent(mostPassed),
		pace:        newPace(o.Limits),
		reloads:     newReloads(o),
		directories: directories{library: o.Library},
		votes:       newVotes(),
		languages:   newLanguages(),
		mostNotices: mostNotices,
		drain:       drainTime,
		again:       time.Minute,
	}
	b.routes = b.allRoutes()
	b.metrics = newMetrics(b)
	client, err := discord.New(discord.Config{Token: o.Token, API: o.API, Shards: o.Shards, Log: o.Log, Observe: b.metrics})
	if err != nil {
		return nil, err
	}
	b.client = client
	return b, nil
}
