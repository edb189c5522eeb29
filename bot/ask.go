package bot

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"pullquote/bot/message"
	"pullquote/retrieval"
)

// askWithin is how long an answer may take.
const askWithin = 20 * time.Second

// ask answers a question from /ask or from a message.
func (b *Bot) ask(ctx context.Context, r *request) (response, error) {
	said := r.question
	r.question = tidyQuestion(said)
	switch {
	case r.question == "" && strings.ContainsFunc(said, isWordRune):
		return notAQuestion(r), nil
	case r.question == "":
		return notice("help", r.say().Help), nil
	case tooLong(r.question):
		return notice("help", r.say().TooLong.With(utf8.RuneCountInString(r.question), longestQuestion)), nil
	}
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	q := retrieval.Question{Text: r.question, History: conversation(r.history)}
	if r.source != "" {
		if q.Documents = b.documentsNamed(ctx, r.source); len(q.Documents) == 0 {
			return notice("no such source", r.say().NoSource), nil
		}
	}
	a, err := b.options.Library.Ask(ctx, q)
	if err != nil {
		return response{}, err
	}
	if message.NotAsked(a) {
		return notAQuestion(r), nil
	}
	rendered, err := r.in().Render(a)
	if err != nil {
		return response{}, err
	}
	return response{Reply: rendered, rows: b.answerRows(r, a, rendered), outcome: string(a.Outcome)}, nil
}

// notAQuestion is the response to a greeting, an order or noise: nothing was searched, so nothing is said of the
// documents and nothing is passed on to the moderators.
func notAQuestion(r *request) response { return notice("not a question", r.in().NotAQuestion()) }
