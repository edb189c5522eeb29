package discordtest_test

import (
	"testing"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

// BenchmarkCommand measures a command and its answer, over the gateway and back over the API.
func BenchmarkCommand(b *testing.B) {
	srv := discordtest.NewServer()
	defer srv.Close()
	s, err := discordgo.New("Bot " + srv.Token)
	if err != nil {
		b.Fatal(err)
	}
	s.Client = srv.Client()
	s.AddHandler(func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		if err := s.InteractionRespond(i.Interaction, say("hello")); err != nil {
			b.Error(err)
		}
	})
	if err := s.Open(); err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	channel := srv.AddGuild("a").AddChannel("general")
	ada := srv.AddUser("ada")
	ctx := deadline(b)
	for b.Loop() {
		if _, err := ada.Command(channel, "ask", discordtest.Options{"question": "How many?"}).Wait(ctx); err != nil {
			b.Fatal(err)
		}
	}
}
