package bot

import (
	"context"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/retrieval"
)

// passOnButton offers to pass a question that was not answered on to the moderators; nil where it was, or where no
// channel for such questions is known.
func (b *Bot) passOnButton(r *request, outcome retrieval.Outcome) discordgo.MessageComponent {
	if outcome == retrieval.Answered || b.options.QuestionChannels[r.guild] == "" {
		return nil
	}
	return button(r.language.Phrases().Labels.PassOn, discordgo.PrimaryButton, verbPassOn, "")
}

// passOnWithin is how long passing a question on may take.
const passOnWithin = 10 * time.Second

// pressPassOn puts the question of an answer into the moderators' channel, once as far as the bot remembers.
func (b *Bot) pressPassOn(ctx context.Context, r *request) (response, error) {
	channel, question := b.options.QuestionChannels[r.guild], questionOn(r.on)
	if channel == "" || question == "" {
		return notice("unknown", r.say().Unknown), nil
	}
	if !b.passed.add(r.on.ID) {
		return notice("passed on already", r.say().PassedAlready), nil
	}
	ctx, cancel := context.WithTimeout(ctx, passOnWithin)
	defer cancel()
	note := message.In(r.serverLanguage).RenderQuestion(question, answerAddress(r))
	err := post(ctx, b.client, channel, response{Reply: note})
	if err != nil {
		if !mayHaveArrived(err) {
			b.passed.remove(r.on.ID)
		}
		b.log.Warn("a question could not be passed on", "guild", r.guild, "to", channel, "err", err, "mend", mendOf(err))
		return notice("not passed on", r.say().NotPassed), nil
	}
	return notice("passed on", r.say().PassedOn), nil
}

// answerAddress returns the address of the message that the pressed button stands on, "" where only one member sees it.
func answerAddress(r *request) string {
	if r.on.Flags&discordgo.MessageFlagsEphemeral != 0 {
		return ""
	}
	return fmt.Sprintf("https://discord.com/channels/%s/%s/%s", r.guild, r.channel, r.on.ID)
}
