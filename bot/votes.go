package bot

import (
	"context"
	"slices"
	"strings"
	"sync"

	"pullquote/retrieval"
)

// outcomes are what a vote can be about.
var outcomes = []retrieval.Outcome{retrieval.Answered, retrieval.Mentioned, retrieval.NotFound}

// votes remembers how readers voted, so that nobody counts twice. It forgets the oldest of many.
type votes struct {
	mu    sync.Mutex
	cast  map[string]string // verb by message and user
	order []string
}

// mostVotes is how many votes are remembered.
const mostVotes = 10_000

func newVotes() *votes { return &votes{cast: map[string]string{}} }

// put remembers a vote and returns the earlier one of the same user on the same message, "" for none.
func (v *votes) put(on, user, verb string) (earlier string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	key := on + " " + user
	earlier = v.cast[key]
	if earlier == "" {
		v.order = append(v.order, key)
	}
	v.cast[key] = verb
	if len(v.order) > mostVotes {
		delete(v.cast, v.order[0])
		v.order = v.order[1:]
	}
	return earlier
}

// pressVote counts whether a reader found an answer helpful.
func (b *Bot) pressVote(_ context.Context, r *request) (response, error) {
	verb := strings.TrimPrefix(r.name, pressed)
	outcome, snapshot, ok := strings.Cut(r.payload, " ")
	if !ok || r.on == nil || !slices.Contains(outcomes, retrieval.Outcome(outcome)) {
		return notice("unknown", r.say().Unknown), nil
	}
	switch earlier := b.votes.put(r.on.ID, r.user, verb); earlier {
	case verb:
		return notice("counted already", r.say().VotedAlready), nil
	case "":
	default:
		b.metrics.voted(earlier, outcome, -1)
	}
	b.metrics.voted(verb, outcome, 1)
	b.log.Info("vote", "vote", verb, "on", r.on.ID, "outcome", outcome, "snapshot", snapshot)
	if verb == verbHelpful {
		return notice(verb, r.say().Helpful), nil
	}
	return notice(verb, r.say().Unhelpful), nil
}
