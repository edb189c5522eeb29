package bot

import (
	"github.com/bwmarrin/discordgo"

	"pullquote/retrieval"
)

// Reply is a message that is ready to be sent, and what a reader sees in it.
type Reply struct {
	// Content is the text of the message, at most MessageLimit UTF-16 units.
	Content string
	// Shown are the excerpts that the message quotes, in the order in which they are read.
	Shown []Shown
	// More are the places of the answer's other excerpts, in the answer's order.
	More []Place
}

// Place says where an excerpt stands in its answer: Answer.Groups[Group].Excerpts[Excerpt].
type Place struct{ Group, Excerpt int }

// Shown is an excerpt as a message quotes it. Its Quote has fewer sentences than the answer's where the whole is too
// long for a message.
type Shown struct {
	Place
	retrieval.Excerpt
}

// MessageSend returns the message for Discord. It mentions nobody and shows no link previews.
func (r Reply) MessageSend() *discordgo.MessageSend {
	return &discordgo.MessageSend{
		Content:         r.Content,
		Embeds:          []*discordgo.MessageEmbed{},
		Components:      []discordgo.MessageComponent{},
		StickerIDs:      []string{},
		AllowedMentions: noMentions(),
		Flags:           discordgo.MessageFlagsSuppressEmbeds,
	}
}

// noMentions forbids every mention. Its slices are empty and not nil, because Discord reads null as "all".
func noMentions() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{
		Parse: []discordgo.AllowedMentionType{},
		Roles: []string{},
		Users: []string{},
	}
}
