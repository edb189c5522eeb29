package discord

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// askCommand is a command of the kind that the bot has.
func askCommand() *discordgo.ApplicationCommand {
	minimum := 1
	return &discordgo.ApplicationCommand{
		Name: "ask", Description: "Ask the sources",
		Contexts: &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM},
		Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "What", Required: true, MinLength: &minimum, MaxLength: 300},
			{Type: discordgo.ApplicationCommandOptionBoolean, Name: "private", Description: "Only for you"},
		},
	}
}

// registeredAsk is askCommand as Discord gives it back.
const registeredAsk = `{"id":"9","application_id":"8","version":"7","default_member_permissions":null,"type":1,"name":"ask",
"name_localizations":null,"description":"Ask the sources","description_localizations":null,"dm_permission":true,
"contexts":[1,0],"integration_types":[0],"nsfw":false,"handler":1,"options":[
{"type":3,"name":"question","name_localizations":null,"description":"What","description_localizations":null,"required":true,"min_length":1,"max_length":300},
{"type":5,"name":"private","description":"Only for you"}]}`

func TestSameCommand(t *testing.T) {
	tests := []struct {
		name   string
		change func(*discordgo.ApplicationCommand)
		want   bool
	}{
		{"none", func(*discordgo.ApplicationCommand) {}, true},
		{"no contexts wanted", func(c *discordgo.ApplicationCommand) { c.Contexts = nil }, true},
		{"type said", func(c *discordgo.ApplicationCommand) { c.Type = discordgo.ChatApplicationCommand }, true},
		{"empty option lists", func(c *discordgo.ApplicationCommand) {
			c.Options[0].Choices = []*discordgo.ApplicationCommandOptionChoice{}
		}, true},
		{"other type", func(c *discordgo.ApplicationCommand) { c.Type = discordgo.MessageApplicationCommand }, false},
		{"description", func(c *discordgo.ApplicationCommand) { c.Description += "." }, false},
		{"option fewer", func(c *discordgo.ApplicationCommand) { c.Options = c.Options[:1] }, false},
		{"options swapped", func(c *discordgo.ApplicationCommand) {
			c.Options[0], c.Options[1] = c.Options[1], c.Options[0]
		}, false},
		{"limit", func(c *discordgo.ApplicationCommand) { c.Options[0].MaxLength = 0 }, false},
		{"not required", func(c *discordgo.ApplicationCommand) { c.Options[0].Required = false }, false},
		{"contexts", func(c *discordgo.ApplicationCommand) { *c.Contexts = (*c.Contexts)[:1] }, false},
		{"permissions", func(c *discordgo.ApplicationCommand) {
			manage := int64(discordgo.PermissionManageGuild)
			c.DefaultMemberPermissions = &manage
		}, false},
		{"translation", func(c *discordgo.ApplicationCommand) {
			c.NameLocalizations = &map[discordgo.Locale]string{discordgo.German: "frag"}
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var theirs discordgo.ApplicationCommand
			if err := json.Unmarshal([]byte(registeredAsk), &theirs); err != nil {
				t.Fatal(err)
			}
			ours := askCommand()
			tt.change(ours)
			got, err := sameCommands([]*discordgo.ApplicationCommand{ours}, []*discordgo.ApplicationCommand{&theirs})
			if err != nil || got != tt.want {
				t.Errorf("sameCommands = %v, %v, want %v", got, err, tt.want)
			}
		})
	}
}

func TestSyncCommands(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	c, _ := newClient(t, srv)
	find := &discordgo.ApplicationCommand{Name: "Find sources", Type: discordgo.MessageApplicationCommand}
	steps := []struct {
		name     string
		commands []*discordgo.ApplicationCommand
		changed  bool
	}{
		{"none, as at first", nil, false},
		{"two", []*discordgo.ApplicationCommand{askCommand(), find}, true},
		{"the same", []*discordgo.ApplicationCommand{askCommand(), find}, false},
		{"the same in another order", []*discordgo.ApplicationCommand{find, askCommand()}, false},
		{"one", []*discordgo.ApplicationCommand{askCommand()}, true},
		{"none", nil, true},
		{"still none", []*discordgo.ApplicationCommand{}, false},
	}
	for _, s := range steps {
		changed, err := c.SyncCommands(within(t), srv.ApplicationID, s.commands)
		if err != nil || changed != s.changed {
			t.Errorf("%s: changed %v, %v, want %v", s.name, changed, err, s.changed)
		}
		if n := len(srv.Commands()); n != len(s.commands) {
			t.Errorf("%s: %d commands are registered, want %d", s.name, n, len(s.commands))
		}
	}
	if p := srv.Problems(); len(p) > 0 {
		t.Errorf("Discord would not take: %q", p)
	}
}
