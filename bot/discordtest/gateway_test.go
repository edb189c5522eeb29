package discordtest_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pullquote/bot/discordtest"
)

func TestReadyTellsOfTheBot(t *testing.T) {
	srv := newServer(t, func(s *discordtest.Server) {
		s.HeartbeatInterval = 12345 * time.Millisecond
		s.ApplicationFlags = 1 << 19
	})
	guild := srv.AddGuild("Reading room")
	s := dial(t, srv)
	var hello struct {
		HeartbeatInterval int `json:"heartbeat_interval"`
	}
	s.expect(10, "", &hello)
	if hello.HeartbeatInterval != 12345 {
		t.Errorf("heartbeat interval is %d ms", hello.HeartbeatInterval)
	}
	s.send(2, identification(srv, map[string]any{"shard": []int{0, 1}}))
	var r ready
	s.expect(0, "READY", &r)
	if r.User.ID != srv.Bot.ID || r.Application.ID != srv.ApplicationID || r.Application.Flags != 1<<19 || r.SessionID == "" || r.ResumeURL == "" {
		t.Errorf("ready is %+v", r)
	}
	if len(r.Guilds) != 1 || r.Guilds[0].ID != guild.ID || !r.Guilds[0].Unavailable {
		t.Errorf("guilds are %+v", r.Guilds)
	}
	var created struct{ ID, Name string }
	if f := s.expect(0, "GUILD_CREATE", &created); created.Name != "Reading room" || f.S != 2 {
		t.Errorf("guild is %+v, sequence number %d", created, f.S)
	}
	id := srv.Identified()[0]
	if id.Token != srv.Token || id.Intents != usual || *id.Shard != [2]int{0, 1} || srv.Identifies() != 1 || srv.Connections() != 1 {
		t.Errorf("recorded %+v", id)
	}
	s.send(1, 2)
	s.expect(11, "", nil)
}

func TestIdentifyIsChecked(t *testing.T) {
	tests := []struct {
		name string
		d    map[string]any
		want int
	}{
		{"another token", map[string]any{"token": "Bot nonsense"}, 4004},
		{"a shard too many", map[string]any{"shard": []int{2, 2}}, 4010},
		{"a shard below zero", map[string]any{"shard": []int{-1, 2}}, 4010},
		{"an unknown intent", map[string]any{"intents": 1 << 18}, 4013},
		{"an intent not allowed", map[string]any{"intents": usual | messageContent}, 4014},
		{"not an object", nil, 4002},
	}
	srv := newServer(t)
	for _, test := range tests {
		s := dial(t, srv)
		s.expect(10, "", nil)
		if test.d == nil {
			s.send(2, "me")
		} else {
			s.send(2, identification(srv, test.d))
		}
		if got := s.closed(); got != test.want {
			t.Errorf("%s: closed with %d, want %d", test.name, got, test.want)
		}
	}
	srv.PrivilegedIntents = messageContent
	identify(t, srv, map[string]any{"intents": usual | messageContent, "token": "Bot " + srv.Token})
}

func TestOperationsAreChecked(t *testing.T) {
	srv := newServer(t)
	tests := []struct {
		name       string
		identified bool
		op, want   int
	}{
		{"presence before identify", false, 3, 4003},
		{"an unknown operation", false, 42, 4001},
		{"identify twice", true, 2, 4005},
		{"resume after identify", true, 6, 4005},
	}
	for _, test := range tests {
		s := dial(t, srv)
		s.expect(10, "", nil)
		if test.identified {
			s.send(2, identification(srv, nil))
		}
		s.send(test.op, identification(srv, nil))
		if got := s.closed(); got != test.want {
			t.Errorf("%s: closed with %d, want %d", test.name, got, test.want)
		}
	}
	s := dial(t, srv)
	if err := s.conn.WriteMessage(1, []byte("{")); err != nil {
		t.Fatal(err)
	}
	if got := s.closed(); got != 4002 {
		t.Errorf("half a frame: closed with %d", got)
	}
}

func TestEventsGoToTheShardOfTheirGuild(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	a, b := srv.AddGuild("a").AddChannel("general"), srv.AddGuild("b").AddChannel("general")
	heard := map[string]int{}
	sockets := []*socket{}
	for shard := range 2 {
		s, r := identify(t, srv, map[string]any{"shard": []int{shard, 2}})
		if len(r.Guilds) != 1 || r.Shard != [2]int{shard, 2} {
			t.Fatalf("shard %d is told %+v", shard, r)
		}
		heard[r.Guilds[0].ID] = shard
		sockets = append(sockets, s)
	}
	if heard[a.Guild.ID] == heard[b.Guild.ID] {
		t.Fatalf("consecutive guilds are on one shard: %v", heard)
	}
	for _, c := range []*discordtest.Channel{a, b, srv.DM(ada)} {
		shard := 0
		if c.Guild != nil {
			shard = heard[c.Guild.ID]
		}
		said := ada.Say(c, "hello")
		var m struct{ ID string }
		sockets[shard].expect(0, "MESSAGE_CREATE", &m)
		if m.ID != said.ID {
			t.Errorf("shard %d heard message %s, want %s", shard, m.ID, said.ID)
		}
	}
}

