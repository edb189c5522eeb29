package bot

import (
	"context"

	"pullquote/bot/message"
)

// findingsShown is how many places of one quotation are looked up: enough that the source which the message names is
// rarely missed.
const findingsShown = 20

// checkQuotes says of every quotation in a chosen message where it stands.
func (b *Bot) checkQuotes(ctx context.Context, r *request) (response, error) {
	if r.target == nil || r.target.Content == "" {
		return notice("nothing to read", r.say().NothingToRead), nil
	}
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	directory := b.directories.now()
	snapshot := directory.Snapshot()
	quotations, short := message.QuotationsNaming(directory, r.target.Content)
	findings, err := snapshot.FindEach(ctx, wordsOf(quotations), findingsShown)
	if err != nil {
		return response{}, err
	}
	var checks []message.Check
	found := 0
	for i, q := range quotations {
		checks = append(checks, message.Check{Quotation: q, Findings: findings[i], Searched: len(snapshot.Documents())})
		found += min(1, len(findings[i]))
	}
	rendered, err := r.in().RenderChecks(checks, b.citedBy(r.target), short)
	if err != nil {
		return response{}, err
	}
	outcome := "found"
	switch {
	case len(checks) == 0:
		outcome = "no quotations"
	case found < len(checks):
		outcome = "not all found"
	}
	return response{Reply: rendered, outcome: outcome}, nil
}

func wordsOf(quotations []message.Quotation) []string {
	var words []string
	for _, q := range quotations {
		words = append(words, q.Text)
	}
	return words
}
