package main

import (
	"pullquote/bot"
	"pullquote/retrieval"
)

// rendered is how Discord would show an answer.
type rendered struct {
	// message is the Discord message, exactly as it would be sent.
	message string
	// more are the excerpts that are not on the first screen.
	more map[bot.Place]bool
}

// render lays a out for Discord, which also checks every quote of the first screen against its source.
func render(a retrieval.Answer) (rendered, error) {
	sent, err := bot.Render(a)
	if err != nil {
		return rendered{}, err
	}
	r := rendered{message: sent.Content, more: map[bot.Place]bool{}}
	for _, place := range sent.More {
		r.more[place] = true
	}
	return r, nil
}

// onScreen reports whether excerpt j of group i is on the first screen.
func (r rendered) onScreen(i, j int) bool { return !r.more[bot.Place{Group: i, Excerpt: j}] }
