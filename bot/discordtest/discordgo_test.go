package discordtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"golang.org/x/sync/errgroup"

	"pullquote/bot/discordtest"
)

// Faults as the client library meets them. Its sessions take a second to close, hence the parallel tests.

// reconnecting returns a connected session that sends what messages it hears.
func reconnecting(t *testing.T, srv *discordtest.Server) (*discordgo.Session, <-chan string) {
	t.Helper()
	s := session(t, srv)
	heard := make(chan string, 10)
	s.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { heard <- m.Content })
	return open(t, srv, s), heard
}

func TestClientComesBack(t *testing.T) {
	tests := []struct {
		name                string
		fault               func(*discordtest.Server)
		identifies, resumes int
	}{
		{"asked to reconnect", (*discordtest.Server).Reconnect, 1, 1},
		{"dropped", (*discordtest.Server).DropGateway, 1, 1},
		{"closed", func(s *discordtest.Server) { s.CloseGateway(4000) }, 1, 1},
		{"invalid session", func(s *discordtest.Server) { s.InvalidateSession(false) }, 2, 0},
		{"invalid session at resume", func(s *discordtest.Server) {
			s.OnResume(discordtest.InvalidSession)
			s.DropGateway()
		}, 2, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			srv := newServer(t)
			ada := srv.AddUser("ada")
			_, heard := reconnecting(t, srv)
			test.fault(srv)
			came := func() bool {
				return srv.Identifies() == test.identifies && srv.Resumes() == test.resumes && srv.Connections() == 1
			}
			if err := srv.WaitFor(deadline(t), came); err != nil {
				t.Fatalf("%v: %d identifies, %d resumes", err, srv.Identifies(), srv.Resumes())
			}
			if got := sayUntilHeard(t, srv.DM(ada), ada, heard); got != "still there?" {
				t.Errorf("heard %q", got)
			}
		})
	}
}

// sayUntilHeard writes the same message again and again, because discordgo may close the connection that it has just
// opened, when it notices late that the one before was lost, and that ends the session and all that it missed.
func sayUntilHeard(t *testing.T, c *discordtest.Channel, u *discordtest.User, heard <-chan string) string {
	t.Helper()
	ctx := deadline(t)
	again := time.NewTicker(500 * time.Millisecond)
	defer again.Stop()
	for {
		u.Say(c, "still there?")
		select {
		case got := <-heard:
			return got
		case <-again.C:
		case <-ctx.Done():
			return ""
		}
	}
}

// TestClientHearsWhatItMissed says that messages sent while nobody is connected come with the resume.
func TestClientHearsWhatItMissed(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	ada := srv.AddUser("ada")
	_, heard := reconnecting(t, srv)
	srv.DropGateway()
	ada.Say(srv.DM(ada), "missed")
	select {
	case got := <-heard:
		if got != "missed" {
			t.Errorf("heard %q", got)
		}
	case <-deadline(t).Done():
		t.Error("heard nothing")
	}
}

func TestClientIsRefused(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	srv.OnConnect(discordtest.RefuseWith(4014))
	if err := session(t, srv).Open(); err == nil {
		t.Error("opened in spite of 4014")
	}
}

func TestClientRequests(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	describe(t, srv)
	s := session(t, srv)
	created, err := s.ApplicationCommandBulkOverwrite(srv.ApplicationID, "", []*discordgo.ApplicationCommand{{
		Name: "ask", Description: "Ask the corpus",
		Options: []*discordgo.ApplicationCommandOption{{
			Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "What to ask", Required: true, MaxLength: 300,
		}},
	}})
	if err != nil || len(created) != 1 || created[0].ID == "" {
		t.Fatalf("commands are %v, %v", created, err)
	}
	channel := srv.AddGuild("a").AddChannel("general")
	m, err := s.ChannelMessageSendComplex(channel.ID, &discordgo.MessageSend{
		Content: "see below", AllowedMentions: none(), Components: []discordgo.MessageComponent{button("More", "m")},
		Files: []*discordgo.File{{Name: "list.txt", ContentType: "text/plain", Reader: strings.NewReader("one")}},
	})
	if err != nil || len(m.Attachments) != 1 || len(m.Components) != 1 {
		t.Fatalf("message is %+v, %v", m, err)
	}
	if _, err := s.GatewayBot(); err != nil {
		t.Error(err)
	}
	noProblems(t, srv)
}

// TestManyAtOnce has everybody ask, look and disturb at the same time.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	const people = 100
	srv := newServer(t)
	describe(t, srv)
	channel := srv.AddGuild("a").AddChannel("general")
	s := session(t, srv)
	onInteraction(t, s, func(i *discordgo.Interaction) *discordgo.InteractionResponse {
		return say(i.Member.User.Username)
	})
	open(t, srv, s)
	ctx := deadline(t)
	var asked errgroup.Group
	for n := range people {
		asked.Go(func() error {
			name := fmt.Sprint("user", n)
			msg, err := srv.AddUser(name).Command(channel, "ask", nil).Wait(ctx)
			if err == nil && msg.Content != name {
				err = fmt.Errorf("%s got the answer for %s", name, msg.Content)
			}
			srv.Requests()
			channel.Messages()
			return err
		})
	}
	if err := asked.Wait(); err != nil {
		t.Error(err)
	}
	if n := len(channel.Messages()); n != people {
		t.Errorf("channel has %d messages, want %d", n, people)
	}
	noProblems(t, srv)
}
