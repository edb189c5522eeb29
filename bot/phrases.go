package bot

import "fmt"

// What the bot says of itself and to its users stands here and in phrases.go of package message. Nothing here speaks of
// the world.
const (
	phraseHelp = "Ask me something in words: with the command /ask, or by mentioning me with your question, as in: when was the bridge opened?\n" +
		"Reply to an answer of mine, with the \\@ on, to ask on. I answer by quoting the documents that I was given; the command /sources lists them."
	phraseTooLong        = "That has %d characters; a question may have %d. Please ask one thing at a time, in fewer words."
	phraseNoSource       = "No source has that name. Pick one from the list that appears while you type, or see the command /sources."
	phraseNothingToRead  = "I cannot see any text in that message. Attachments, embeds and forwarded messages are not read."
	phraseNoWords        = "That message has no words that I could look for. Links, mentions and emoji are not read."
	phraseQuotesNothing  = "That message is one of mine, and it quotes nothing."
	phraseUnknown        = "This button or command is of another version of me. Please ask anew."
	phraseModerators     = "Only moderators can do this: members with the permission Manage Server, or with a role that the operator named."
	phraseNotYours       = "Only the person who asked, or a moderator, can delete this answer."
	phraseNotDeleted     = "This answer could not be deleted just now. Please try again."
	phraseTooFast        = "That was quick. Please ask again in %d s."
	phraseTooManyPresses = "That was quick. Please wait a few seconds."
	phraseBusy           = "Too many questions are waiting right now. Please ask again in a minute."
	phraseStopping       = "I am going offline for now. Please ask again in a few minutes."
	phraseFailed         = "Something went wrong on my side and was written to the log. Please try again; if it happens again, tell whoever runs me the number %s."
	phraseUnverified     = "What I wanted to show did not pass the check against its source, so I do not show it. Whoever runs me has been told."
	phraseVotedAlready   = "You said so already, and it was counted."

	phraseReloading        = "The corpus is being read already, by a reload or a check. See /corpus status for how far it is."
	phraseStillReading     = "Reading the corpus takes long, and Discord lets me change this message no more. See /corpus status for how it went."
	phraseStarting         = "Reading the corpus. The old one serves meanwhile."
	phraseReading          = "Reading the corpus: %d of %d files. The old one serves meanwhile."
	phraseNoDocuments      = "it holds no document that can be read"
	phraseCorpusGone       = "its folder or file is not there any more; whoever runs me finds its name in the log"
	phraseCorpusForbidden  = "it may not be read; whoever runs me has to give me the right to, and finds its name in the log"
	phraseCorpusUnreadable = "it could not be read; whoever runs me finds the cause in the log"
	phraseReloadStopped    = "the bot was stopped before it was done"
	phrasePanic            = "the program made a mistake while reading; its log says more"

	phrasePassed        = "Passed on to the moderators. Thank you."
	phrasePassedAlready = "This question was passed on to the moderators already."
	phraseNotPassed     = "I could not write to the moderators' channel. Please tell them yourself; whoever runs me has been told why."

	labelContext   = "Context"
	labelMorePart  = "More %s"
	labelMoreOf    = "More %s of %d"
	labelMore      = "More (%d)"
	labelHelpful   = "Helpful"
	labelUnhelpful = "Not helpful"
	labelDelete    = "Delete"
	labelPrevious  = "Previous"
	labelNext      = "Next"
	labelFirst     = "First"
	labelFarther   = "10 farther"
	labelLast      = "Last"
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

var phraseIndexing = counted{"Indexing %d document. The old corpus serves meanwhile.", "Indexing %d documents. The old corpus serves meanwhile."}

func (c counted) of(n int) string {
	if n == 1 {
		return fmt.Sprintf(c.one, n)
	}
	return fmt.Sprintf(c.many, n)
}
