package bot

import (
	"strings"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
)

// response is what a handler has to say to a request.
type response struct {
	message.Reply
	// rows are the components below the message.
	rows []discordgo.MessageComponent
	// private is true for what only the asker is to see, where Discord can do that.
	private bool
	// choices complete an option; remove deletes the message that the pressed button stands on.
	choices []*discordgo.ApplicationCommandOptionChoice
	remove  bool
	// outcome is what is logged and counted.
	outcome string
}

// notice is a response of fixed words that only the asker sees.
func notice(outcome, text string) response {
	return response{Reply: message.Reply{Content: text}, private: true, outcome: outcome}
}

// check reads the message back against its sources. It fails as well where these cannot be read.
func (r response) check() (err error) {
	defer recoverPanic(&err)
	if r.remove || r.choices != nil {
		return nil
	}
	return message.Verify(r.Content, r.Shown)
}

func (r response) flags() discordgo.MessageFlags {
	flags := discordgo.MessageFlagsSuppressEmbeds
	if r.private {
		flags |= discordgo.MessageFlagsEphemeral
	}
	return flags
}

// data is the response as the first one to an interaction.
func (r response) data() *discordgo.InteractionResponseData {
	return &discordgo.InteractionResponseData{
		Content:         r.Content,
		Components:      r.components(),
		Embeds:          []*discordgo.MessageEmbed{},
		AllowedMentions: noMentions(),
		Flags:           r.flags(),
		Files:           r.files(),
	}
}

// edit is the response in place of what was shown before.
func (r response) edit() *discordgo.WebhookEdit {
	components := r.components()
	return &discordgo.WebhookEdit{
		Content:         &r.Content,
		Components:      &components,
		AllowedMentions: noMentions(),
		Files:           r.files(),
	}
}

// followup is the response as a further message.
func (r response) followup() *discordgo.WebhookParams {
	return &discordgo.WebhookParams{
		Content:         r.Content,
		Components:      r.components(),
		AllowedMentions: noMentions(),
		Flags:           r.flags(),
		Files:           r.files(),
	}
}

// send is the response as a message of its own, an answer to another one unless that is nil.
func (r response) send(to *discordgo.Message) *discordgo.MessageSend {
	m := &discordgo.MessageSend{
		Content:         r.Content,
		Components:      r.components(),
		Embeds:          []*discordgo.MessageEmbed{},
		StickerIDs:      []string{},
		AllowedMentions: noMentions(),
		Flags:           discordgo.MessageFlagsSuppressEmbeds,
		Files:           r.files(),
	}
	if to != nil {
		m.Reference = to.SoftReference()
	}
	return m
}

// components returns the rows; never nil, which Discord would read as "leave them".
func (r response) components() []discordgo.MessageComponent {
	return append([]discordgo.MessageComponent{}, r.rows...)
}

func (r response) files() []*discordgo.File {
	if r.Attachment == nil {
		return nil
	}
	return []*discordgo.File{{
		Name: r.Attachment.Name, ContentType: "text/plain; charset=utf-8", Reader: strings.NewReader(r.Attachment.Text),
	}}
}

// noMentions forbids every mention. Its slices are empty and not nil, because Discord reads null as "all".
func noMentions() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{
		Parse: []discordgo.AllowedMentionType{},
		Roles: []string{},
		Users: []string{},
	}
}