func TestEventsNeedTheirIntent(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	s := dial(t, srv)
	s.expect(10, "", nil)
	s.send(2, identification(srv, map[string]any{"intents": 0}))
	s.expect(0, "READY", nil)
	ada.Say(channel, "in the guild")
	ada.Say(srv.DM(ada), "directly")
	srv.AddGuild("b")
	ada.Command(channel, "ask", nil)
	s.expect(0, "INTERACTION_CREATE", nil)
}

// TestContentIsWithheld says who reads what: all, the bot where it is meant, and its own messages.
func TestContentIsWithheld(t *testing.T) {
	srv := newServer(t, func(s *discordtest.Server) { s.PrivilegedIntents = messageContent })
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	hidden, _ := identify(t, srv, nil)
	open, _ := identify(t, srv, map[string]any{"intents": usual | messageContent})
	bots := srv.Bot.Say(channel, "mine")
	tests := []struct {
		name string
		do   func() *discordtest.Message
		want bool
	}{
		{"said to nobody", func() *discordtest.Message { return ada.Say(channel, "hello") }, false},
		{"mentions the bot", func() *discordtest.Message { return ada.Say(channel, srv.Bot.Mention()+" hello") }, true},
		{"mentions somebody else", func() *discordtest.Message { return ada.Say(channel, ada.Mention()+" hello") }, false},
		{"mentions everyone", func() *discordtest.Message { return ada.Say(channel, "@everyone hello") }, false},
		{"replies with a ping", func() *discordtest.Message { return ada.Reply(bots, "hello", true) }, true},
		{"replies without a ping", func() *discordtest.Message { return ada.Reply(bots, "hello", false) }, false},
		{"direct", func() *discordtest.Message { return ada.Say(srv.DM(ada), "hello") }, true},
		{"the bot's own", func() *discordtest.Message { return srv.Bot.Say(channel, "hello") }, true},
	}
	hidden.expect(0, "MESSAGE_CREATE", nil)
	open.expect(0, "MESSAGE_CREATE", nil)
	for _, test := range tests {
		said := test.do()
		want := map[bool]string{true: said.Content}[test.want]
		var m struct{ Content string }
		if hidden.expect(0, "MESSAGE_CREATE", &m); m.Content != want {
			t.Errorf("%s: content is %q, want %q", test.name, m.Content, want)
		}
		if open.expect(0, "MESSAGE_CREATE", &m); m.Content != said.Content {
			t.Errorf("%s: with the intent, content is %q, want %q", test.name, m.Content, said.Content)
		}
	}
}

// TestContentIsWithheldEverywhere says that the intent counts for what is fetched and for what a reply refers to, too.
func TestContentIsWithheldEverywhere(t *testing.T) {
	for _, allowed := range []bool{false, true} {
		srv := newServer(t, func(s *discordtest.Server) {
			if allowed {
				s.PrivilegedIntents = messageContent
			}
		})
		ada := srv.AddUser("ada")
		channel := srv.AddGuild("a").AddChannel("general")
		claim := ada.Say(channel, "a claim")
		s, _ := identify(t, srv, map[string]any{"intents": usual | srv.PrivilegedIntents})
		want := map[bool]string{true: "a claim"}[allowed]
		ada.Reply(claim, srv.Bot.Mention()+" is it true?", false)
		var event struct {
			To struct{ Content string } `json:"referenced_message"`
		}
		if s.expect(0, "MESSAGE_CREATE", &event); event.To.Content != want {
			t.Errorf("intent %v: a reply refers to %q, want %q", allowed, event.To.Content, want)
		}
		r := do(t, srv, "GET", "/channels/"+channel.ID+"/messages/"+claim.ID, nil)
		if r.JSON["content"] != want {
			t.Errorf("intent %v: fetched %v, want %q", allowed, r.JSON["content"], want)
		}
	}
}

