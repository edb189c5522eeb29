package message

import "pullquote/retrieval"

// NotAsked reports whether an answer is to a greeting, an order or noise. Nothing was looked for then, so nothing can be
// said of the documents.
func NotAsked(a retrieval.Answer) bool {
	return a.Intent != "" && a.Intent != retrieval.IntentQuestion
}

// NotAQuestion says that nothing was asked, and how to ask.
func (in In) NotAQuestion() string {
	say := in.say().Notices
	return say.NotAQuestion + "\n" + say.Help
}
