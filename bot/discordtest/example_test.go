package discordtest_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discordtest"
)

// A bot that greets, and what somebody sees who asks it to.
func Example() {
	srv := discordtest.NewServer()
	defer srv.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()

	// The bot.
	bot, err := discordgo.New("Bot " + srv.Token)
	if err != nil {
		log.Fatal(err)
	}
	bot.Client = srv.Client()
	bot.AddHandler(func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		err := s.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{
				Content: "Hello, " + i.Member.User.Username + "!",
				Flags:   discordgo.MessageFlagsEphemeral,
			},
		})
		if err != nil {
			log.Print(err)
		}
	})
	if err := bot.Open(); err != nil {
		log.Fatal(err)
	}
	defer bot.Close()

	// The people.
	channel := srv.AddGuild("Reading room").AddChannel("general")
	i := srv.AddUser("ada").Command(channel, "greet", nil)
	msg, err := i.Wait(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(msg.Content, msg.Ephemeral(), len(srv.Problems()))
	// Output: Hello, ada! true 0
}

// A bot's retries can be tested by losing an answer.
func ExampleServer_Inject() {
	srv := discordtest.NewServer()
	defer srv.Close()
	srv.Inject(discordtest.Fault{Route: "/gateway", Status: 503})
	for range 2 {
		res, err := srv.Client().Get("https://discord.com/api/v10/gateway")
		if err != nil {
			log.Fatal(err)
		}
		res.Body.Close()
		fmt.Println(res.StatusCode)
	}
	// Output:
	// 503
	// 200
}
