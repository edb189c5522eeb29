package discordtest

import (
	"encoding/json"
	"strings"
	"time"
)

// session is what a shard's client has been told, whether it is connected or not. Server.mu guards it.
type session struct {
	id            string
	shard, shards int
	intents       int
	log           [][]byte // every event as a frame; the first has sequence number 1
	conn          *conn    // nil while nobody is connected
	began         time.Time
}

// event is something that the gateway tells.
type event struct {
	name   string
	guild  string // "" for what has no guild
	intent int    // the intent that it needs, 0 for none
	data   json.RawMessage
	// withheld replaces data for those without the message content intent, if it is not nil.
	withheld json.RawMessage
}

// dispatch tells an event to every session that it is for. s.mu is held.
func (s *Server) dispatch(e event) {
	for _, session := range s.gateway.sessions {
		if e.intent&^session.intents == 0 && shardOf(e.guild, session.shards) == session.shard {
			session.tell(e)
		}
	}
}

// tell adds an event to what the session is told. Server.mu is held.
func (n *session) tell(e event) {
	data := e.data
	if e.withheld != nil && n.intents&intentMessageContent == 0 {
		data = e.withheld
	}
	n.push(mustJSON(object{"op": opDispatch, "t": e.name, "s": len(n.log) + 1, "d": data}))
}

func (n *session) push(frame []byte) {
	n.log = append(n.log, frame)
	if n.conn != nil {
		n.conn.poke()
	}
}

// SendRaw sends an event, valid or not, to every session. data is sent as it is if it is JSON; other bytes go out in a
// frame that cannot be decoded.
func (s *Server) SendRaw(name string, data json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, session := range s.gateway.sessions {
		if json.Valid(data) {
			session.tell(event{name: name, data: data})
		} else {
			session.push(data)
		}
	}
}

// identify begins a session, or refuses to. s.mu is held.
func (s *Server) identify(c *conn, data json.RawMessage) {
	var id Identify
	if err := json.Unmarshal(data, &id); err != nil {
		c.close(closeUndecodable)
		return
	}
	early := s.identifiesTooEarly(id)
	s.gateway.identified = append(s.gateway.identified, id)
	defer s.changed.fire()
	if code := s.refusal(c, id); code != 0 {
		c.close(code)
		return
	}
	if early {
		c.send(opInvalidSession, false)
		return
	}
	s.begin(c, id)
}

// refusal returns the close code that an identify earns, 0 if it is fine. s.mu is held.
func (s *Server) refusal(c *conn, id Identify) int {
	switch on := s.gateway.onConnect; {
	case on > 0:
		return int(on)
	case c.session != nil:
		return closeAuthenticated
	case !s.isToken(strings.TrimPrefix(id.Token, "Bot ")):
		return closeBadToken
	case id.Shard != nil && (id.Shard[1] < 1 || id.Shard[0] < 0 || id.Shard[0] >= id.Shard[1]):
		return closeBadShard
	case id.Intents < 0 || id.Intents&^knownIntents != 0:
		return closeBadIntents
	case id.Intents&privilegedIntents&^s.PrivilegedIntents != 0:
		return closeDisallowed
	}
	return 0
}

// identifiesTooEarly reports whether MaxConcurrency is exceeded. s.mu is held.
func (s *Server) identifiesTooEarly(id Identify) bool {
	shard, _ := id.shard()
	concurrency := max(1, s.MaxConcurrency)
	recent := s.Now().Add(-s.IdentifyInterval)
	for _, session := range s.gateway.sessions {
		if session.began.After(recent) && session.shard%concurrency == shard%concurrency {
			return true
		}
	}
	return false
}

// shard returns the shard and the number of shards, one if the client did not say.
func (id Identify) shard() (shard, shards int) {
	if id.Shard == nil {
		return 0, 1
	}
	return id.Shard[0], id.Shard[1]
}

// begin opens a session: ready, then the guilds. s.mu is held.
func (s *Server) begin(c *conn, id Identify) {
	n := &session{id: "session-" + s.ids.next(s.Now()), intents: id.Intents, began: s.Now()}
	n.shard, n.shards = id.shard()
	s.forgetSuperseded(n)
	s.gateway.sessions[n.id] = n
	c.attach(n, 0)
	c.compress = id.Compress
	guilds := []object{}
	for _, g := range s.guildsOf(n) {
		guilds = append(guilds, object{"id": g.ID, "unavailable": true})
	}
	n.tell(event{name: "READY", data: mustJSON(object{
		"v": 10, "user": s.Bot.wire(), "guilds": guilds, "session_id": n.id, "resume_gateway_url": s.gatewayURL(),
		"shard": []int{n.shard, n.shards}, "private_channels": []object{},
		"application": object{"id": s.ApplicationID, "flags": s.ApplicationFlags},
	})})
	if n.intents&intentGuilds != 0 {
		for _, g := range s.guildsOf(n) {
			n.tell(event{name: "GUILD_CREATE", data: mustJSON(g.wire())})
		}
	}
}

// forgetSuperseded ends the sessions of a shard that nobody is connected to: its client has begun anew.
func (s *Server) forgetSuperseded(by *session) {
	for id, n := range s.gateway.sessions {
		if n.conn == nil && n.shard == by.shard && n.shards == by.shards {
			delete(s.gateway.sessions, id)
		}
	}
}

func (s *Server) guildsOf(n *session) []*Guild {
	var out []*Guild
	for _, g := range s.guilds {
		if shardOf(g.ID, n.shards) == n.shard {
			out = append(out, g)
		}
	}
	return out
}

// attach makes c the session's connection, which is told every event after the first seen ones.
func (c *conn) attach(n *session, seen int) {
	if n.conn != nil {
		n.conn.session = nil
	}
	c.session, n.conn, c.next = n, c, seen
}

// resume goes on with a session, or refuses to. s.mu is held.
func (s *Server) resume(c *conn, data json.RawMessage) {
	var r struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int    `json:"seq"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		c.close(closeUndecodable)
		return
	}
	s.gateway.resumes++
	defer s.changed.fire()
	n := s.gateway.sessions[r.SessionID]
	switch on := s.gateway.onResume; {
	case on > 0:
		c.close(int(on))
	case c.session != nil:
		c.close(closeAuthenticated)
	case !s.isToken(strings.TrimPrefix(r.Token, "Bot ")):
		c.close(closeBadToken)
	case on == ReconnectFirst:
		c.send(opReconnect, nil)
	case on == InvalidSession || n == nil:
		delete(s.gateway.sessions, r.SessionID)
		c.send(opInvalidSession, false)
	case r.Seq < 0 || r.Seq > len(n.log):
		c.close(closeBadSequence)
	default:
		c.attach(n, r.Seq)
		n.tell(event{name: "RESUMED", data: mustJSON(object{"_trace": []string{}})})
	}
}
