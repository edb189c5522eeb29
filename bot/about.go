package bot

import (
	"context"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
)

// about says what the bot is.
func (b *Bot) about(context.Context, *request) (response, error) {
	facts := message.Facts{Snapshot: b.options.Library.Snapshot(), Version: b.options.Version, LogsQuestions: b.options.LogQuestions}
	return response{Reply: message.RenderAbout(facts), outcome: "shown"}, nil
}

// sources lists what the corpus covers, from its first page.
func (b *Bot) sources(context.Context, *request) (response, error) { return b.sourcesPage(0), nil }

// pressSources turns to another page of the list.
func (b *Bot) pressSources(_ context.Context, r *request) (response, error) {
	page, err := strconv.Atoi(r.payload)
	if err != nil {
		return notice("unknown", phraseUnknown), nil
	}
	return b.sourcesPage(page), nil
}

func (b *Bot) sourcesPage(page int) response {
	snapshot := b.options.Library.Snapshot()
	rendered, pages := message.RenderSources(snapshot, page)
	page = max(0, min(page, pages-1))
	return response{Reply: rendered, rows: pageButtons(page, pages), outcome: "shown"}
}

// pageButtons lead from one of so many pages to the next ones and the ends, each page by one button.
func pageButtons(page, pages int) []discordgo.MessageComponent {
	led := map[int]bool{page: true}
	turn := func(label string, to int) discordgo.MessageComponent {
		if to < 0 || to >= pages || led[to] {
			return nil
		}
		led[to] = true
		return button(label, discordgo.SecondaryButton, verbSources, strconv.Itoa(to))
	}
	previous, next := turn(labelPrevious, page-1), turn(labelNext, page+1)
	return rowsOf(turn(labelFirst, 0), previous, next, turn(labelFarther, page+10), turn(labelLast, pages-1))
}
