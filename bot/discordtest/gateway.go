package discordtest

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/gorilla/websocket"
)

// gateway is the state of all that is connected or may resume. Server.mu guards it.
type gateway struct {
	conns      map[*conn]bool
	sessions   map[string]*session // by id
	identified []Identify
	resumes    int
	frozen     bool
	onConnect  Reception
	onResume   Reception
}

func (g *gateway) init() {
	g.conns, g.sessions = map[*conn]bool{}, map[string]*session{}
}

// Identify is what a client said of itself to begin a session.
type Identify struct {
	Token   string `json:"token"`
	Intents int    `json:"intents"`
	// Shard is the shard's number and the number of shards; nil if the client did not say.
	Shard    *[2]int `json:"shard"`
	Compress bool    `json:"compress"`
	// Properties tell the operating system and the library.
	Properties json.RawMessage `json:"properties"`
}

// conn is one websocket. Everything but ws is guarded by Server.mu.
type conn struct {
	ws       *websocket.Conn
	wake     chan struct{} // tells the writer to look
	gone     chan struct{} // closed when the reader has ended
	silent   bool
	compress bool
	session  *session // nil before identify and resume
	next     int      // the first of the session's events that is not written yet
	control  [][]byte
	closing  int // the close code to end with, 0 while it goes on
}

// serveGateway upgrades a request to a websocket and reads from it until it ends.
func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	defer ws.Close()
	c := &conn{ws: ws, wake: make(chan struct{}, 1), gone: make(chan struct{})}
	if !s.admit(c) {
		return
	}
	defer s.conns.Done()
	go func() {
		defer s.conns.Done()
		s.writeTo(c)
	}()
	s.readFrom(c)
	close(c.gone)
}

// admit registers a connection and its two goroutines, unless the server is closed.
func (s *Server) admit(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-s.done:
		return false
	default:
	}
	s.conns.Add(2)
	s.gateway.conns[c] = true
	c.silent = s.gateway.onConnect == Silence
	c.send(opHello, object{"heartbeat_interval": s.HeartbeatInterval.Milliseconds()})
	return true
}

// send queues a frame that is not an event. Server.mu is held.
func (c *conn) send(op int, data any) {
	c.control = append(c.control, mustJSON(object{"op": op, "d": data, "s": nil, "t": nil}))
	c.poke()
}

// close makes the writer end the connection with a close code. Server.mu is held.
func (c *conn) close(code int) {
	if c.closing == 0 {
		c.closing = code
	}
	c.poke()
}

func (c *conn) poke() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// readFrom handles what the client sends until the connection ends.
func (s *Server) readFrom(c *conn) {
	for {
		_, b, err := c.ws.ReadMessage()
		if err != nil {
			s.mu.Lock()
			s.disconnected(c, websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway))
			s.mu.Unlock()
			return
		}
		s.mu.Lock()
		s.receive(c, b)
		s.mu.Unlock()
	}
}

// receive handles one frame of the client. s.mu is held.
func (s *Server) receive(c *conn, b []byte) {
	var frame struct {
		Op int             `json:"op"`
		D  json.RawMessage `json:"d"`
	}
	if c.silent || c.closing != 0 {
		return
	}
	if err := json.Unmarshal(b, &frame); err != nil {
		c.close(closeUndecodable)
		return
	}
	switch frame.Op {
	case opHeartbeat:
		c.send(opHeartbeatAck, nil)
	case opIdentify:
		s.identify(c, frame.D)
	case opResume:
		s.resume(c, frame.D)
	case opPresence, opVoice, opMembers:
		if c.session == nil {
			c.close(closeUnauthenticated)
		}
	default:
		c.close(closeUnknownOp)
	}
}

// disconnected forgets a connection; final ends its session, too. s.mu is held.
func (s *Server) disconnected(c *conn, final bool) {
	delete(s.gateway.conns, c)
	if c.session != nil && final {
		delete(s.gateway.sessions, c.session.id)
	}
	c.detach()
	s.changed.fire()
}

// detach parts a connection from its session, which may be resumed. Server.mu is held.
func (c *conn) detach() {
	if c.session != nil && c.session.conn == c {
		c.session.conn = nil
	}
	c.session = nil
}

// Connections returns the number of connections that have identified or resumed.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.connections()
}

func (s *Server) connections() int {
	n := 0
	for c := range s.gateway.conns {
		if c.session != nil {
			n++
		}
	}
	return n
}

// WaitConnected waits until as many connections as the server has shards have identified or resumed.
func (s *Server) WaitConnected(ctx context.Context) error {
	return s.WaitFor(ctx, func() bool { return s.Connections() >= s.Shards })
}

// Identifies returns how often a client has identified, successfully or not.
func (s *Server) Identifies() int { return len(s.Identified()) }

// Identified returns what clients have said to begin a session, successfully or not.
func (s *Server) Identified() []Identify {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Identify(nil), s.gateway.identified...)
}

// Resumes returns how often a client has tried to resume a session.
func (s *Server) Resumes() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gateway.resumes
}
