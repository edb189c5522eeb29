package bot

import (
	"context"

	"pullquote/bot/message"
)

// findingsShown is how many places of one quotation are looked up.
const findingsShown = 5

// checkQuotes says of every quotation in a chosen message where it stands.
func (b *Bot) checkQuotes(ctx context.Context, r *request) (response, error) {
	if r.target == nil || r.target.Content == "" {
		return notice("nothing to read", phraseNothingToRead), nil
	}
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	snapshot := b.options.Library.Snapshot()
	var checks []message.Check
	found := 0
	for _, q := range message.Quotations(r.target.Content) {
		findings, err := snapshot.Find(ctx, q.Text, findingsShown)
		if err != nil {
			return response{}, err
		}
		checks = append(checks, message.Check{Quotation: q, Findings: findings, Searched: len(snapshot.Documents())})
		found += min(1, len(findings))
	}
	rendered, err := message.RenderChecks(checks, b.citedBy(r.target))
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
