package discordtest

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"time"
)

// Server is a Discord on loopback. Its fields may be set between NewUnstartedServer and Start, not later.
type Server struct {
	// Token is the bot's token, without "Bot ".
	Token string
	// ApplicationID is the application's id; that of the bot's user is the same, as with every younger application.
	ApplicationID string
	// ApplicationFlags are the application's public flags, which tell the privileged intents that it may use.
	ApplicationFlags int
	// Bot is the bot's user.
	Bot *User
	// HeartbeatInterval is what the gateway asks for. Discord's 41.25 s if not set.
	HeartbeatInterval time.Duration
	// MaxConcurrency is how many shards may identify at a time, by the answer of /gateway/bot.
	MaxConcurrency int
	// IdentifyInterval is the time in which only MaxConcurrency shards may identify: 5 s with Discord. One that comes too
	// early gets an invalid session. Zero does not limit them.
	IdentifyInterval time.Duration
	// Shards is the number of shards that /gateway/bot recommends and that WaitConnected waits for.
	Shards int
	// PrivilegedIntents are those that the application may use; identifying with others is refused with 4014.
	PrivilegedIntents int
	// ResponseTime is how long an interaction may wait for its first response: 3 s.
	ResponseTime time.Duration
	// TokenLife is how long an interaction's token is good: 15 min.
	TokenLife time.Duration
	// RequireAllowedMentions makes a message without allowed_mentions a problem. Discord accepts it, and pings everybody
	// who is mentioned.
	RequireAllowedMentions bool
	// Now is the server's clock. It may be called at the same time by many. The default is time.Now.
	Now func() time.Time

	http   *httptest.Server
	routes []*route
	done   chan struct{} // closed by Close
	conns  sync.WaitGroup

	mu           sync.Mutex // guards what follows, and what belongs to it
	changed      signal
	ids          snowflakes
	guilds       []*Guild
	channels     map[string]*Channel
	users        map[string]*User
	messages     map[string]*storedMessage
	nonces       map[string]string // author and nonce -> message
	interactions map[string]*Interaction
	commands     []Command
	gateway      gateway
	faults       []*activeFault
	limits       map[string]*rateLimit
	requests     []*Request
	revoked      bool
	description  *description
}

// NewServer returns a server that runs. The caller closes it.
func NewServer() *Server {
	s := NewUnstartedServer()
	s.Start()
	return s
}

// NewUnstartedServer returns a server whose fields can still be set. It does not listen before Start.
func NewUnstartedServer() *Server {
	s := &Server{
		Token:             "discordtest-bot-token",
		HeartbeatInterval: 41250 * time.Millisecond,
		MaxConcurrency:    1,
		Shards:            1,
		ResponseTime:      3 * time.Second,
		TokenLife:         15 * time.Minute,
		Now:               time.Now,
		done:              make(chan struct{}),
		routes:            routes(),
		channels:          map[string]*Channel{},
		users:             map[string]*User{},
		messages:          map[string]*storedMessage{},
		nonces:            map[string]string{},
		interactions:      map[string]*Interaction{},
		limits:            map[string]*rateLimit{},
	}
	s.gateway.init()
	s.Bot = s.AddUser("bot")
	s.Bot.Bot = true
	s.ApplicationID = s.Bot.ID
	return s
}

// Start begins to listen on a free port of 127.0.0.1. It panics if there is none, or if the server was started before.
func (s *Server) Start() {
	if s.http != nil {
		panic("discordtest: server started twice")
	}
	s.http = httptest.NewUnstartedServer(http.HandlerFunc(s.serve))
	s.http.Start() // only now: requests read s.http
}

// Close cuts every connection, ends every request that hangs and waits until nothing of the server runs any more.
func (s *Server) Close() {
	if s.http == nil {
		return
	}
	s.mu.Lock()
	select {
	case <-s.done:
		s.mu.Unlock()
		return
	default:
		close(s.done)
	}
	for c := range s.gateway.conns {
		c.ws.Close()
	}
	s.mu.Unlock()
	s.http.Close()
	s.conns.Wait()
}

// API returns the address of the REST API, such as "http://127.0.0.1:4000/api/v10".
func (s *Server) API() string { return s.http.URL + "/api/v10" }

// Client returns an HTTP client that brings every request to the server, whatever host it is for. For client libraries
// that take an *http.Client but no address.
func (s *Server) Client() *http.Client {
	base := s.http.Client()
	client := *base
	client.Transport = redirect{to: s.http.Listener.Addr().String(), next: base.Transport}
	return &client
}

// redirect is a RoundTripper that sends requests to another host.
type redirect struct {
	to   string
	next http.RoundTripper
}

func (t redirect) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = "http", t.to, ""
	return t.next.RoundTrip(r)
}

// gatewayURL returns the gateway's address.
func (s *Server) gatewayURL() string {
	u := url.URL{Scheme: "ws", Host: s.http.Listener.Addr().String(), Path: "/gateway"}
	return u.String()
}

// isToken reports whether a token is the bot's and still good. s.mu is held.
func (s *Server) isToken(token string) bool { return !s.revoked && token == s.Token }

// RevokeToken makes the bot's token invalid: from now on requests get 401, and identify and resume 4004. Connections
// that stand stay.
func (s *Server) RevokeToken() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.revoked = true
}
