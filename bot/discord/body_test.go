package discord

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

func TestBodiesHaveNoNulls(t *testing.T) {
	text := "hello <world>"
	var noEmbeds []*discordgo.MessageEmbed
	tests := []struct {
		name string
		body any
		edit bool
		want string
	}{
		{"message", &discordgo.MessageSend{Content: "hi", AllowedMentions: &discordgo.MessageAllowedMentions{}}, false,
			`{"content":"hi","tts":false,"allowed_mentions":{"parse":[],"replied_user":false}}`},
		{"message with components", &discordgo.MessageSend{Components: []discordgo.MessageComponent{discordgo.ActionsRow{
			Components: []discordgo.MessageComponent{discordgo.Button{Label: "More", CustomID: "m", Style: discordgo.SecondaryButton}},
		}}}, false, `{"tts":false,"components":[{"type":1,"components":[{"type":2,"label":"More","style":2,"disabled":false,"custom_id":"m"}]}]}`},
		{"edit", editBody{WebhookEdit: &discordgo.WebhookEdit{Content: &text, Embeds: &noEmbeds, Components: &[]discordgo.MessageComponent{}}}, true,
			`{"content":"hello \u003cworld\u003e","embeds":[],"components":[]}`},
		{"followup", &discordgo.WebhookParams{Content: "hi"}, false, `{"content":"hi"}`},
		{"no commands", []*discordgo.ApplicationCommand(nil), false, `[]`},
		{"command", []*discordgo.ApplicationCommand{{Name: "ask", Description: "Ask", Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "What", MaxLength: 300}}}}, false,
			`[{"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"What","required":false,"autocomplete":false,"max_length":300}]}]`},
		{"big number", map[string]any{"n": json.Number("12345678901234567890")}, false, `{"n":12345678901234567890}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := wireJSON(tt.body, tt.edit)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(jsonValue(t, []byte(tt.want)), jsonValue(t, got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestCallbackBodies(t *testing.T) {
	tests := []struct {
		name string
		r    *discordgo.InteractionResponse
		want string
	}{
		{"deferred", &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{Flags: discordgo.MessageFlagsEphemeral}}, `{"type":5,"data":{"flags":64}}`},
		{"deferred update", &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredMessageUpdate}, `{"type":6}`},
		{"no choices", &discordgo.InteractionResponse{Type: discordgo.InteractionApplicationCommandAutocompleteResult,
			Data: &discordgo.InteractionResponseData{}}, `{"type":8,"data":{"choices":[]}}`},
		{"update that clears", &discordgo.InteractionResponse{Type: discordgo.InteractionResponseUpdateMessage,
			Data: &discordgo.InteractionResponseData{Components: []discordgo.MessageComponent{}}}, `{"type":7,"data":{"content":"","components":[]}}`},
		{"message", &discordgo.InteractionResponse{Type: discordgo.InteractionResponseChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{Content: "hi"}}, `{"type":4,"data":{"content":"hi"}}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			body, err := callback(tt.r)
			if err != nil {
				t.Fatal(err)
			}
			got, err := wireJSON(body, false)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(jsonValue(t, []byte(tt.want)), jsonValue(t, got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func jsonValue(t *testing.T, b []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%s: %v", b, err)
	}
	return v
}
