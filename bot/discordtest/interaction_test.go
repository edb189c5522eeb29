package discordtest_test

import (
	"testing"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

func TestCommandIsAnswered(t *testing.T) {
	srv := newServer(t)
	describe(t, srv)
	channel := srv.AddGuild("Reading room").AddChannel("general")
	s := session(t, srv)
	onInteraction(t, s, func(i *discordgo.Interaction) *discordgo.InteractionResponse {
		r := say("You asked: " + i.ApplicationCommandData().GetOption("question").StringValue())
		r.Data.Components = []discordgo.MessageComponent{button("More", "more:1")}
		return r
	})
	open(t, srv, s)
	i := srv.AddUser("ada").Command(channel, "ask", discordtest.Options{"question": "How many?", "private": true})
	msg, err := i.Wait(deadline(t))
	if err != nil {
		t.Fatal(err)
	}
	if msg.Content != "You asked: How many?" || msg.Ephemeral() {
		t.Errorf("got %q, flags %d", msg.Content, msg.Flags)
	}
	if b := msg.Buttons(); len(b) != 1 || b[0].CustomID != "more:1" || b[0].Label != "More" {
		t.Errorf("buttons are %+v", b)
	}
	if all := channel.Messages(); len(all) != 1 || all[0].ID != msg.ID {
		t.Errorf("channel has %d messages", len(all))
	}
	noProblems(t, srv)
}

func TestMentionIsAnswered(t *testing.T) {
	srv := newServer(t)
	describe(t, srv)
	channel := srv.AddGuild("Reading room").AddChannel("general")
	s := session(t, srv)
	s.AddHandler(func(s *discordgo.Session, m *discordgo.MessageCreate) {
		if m.Author.Bot {
			return
		}
		_, err := s.ChannelMessageSendComplex(m.ChannelID, &discordgo.MessageSend{
			Content: "Yes: " + m.Content, AllowedMentions: none(), Reference: m.SoftReference(),
		})
		if err != nil {
			t.Error(err)
		}
	})
	open(t, srv, s)
	m := srv.AddUser("ada").Say(channel, srv.Bot.Mention()+" how many?")
	answer, err := m.WaitAnswer(deadline(t))
	if err != nil {
		t.Fatal(err)
	}
	if answer.Content != "Yes: "+m.Content || answer.Reference != m.ID {
		t.Errorf("got %q in reply to %s", answer.Content, answer.Reference)
	}
	if len(answer.Mentions) != 0 {
		t.Errorf("pings %d users", len(answer.Mentions))
	}
	noProblems(t, srv)
}
