package bot

import (
	"context"

	"pullquote/bot/message"
)

// findSources shows passages that speak of a chosen message; of one of our own, what it quotes.
func (b *Bot) findSources(ctx context.Context, r *request) (response, error) {
	if r.target == nil || r.target.Content == "" {
		return notice("nothing to read", r.say().NothingToRead), nil
	}
	if !b.wrote(r.target) {
		return b.trace(ctx, r, message.Read(r.target.Content), notice("no words", r.say().NoWords))
	}
	if cited := b.citedBy(r.target); len(cited) > 0 {
		return r.showCited(cited, message.CountBlockQuotes(r.target.Content))
	}
	return b.trace(ctx, r, message.ReadBlockQuotes(r.target.Content), notice("quotes nothing", r.say().NoQuotes))
}

// trace shows passages that speak of what was read of a message; nothing is the response where that is nothing.
func (b *Bot) trace(ctx context.Context, r *request, read message.Reading, nothing response) (response, error) {
	if len(read.Statements) == 0 {
		return nothing, nil
	}
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	found, err := b.options.Library.Trace(ctx, read.Wordings())
	if err != nil {
		return response{}, err
	}
	rendered, err := r.in().RenderPassages(found, read)
	if err != nil {
		return response{}, err
	}
	return response{Reply: rendered, rows: quoteRows(r.language, rendered), outcome: string(found.Outcome)}, nil
}

// showCited shows what one of our own messages quotes, which its buttons name by document and place.
func (r *request) showCited(cited []message.Cited, quotes int) (response, error) {
	rendered, err := r.in().RenderCited(cited, quotes)
	if err != nil {
		return response{}, err
	}
	return response{Reply: rendered, rows: quoteRows(r.language, rendered), outcome: "own message"}, nil
}
