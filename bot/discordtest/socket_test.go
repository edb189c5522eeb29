package discordtest_test

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"pullquote/bot/discordtest"
)

// A gateway client of few words, for what a library hides.

type socket struct {
	t    *testing.T
	conn *websocket.Conn
}

type frame struct {
	Op int             `json:"op"`
	D  json.RawMessage `json:"d"`
	S  int             `json:"s"`
	T  string          `json:"t"`
}

// dial connects to the gateway, whose address it asks for as clients do.
func dial(t *testing.T, srv *discordtest.Server) *socket {
	t.Helper()
	res, err := http.Get(srv.API() + "/gateway")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var gateway struct{ URL string }
	if err := json.NewDecoder(res.Body).Decode(&gateway); err != nil {
		t.Fatal(err)
	}
	conn, _, err := websocket.DefaultDialer.Dial(gateway.URL+"?v=10&encoding=json", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	return &socket{t, conn}
}

func (s *socket) send(op int, d any) {
	s.t.Helper()
	if err := s.conn.WriteJSON(map[string]any{"op": op, "d": d}); err != nil {
		s.t.Fatal(err)
	}
}

// read returns the next frame, unpacked if it is compressed.
func (s *socket) read() frame {
	s.t.Helper()
	kind, b, err := s.conn.ReadMessage()
	if err != nil {
		s.t.Fatal(err)
	}
	if kind == websocket.BinaryMessage {
		z, err := zlib.NewReader(bytes.NewReader(b))
		if err != nil {
			s.t.Fatal(err)
		}
		if b, err = io.ReadAll(z); err != nil {
			s.t.Fatal(err)
		}
	}
	var f frame
	if err := json.Unmarshal(b, &f); err != nil {
		s.t.Fatalf("%v in %q", err, b)
	}
	return f
}

// expect reads a frame and decodes its data into v, if v is not nil.
func (s *socket) expect(op int, event string, v any) frame {
	s.t.Helper()
	f := s.read()
	if f.Op != op || f.T != event {
		s.t.Fatalf("got op %d %q %s, want op %d %q", f.Op, f.T, f.D, op, event)
	}
	if v != nil {
		if err := json.Unmarshal(f.D, v); err != nil {
			s.t.Fatal(err)
		}
	}
	return f
}

// closed reads until the connection ends and returns its close code, 0 if there was none.
func (s *socket) closed() int {
	s.t.Helper()
	for {
		_, _, err := s.conn.ReadMessage()
		var closed *websocket.CloseError
		switch {
		case errors.As(err, &closed) && closed.Code != websocket.CloseAbnormalClosure:
			return closed.Code
		case err != nil:
			return 0
		}
	}
}

type ready struct {
	SessionID string `json:"session_id"`
	ResumeURL string `json:"resume_gateway_url"`
	User      struct{ ID string }
	Guilds    []struct {
		ID          string
		Unavailable bool
	}
	Application struct {
		ID    string
		Flags int
	}
	Shard [2]int
}

const (
	guilds         = 1 << 0
	guildMessages  = 1 << 9
	directMessages = 1 << 12
	messageContent = 1 << 15
	usual          = guilds | guildMessages | directMessages
)

// identify begins a session on a fresh connection, as the one shard with the usual intents unless d says otherwise.
func identify(t *testing.T, srv *discordtest.Server, d map[string]any) (*socket, ready) {
	t.Helper()
	s := dial(t, srv)
	s.expect(10, "", nil)
	s.send(2, identification(srv, d))
	var r ready
	s.expect(0, "READY", &r)
	for range r.Guilds {
		s.expect(0, "GUILD_CREATE", nil)
	}
	return s, r
}

func identification(srv *discordtest.Server, d map[string]any) map[string]any {
	id := map[string]any{"token": srv.Token, "intents": usual, "properties": map[string]string{"os": "linux"}}
	for k, v := range d {
		id[k] = v
	}
	return id
}
