package bot

import (
	"context"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
)

// pressContext shows what stands around the first quote of an answer.
func (b *Bot) pressContext(_ context.Context, r *request) (response, error) {
	return b.contextOf(r, r.language, 0)
}

// pressContextPage shows what stands around another quote of the same answer.
func (b *Bot) pressContextPage(_ context.Context, r *request) (response, error) {
	if r.payload == "" || r.payload[0] < '0' || r.payload[0] > '9' {
		return notice("unknown", r.say().Unknown), nil
	}
	at := int(r.payload[0] - '0')
	r.payload = r.payload[1:]
	return b.contextOf(r, r.shownIn(), at)
}

// contextOf shows what stands around one of the quotes that the payload names.
func (b *Bot) contextOf(r *request, in phrases.Language, at int) (response, error) {
	cited, err := message.DecodeCitations(b.directories.now(), r.payload)
	if err != nil || at >= len(cited) {
		return notice("unknown", r.say().Unknown), nil
	}
	rendered, err := message.In(in).RenderContext(questionOn(r.on), cited, at)
	if err != nil {
		return response{}, err
	}
	page := func(label string, to int) discordgo.MessageComponent {
		if to < 0 || to >= min(len(cited), 10) {
			return nil
		}
		return button(label, discordgo.SecondaryButton, verbContextPage, strconv.Itoa(to)+r.payload)
	}
	labels := in.Phrases().Labels
	rows := rowsOf(page(labels.Previous, at-1), page(labels.Next, at+1))
	return response{Reply: rendered, rows: append(rows, sourceRow(rendered)...), outcome: standing(cited[at])}, nil
}

func standing(c message.Cited) string {
	switch c.Standing {
	case message.Changed:
		return "changed"
	case message.Gone:
		return "gone"
	}
	return "shown"
}

// pressMore shows the excerpts that are not on the first screen.
func (b *Bot) pressMore(_ context.Context, r *request) (response, error) {
	cited, err := message.DecodeCitations(b.directories.now(), r.payload)
	if err != nil || len(cited) == 0 {
		return notice("unknown", r.say().Unknown), nil
	}
	rendered, err := r.in().RenderMore(questionOn(r.on), cited)
	if err != nil {
		return response{}, err
	}
	return response{Reply: rendered, rows: quoteRows(r.language, rendered), outcome: "shown"}, nil
}

// questionOn returns the question on the first line of a message of ours, "" if there is none.
func questionOn(m *discordgo.Message) string {
	if m == nil {
		return ""
	}
	question, _ := message.QuestionIn(m.Content)
	return question
}

// pressDelete deletes an answer for its asker or a moderator.
func (b *Bot) pressDelete(_ context.Context, r *request) (response, error) {
	if !b.mayDelete(r, r.payload) {
		return notice("not allowed", r.say().NotYours), nil
	}
	return response{remove: true, outcome: "deleted"}, nil
}
