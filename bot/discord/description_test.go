package discord

import (
	"os"
	"testing"

	"github.com/bwmarrin/discordgo"

	"pullquote/internal/sharedtest"
)

// TestBodiesFitDiscordsDescription sends one of everything to a server that checks it against Discord's own description.
func TestBodiesFitDiscordsDescription(t *testing.T) {
	f, err := os.Open(sharedtest.Path(t, "discord/openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a := newAsked(t)
	if err := a.Describe(f); err != nil {
		t.Fatal(err)
	}
	ctx := within(t)
	row := []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{
		discordgo.Button{Label: "More", CustomID: "more", Style: discordgo.SecondaryButton},
	}}}
	m := message("hello")
	m.Components = row
	r := response("")
	r.Data.Embeds = []*discordgo.MessageEmbed{{Title: "a"}}
	e := edit("text")
	e.Components = &[]discordgo.MessageComponent{}
	f2 := followup("more")
	f2.Components, f2.Flags = row, discordgo.MessageFlagsEphemeral
	for name, err := range map[string]error{
		"send":     a.Send(ctx, a.channel.ID, m),
		"respond":  a.Respond(ctx, a.interaction, r),
		"edit":     a.Edit(ctx, a.interaction, e),
		"followup": a.Followup(ctx, a.interaction, f2),
		"delete":   a.DeleteOriginal(ctx, a.interaction),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := a.SyncCommands(ctx, a.ApplicationID, []*discordgo.ApplicationCommand{askCommand()}); err != nil {
		t.Error(err)
	}
	if p := a.Problems(); len(p) > 0 {
		t.Errorf("Discord would not take: %q", p)
	}
}
