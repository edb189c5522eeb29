package bot

import "fmt"

// What the bot says of itself and to its users stands here and in phrases.go of package message. Nothing here speaks of
// the world.
const (
	phraseHelp = "Ask me something in words: with the command /ask, or by mentioning me with your question, as in: how many people were arrested?\n" +
		"Reply to an answer of mine to ask on. I answer by quoting the documents that I was given; the command /sources lists them."
	phraseTooLong       = "That has %d characters; a question may have %d. Please ask one thing at a time, in fewer words."
	phraseNoSource      = "No source has that name. Pick one from the list that appears while you type, or see the command /sources."
	phraseNothingToRead = "I cannot see any text in that message. Attachments and embeds are not read."
	phraseNoWords       = "That message has no words that I could look for. Links, mentions and emoji are not read."
	phraseQuotesNothing = "That message is one of mine, and it quotes nothing."
	phraseUnknown       = "This button or command is of another version of me. Please ask anew."
	phraseModerators    = "Only moderators can do this: members with the permission Manage Server, or with a role that the operator named."
	phraseNotYours      = "Only who asked and moderators can delete this answer."
	phraseTooFast       = "That was quick. Please ask again in %d s."
	phraseBusy          = "Too many questions are waiting right now. Please ask again in a minute."
	phraseStopping      = "I am being restarted. Please ask again in a minute."
	phraseFailed        = "Something went wrong on my side and was written to the log. Please try again; if it happens again, tell the moderators the number %s."
	phraseUnverified    = "I found an answer, but it did not pass the check against its source, so I do not show it. The operator has been told."
	phraseVotedAlready  = "You said so already, and it was counted."

	phraseReloading     = "The corpus is being read already: %s"
	phraseStarting      = "Reading the corpus. The old one serves meanwhile."
	phraseReading       = "Reading the corpus: %d of %d files. The old one serves meanwhile."
	phraseReloadStopped = "the bot was stopped before it was done"
	phrasePanic         = "the program made a mistake while reading; its log says more"

	phrasePassed        = "Passed on to the moderators. Thank you."
	phrasePassedAlready = "This question was passed on to the moderators already."
	phraseNotPassed     = "I could not write to the moderators' channel. Please tell them yourself; the operator has been told why."

	labelContext   = "Context"
	labelMore      = "More (%d)"
	labelHelpful   = "Helpful"
	labelUnhelpful = "Not helpful"
	labelDelete    = "Delete"
	labelPrevious  = "Previous"
	labelNext      = "Next"
	labelReload    = "Reload now"
	labelPassOn    = "Ask the moderators"
)

// phraseVoted thanks for a vote.
var phraseVoted = map[string]string{
	verbHelpful:   "Thank you. Counted as helpful.",
	verbUnhelpful: "Thank you. Counted as not helpful.",
}

// counted is a phrase in its singular and its plural.
type counted struct{ one, many string }

var (
	phraseIndexing    = counted{"Indexing %d document. The old corpus serves meanwhile.", "Indexing %d documents. The old corpus serves meanwhile."}
	phraseNoDocuments = counted{
		"the corpus holds no document that can be read; %d file has a problem, see pullquote corpus check",
		"the corpus holds no document that can be read; %d files have a problem, see pullquote corpus check",
	}
)

func (c counted) of(n int) string {
	if n == 1 {
		return fmt.Sprintf(c.one, n)
	}
	return fmt.Sprintf(c.many, n)
}
