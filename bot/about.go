package bot

import (
	"context"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
)

// about says what the bot is.
func (b *Bot) about(_ context.Context, r *request) (response, error) {
	facts := message.Facts{Snapshot: b.options.Library.Snapshot(), Version: b.options.Version, LogsQuestions: b.options.LogQuestions}
	return response{Reply: r.in().RenderAbout(facts), outcome: "shown"}, nil
}

// sources lists what the corpus covers, from its first page.
func (b *Bot) sources(_ context.Context, r *request) (response, error) {
	return b.sourcesPage(r.language, 0), nil
}

// pressSources turns to another page of the list.
func (b *Bot) pressSources(_ context.Context, r *request) (response, error) {
	page, err := strconv.Atoi(r.payload)
	if err != nil {
		return notice("unknown", r.say().Unknown), nil
	}
	return b.sourcesPage(r.shownIn(), page), nil
}

func (b *Bot) sourcesPage(in phrases.Language, page int) response {
	rendered, pages := message.In(in).RenderSources(b.directories.now(), page)
	page = max(0, min(page, pages-1))
	return response{Reply: rendered, rows: pageButtons(in.Phrases().Labels, page, pages), outcome: "shown"}
}

// pageButtons lead from one of so many pages to the next ones and the ends, each page by one button.
func pageButtons(labels phrases.Labels, page, pages int) []discordgo.MessageComponent {
	led := map[int]bool{page: true}
	turn := func(label string, to int) discordgo.MessageComponent {
		if to < 0 || to >= pages || led[to] {
			return nil
		}
		led[to] = true
		return button(label, discordgo.SecondaryButton, verbSources, strconv.Itoa(to))
	}
	previous, next := turn(labels.Previous, page-1), turn(labels.Next, page+1)
	return rowsOf(turn(labels.First, 0), previous, next, turn(labels.Farther10, page+10), turn(labels.Last, pages-1))
}