func TestMessageEvent(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	ada, ben := srv.AddUser("ada"), srv.AddUser("ben")
	s, _ := identify(t, srv, nil)
	first := ben.Say(channel, "It was three, "+srv.Bot.Mention()+".")
	s.expect(0, "MESSAGE_CREATE", nil)
	ada.Reply(first, srv.Bot.Mention()+" "+ben.Mention()+" is it?", false)
	var got struct {
		GuildID  string `json:"guild_id"`
		Type     int
		Author   struct{ Username string }
		Member   struct{ Roles []string }
		Mentions []struct{ Username string }
		To       struct{ Content string } `json:"referenced_message"`
		Ref      map[string]any           `json:"message_reference"`
	}
	s.expect(0, "MESSAGE_CREATE", &got)
	if got.GuildID != channel.Guild.ID || got.Type != 19 || got.Author.Username != "ada" || got.To.Content != first.Content {
		t.Errorf("got %+v", got)
	}
	if got.Ref["message_id"] != first.ID || len(got.Mentions) != 2 || got.Mentions[0].Username != "bot" {
		t.Errorf("reference %v, mentions %v", got.Ref, got.Mentions)
	}
}

func TestHiddenChannelIsNotHeard(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	s, _ := identify(t, srv, nil)
	channel.Deny(discordtest.ViewChannel)
	ada.Say(channel, "secret")
	channel.Allow(discordtest.ViewChannel)
	said := ada.Say(channel, "public")
	var m struct{ ID string }
	if s.expect(0, "MESSAGE_CREATE", &m); m.ID != said.ID {
		t.Error("the message in the hidden channel was heard")
	}
}

func TestResumeReplaysWhatWasMissed(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	s, r := identify(t, srv, nil)
	ada.Say(channel, "seen")
	seen := s.expect(0, "MESSAGE_CREATE", nil).S
	srv.DropGateway()
	if code := s.closed(); code != 0 {
		t.Errorf("dropped with code %d", code)
	}
	want := []string{ada.Say(channel, "one").ID, ada.Say(channel, "two").ID}

	s = dial(t, srv)
	s.expect(10, "", nil)
	s.send(6, map[string]any{"token": srv.Token, "session_id": r.SessionID, "seq": seen})
	var got []string
	for range want {
		var m struct{ ID string }
		f := s.expect(0, "MESSAGE_CREATE", &m)
		if seen++; f.S != seen {
			t.Errorf("sequence number %d, want %d", f.S, seen)
		}
		got = append(got, m.ID)
	}
	s.expect(0, "RESUMED", nil)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if srv.Resumes() != 1 || srv.Identifies() != 1 || srv.Connections() != 1 {
		t.Errorf("%d resumes, %d identifies, %d connections", srv.Resumes(), srv.Identifies(), srv.Connections())
	}
}

func TestResumeIsChecked(t *testing.T) {
	srv := newServer(t)
	_, r := identify(t, srv, nil)
	resume := func(token, session string, seq int) *socket {
		s := dial(t, srv)
		s.expect(10, "", nil)
		s.send(6, map[string]any{"token": token, "session_id": session, "seq": seq})
		return s
	}
	if got := resume("nonsense", r.SessionID, 1).closed(); got != 4004 {
		t.Errorf("another token: closed with %d", got)
	}
	if got := resume(srv.Token, r.SessionID, 99).closed(); got != 4007 {
		t.Errorf("a sequence number too high: closed with %d", got)
	}
	var resumable bool
	resume(srv.Token, "nonsense", 1).expect(9, "", &resumable)
	if resumable {
		t.Error("an unknown session is resumable")
	}
	srv.RevokeToken()
	if got := resume(srv.Token, r.SessionID, 1).closed(); got != 4004 {
		t.Errorf("a revoked token: closed with %d", got)
	}
}

// TestCloseEndsTheSession says which ends leave something to resume.
func TestCloseEndsTheSession(t *testing.T) {
	tests := []struct {
		name string
		end  func(*discordtest.Server, *socket)
		want bool // whether the session can be resumed
	}{
		{"dropped", func(s *discordtest.Server, _ *socket) { s.DropGateway() }, true},
		{"4000 by the server", func(s *discordtest.Server, _ *socket) { s.CloseGateway(4000) }, true},
		{"4014 by the server", func(s *discordtest.Server, _ *socket) { s.CloseGateway(4014) }, false},
		{"1000 by the client", func(_ *discordtest.Server, c *socket) { c.leave(1000) }, false},
		{"1012 by the client", func(_ *discordtest.Server, c *socket) { c.leave(1012) }, true},
		{"not resumable", func(s *discordtest.Server, c *socket) { s.InvalidateSession(false); c.leave(1012) }, false},
		{"resumable", func(s *discordtest.Server, c *socket) { s.InvalidateSession(true); c.leave(1012) }, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			srv := newServer(t)
			s, r := identify(t, srv, nil)
			test.end(srv, s)
			if err := srv.WaitFor(deadline(t), func() bool { return srv.Connections() == 0 }); err != nil {
				t.Fatal(err)
			}
			s = dial(t, srv)
			s.expect(10, "", nil)
			s.send(6, map[string]any{"token": srv.Token, "session_id": r.SessionID, "seq": 1})
			if f := s.read(); (f.T == "RESUMED") != test.want {
				t.Errorf("resume gets op %d %q", f.Op, f.T)
			}
		})
	}
}

