package bot

import (
	"context"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
)

const (
	// mostChoices is how many choices Discord shows, choiceLimit how long one may be, in UTF-16 units.
	mostChoices = 25
	choiceLimit = 100
)

// completeWithin bounds the time of looking for choices: whoever types waits, and types on.
const completeWithin = time.Second

// complete offers the sources whose name holds what has been typed.
func (b *Bot) complete(ctx context.Context, r *request) (response, error) {
	ctx, cancel := context.WithTimeout(ctx, completeWithin)
	defer cancel()
	choices := []*discordgo.ApplicationCommandOptionChoice{}
	for d := range b.directories.now().Named(ctx, r.focused) {
		choices = append(choices, &discordgo.ApplicationCommandOptionChoice{Name: message.SourceName(d, choiceLimit), Value: message.PickOf(d)})
		if len(choices) == mostChoices {
			break
		}
	}
	return response{choices: choices, outcome: "completed"}, nil
}

// documentsNamed returns the ids of the documents that a source option means: the one that was picked from the list, or
// all whose name holds what was typed.
func (b *Bot) documentsNamed(ctx context.Context, source string) (ids []string) {
	directory := b.directories.now()
	if d := directory.Picked(source); d != nil {
		return []string{d.ID()}
	}
	for d := range directory.Named(ctx, strings.TrimPrefix(source, "#")) {
		ids = append(ids, d.ID())
	}
	return ids
}
