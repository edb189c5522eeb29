package discordtest

// Reception is how the gateway receives a connection or a resume.
type Reception int

// Accept goes on as usual. Silence says nothing at all, not even hello. InvalidSession answers a resume by saying that
// the session is no more; ReconnectFirst by asking for a new connection. Anything above zero is RefuseWith.
const (
	Accept         Reception = 0
	Silence        Reception = -1
	InvalidSession Reception = -2
	ReconnectFirst Reception = -3
)

// RefuseWith closes the connection with a code when the client identifies or resumes.
func RefuseWith(code int) Reception { return Reception(code) }

// OnConnect sets what new connections meet, until it is set again: Accept, Silence or RefuseWith, which counts at identify.
func (s *Server) OnConnect(r Reception) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.onConnect = r
}

// OnResume sets what a resume meets, until it is set again: Accept, InvalidSession, ReconnectFirst or RefuseWith.
func (s *Server) OnResume(r Reception) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.onResume = r
}

// Reconnect asks every client to connect anew and resume.
func (s *Server) Reconnect() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.gateway.conns {
		c.send(opReconnect, nil)
	}
}

// InvalidateSession tells every client that its session is invalid. A resumable one may be resumed, another is over and
// the client must identify; both may happen on the same connection.
func (s *Server) InvalidateSession(resumable bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.gateway.conns {
		if c.session == nil {
			continue
		}
		if !resumable {
			delete(s.gateway.sessions, c.session.id)
		}
		c.detach()
		c.send(opInvalidSession, resumable)
	}
	s.gateway.changed.fire()
}

// CloseGateway closes every connection with a code. 1000, 1001, 4004, 4007, 4009 and 4010 to 4014 end the sessions, too.
func (s *Server) CloseGateway(code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.gateway.conns {
		c.close(code)
	}
}

// DropGateway cuts every connection without a word.
func (s *Server) DropGateway() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.gateway.conns {
		c.ws.Close()
		s.disconnected(c, false)
	}
}

// Freeze stops all writing to the gateway's connections, which stay open, until it is called with false. What happens
// meanwhile is written then.
func (s *Server) Freeze(frozen bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.frozen = frozen
	for c := range s.gateway.conns {
		c.poke()
	}
}