// leave closes the connection with a code.
func (s *socket) leave(code int) {
	b := []byte{byte(code >> 8), byte(code)}
	if err := s.conn.WriteControl(8, b, time.Now().Add(patience)); err != nil {
		s.t.Fatal(err)
	}
}

func TestInvalidSessionLeavesTheConnection(t *testing.T) {
	for _, resumable := range []bool{false, true} {
		srv := newServer(t)
		s, r := identify(t, srv, nil)
		srv.InvalidateSession(resumable)
		var got bool
		if s.expect(9, "", &got); got != resumable {
			t.Errorf("told resumable %v, want %v", got, resumable)
		}
		if resumable {
			s.send(6, map[string]any{"token": srv.Token, "session_id": r.SessionID, "seq": 1})
			s.expect(0, "RESUMED", nil)
		} else {
			s.send(2, identification(srv, nil))
			s.expect(0, "READY", nil)
		}
	}
}

func TestIdentifyTooEarly(t *testing.T) {
	srv := newServer(t, func(s *discordtest.Server) {
		s.MaxConcurrency, s.IdentifyInterval, s.Shards = 2, time.Hour, 3
	})
	for shard := range 2 {
		identify(t, srv, map[string]any{"shard": []int{shard, 3}})
	}
	s := dial(t, srv)
	s.expect(10, "", nil)
	s.send(2, identification(srv, map[string]any{"shard": []int{2, 3}}))
	s.expect(9, "", nil)
}

func TestReceptions(t *testing.T) {
	srv := newServer(t)
	srv.OnConnect(discordtest.RefuseWith(4014))
	s := dial(t, srv)
	s.expect(10, "", nil)
	s.send(2, identification(srv, nil))
	if got := s.closed(); got != 4014 {
		t.Errorf("closed with %d", got)
	}
	srv.OnConnect(discordtest.Accept)
	_, r := identify(t, srv, nil)
	resume := func() *socket {
		s := dial(t, srv)
		s.expect(10, "", nil)
		s.send(6, map[string]any{"token": srv.Token, "session_id": r.SessionID, "seq": 1})
		return s
	}
	srv.OnResume(discordtest.RefuseWith(4009))
	if got := resume().closed(); got != 4009 {
		t.Errorf("resume closed with %d", got)
	}
	srv.OnResume(discordtest.ReconnectFirst)
	resume().expect(7, "", nil)
	srv.OnResume(discordtest.InvalidSession)
	resume().expect(9, "", nil)
}

func TestSilence(t *testing.T) {
	srv := newServer(t)
	srv.OnConnect(discordtest.Silence)
	s := dial(t, srv)
	s.send(2, identification(srv, nil))
	srv.AddGuild("unheard")
	srv.Close()
	if _, b, err := s.conn.ReadMessage(); err == nil {
		t.Errorf("a silent gateway said %s", b)
	}
}

func TestFreeze(t *testing.T) {
	srv := newServer(t)
	s, r := identify(t, srv, nil)
	srv.Freeze(true)
	srv.AddGuild("while frozen")
	srv.DropGateway()
	if _, b, err := s.conn.ReadMessage(); err == nil {
		t.Errorf("a frozen gateway said %s", b)
	}
	s = dial(t, srv)
	s.send(6, map[string]any{"token": srv.Token, "session_id": r.SessionID, "seq": 1})
	if err := srv.WaitConnected(deadline(t)); err != nil {
		t.Fatal(err)
	}
	srv.Freeze(false)
	s.expect(10, "", nil)
	s.expect(0, "GUILD_CREATE", nil)
	s.expect(0, "RESUMED", nil)
}

func TestCompression(t *testing.T) {
	srv := newServer(t)
	s, _ := identify(t, srv, map[string]any{"compress": true})
	srv.SendRaw("PULLQUOTE", json.RawMessage(`{"text":"hello"}`))
	var d struct{ Text string }
	if s.expect(0, "PULLQUOTE", &d); d.Text != "hello" {
		t.Errorf("got %+v", d)
	}
}

func TestRawFrames(t *testing.T) {
	srv := newServer(t)
	s, _ := identify(t, srv, nil)
	srv.SendRaw("INTERACTION_CREATE", json.RawMessage(`{"id":"1","member":7}`))
	s.expect(0, "INTERACTION_CREATE", nil)
	srv.SendRaw("", json.RawMessage(`{"op":`))
	if _, b, err := s.conn.ReadMessage(); err != nil || string(b) != `{"op":` {
		t.Errorf("got %q, %v", b, err)
	}
}
