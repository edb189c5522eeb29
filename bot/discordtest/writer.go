package discordtest

import (
	"bytes"
	"compress/zlib"
	"time"

	"github.com/gorilla/websocket"
)

// closeTime is how long a client may take to close a connection that the server has closed.
const closeTime = 5 * time.Second

// writeTo writes what there is for a connection until it ends. It is the only writer of data.
func (s *Server) writeTo(c *conn) {
	for {
		frames, compress, code := s.pending(c)
		for _, f := range frames {
			if writeFrame(c.ws, f, compress) != nil {
				return
			}
		}
		if code != 0 {
			s.writeClose(c, code)
			return
		}
		if len(frames) > 0 {
			continue
		}
		select {
		case <-c.wake:
		case <-c.gone:
			return
		case <-s.done:
			return
		}
	}
}

// pending takes what is to be written: control frames, then events, then the close code if it is to end.
func (s *Server) pending(c *conn) (frames [][]byte, compress bool, code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gateway.frozen || c.silent {
		return nil, false, 0
	}
	frames, c.control = c.control, nil
	if c.session != nil {
		frames = append(frames, c.session.log[c.next:]...)
		c.next = len(c.session.log)
	}
	return frames, c.compress, c.closing
}

func writeFrame(ws *websocket.Conn, frame []byte, compress bool) error {
	if !compress {
		return ws.WriteMessage(websocket.TextMessage, frame)
	}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write(frame); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return ws.WriteMessage(websocket.BinaryMessage, b.Bytes())
}

// writeClose sends a close frame and leaves it to the client to close, so that it surely reads the code.
func (s *Server) writeClose(c *conn, code int) {
	s.mu.Lock()
	s.disconnected(c, endsSession(code))
	s.gateway.conns[c] = true // Close still cuts it
	s.mu.Unlock()
	deadline := time.Now().Add(closeTime)
	if c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), deadline) != nil {
		c.ws.Close()
	}
	_ = c.ws.SetReadDeadline(deadline) // fails only where reading fails, too
}

// endsSession reports whether a session cannot be resumed after its connection was closed with that code.
func endsSession(code int) bool {
	switch code {
	case websocket.CloseNormalClosure, websocket.CloseGoingAway, closeBadToken, closeBadSequence, closeTimedOut:
		return true
	}
	return code >= closeBadShard && code <= closeDisallowed
}
