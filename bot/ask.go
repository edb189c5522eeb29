package bot

import (
	"context"
	"time"
	"unicode/utf8"

	"pullquote/retrieval"
)

// askWithin is how long an answer may take.
const askWithin = 20 * time.Second

// ask answers a question from /ask or from a message.
func (b *Bot) ask(ctx context.Context, r *request) (response, error) {
	r.question = tidyQuestion(r.question)
	switch {
	case r.question == "":
		return notice("help", r.say().Help), nil
	case tooLong(r.question):
		return notice("help", r.say().TooLong.With(utf8.RuneCountInString(r.question), longestQuestion)), nil
	}
	q := retrieval.Question{Text: r.question, History: conversation(r.history)}
	if r.source != "" {
		if q.Documents = documentsNamed(b.options.Library.Snapshot(), r.source); len(q.Documents) == 0 {
			return notice("no such source", r.say().NoSource), nil
		}
	}
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	a, err := b.options.Library.Ask(ctx, q)
	if err != nil {
		return response{}, err
	}
	rendered, err := r.in().Render(a)
	if err != nil {
		return response{}, err
	}
	return response{Reply: rendered, rows: b.answerRows(r, a, rendered), outcome: string(a.Outcome)}, nil
}
