package discordtest_test

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
	"go.uber.org/goleak"

	"pullquote/bot/discordtest"
	"pullquote/internal/sharedtest"
)

// A bot made of nothing but discordgo, against which the server is tested.

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience bounds every wait in the tests.
const patience = time.Minute

func deadline(t testing.TB) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

// newServer returns a server, with its fields as set leaves them, that runs until the test ends.
func newServer(t *testing.T, set ...func(*discordtest.Server)) *discordtest.Server {
	t.Helper()
	srv := discordtest.NewUnstartedServer()
	for _, f := range set {
		f(srv)
	}
	srv.Start()
	t.Cleanup(srv.Close)
	return srv
}

// describe checks the rest of the test against Discord's description.
func describe(t *testing.T, srv *discordtest.Server) {
	t.Helper()
	f, err := os.Open(sharedtest.Path(t, "discord/openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := srv.Describe(f); err != nil {
		t.Fatal(err)
	}
}

func noProblems(t *testing.T, srv *discordtest.Server) {
	t.Helper()
	for _, p := range srv.Problems() {
		t.Error(p)
	}
}

// session returns a session of discordgo that is not connected.
func session(t *testing.T, srv *discordtest.Server) *discordgo.Session {
	t.Helper()
	s, err := discordgo.New("Bot " + srv.Token)
	if err != nil {
		t.Fatal(err)
	}
	s.Client = srv.Client()
	s.Dialer = &websocket.Dialer{HandshakeTimeout: patience}
	s.LogLevel = -1
	s.Identify.Intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	return s
}

// open connects a session until the test ends.
func open(t *testing.T, srv *discordtest.Server, s *discordgo.Session) *discordgo.Session {
	t.Helper()
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.Lock()
		s.ShouldReconnectOnError = false
		s.Unlock()
		s.Close()
	})
	if err := srv.WaitConnected(deadline(t)); err != nil {
		t.Fatal(err)
	}
	return s
}

// none allows no mentions.
func none() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

func button(label, id string) discordgo.MessageComponent {
	return discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.Button{Label: label, CustomID: id}}}
}

// onInteraction makes the session respond to every interaction with what answer returns, if it is not nil.
func onInteraction(t *testing.T, s *discordgo.Session, answer func(*discordgo.Interaction) *discordgo.InteractionResponse) {
	s.AddHandler(func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		if r := answer(i.Interaction); r != nil {
			if err := s.InteractionRespond(i.Interaction, r); err != nil {
				t.Errorf("respond: %v", err)
			}
		}
	})
}

func say(content string) *discordgo.InteractionResponse {
	return &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{Content: content, AllowedMentions: none()},
	}
}
