package message

// What is said of quotations in other people's messages.
const (
	phraseOpenQuestion = "A member asked what the documents do not answer:"
	phraseOpenAnswer   = "see what they were told"
	phraseOpenMend     = "add a document that answers it, then reload with /corpus reload"

	phraseNothingQuoted = "This message quotes nothing that can be checked. A quotation stands between quotation marks or in a block quote."
	phraseQuotation     = "“%s”"
	phraseFoundCount    = "%d found"
	phraseMissCount     = "%d not found"
	phraseAlso          = "Also %s"
	phraseIn            = "in %s"
	phraseAt            = "at %s"
	phraseNotQuoted     = "in a part that is never quoted"
	phraseCitedChanged  = "[%d] %s · source changed since"
	phraseCitedGone     = "[%d] source no longer in the corpus"

	phraseExact         = "found, word for word"
	phraseInexact       = "found, with differences in punctuation or case"
	phraseElided        = "found, word for word but for what is left out"
	phraseExactOther    = "found word for word, but in another source than the message names"
	phraseInexactOther  = "found with differences in punctuation or case, and in another source than the message names"
	phraseElidedOther   = "found word for word but for what is left out, and in another source than the message names"
	phraseNotFoundAtAll = "not found in the corpus"
)

var (
	phraseQuotationsChecked = counted{"%d quotation checked", "%d quotations checked"}
	phraseTooShort          = counted{"%d quotation is too short to check", "%d quotations are too short to check"}
	phraseNotFoundIn        = counted{"not found in the %d document", "not found in the %d documents"}
	phraseMoreQuotations    = counted{"%d more quotation does not fit here", "%d more quotations do not fit here"}
	phraseCitedIntact       = counted{"%d cited source has not changed since", "%d cited sources have not changed since"}
	phraseMoreCited         = counted{"%d more source changed or is gone", "%d more sources changed or are gone"}
)

// What is said of the documents of the corpus.
const (
	phraseYears      = "%d–%d"
	phraseSnapshot   = "snapshot %s"
	phrasePageOf     = "page %d of %d"
	phraseListed     = "%d. "
	phraseBy         = "by %s"
	phraseFolded     = "near-copies are listed once"
	phraseCorpusBare = "There are no documents in the corpus yet."
)

var (
	phraseDocuments  = counted{"%d document", "%d documents"}
	phrasePublishers = counted{"%d publisher", "%d publishers"}
)

// languages are the names of the languages that are told apart; the key is an ISO 639-1 code.
var languages = map[string]string{
	"ar": "Arabic", "bg": "Bulgarian", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
	"fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "it": "Italian",
	"ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
	"ro": "Romanian", "ru": "Russian", "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
	"vi": "Vietnamese", "zh": "Chinese",
}

// What the bot says of itself.
const (
	phraseAboutBot     = "**What this bot does**\nIt answers questions by quoting documents word for word, with their sources. It writes no answers of its own: where the documents say nothing, it says so."
	phraseAboutAsking  = "**How to ask**\n- /ask and a question, or mention the bot in a message\n- Reply to an answer, with the \\@ on, to ask on from there\n- Right-click or press and hold a message, then Apps: \"Find sources\" shows what the documents say about it, \"Check quotes\" where its quotations stand"
	phraseAboutCorpus  = "**What it answers from**\n%s · snapshot %s, loaded %s · /sources lists them"
	phraseAboutPrivacy = "**What is kept**"
	phraseAboutNoLog   = "Questions are not stored, but a question that somebody passes on with \"Ask the moderators\" is posted in the moderators' channel."
	phraseAboutLog     = "The text of questions is written to the operator's log, and a question that somebody passes on with \"Ask the moderators\" is posted in the moderators' channel."
	phraseAboutRatings = "The log has when and in which channel something was asked, and which answers were voted helpful or not, but not by whom."
	phraseAboutRights  = "Quotations belong to their publishers. If something is wrong or should not be here, tell the moderators of this server."
	phraseAboutVersion = "version %s"
)

// Times and durations. The numbers of a time are the day, the month's name, the year, the hour and the minute.
const (
	phraseTime         = "%d %s %d, %02d:%02d UTC"
	phraseMilliseconds = "%d ms"
	phraseSeconds      = "%.1f s"
	phraseMinutes      = "%d min %d s"
)

// What moderators are told of a reload and of the files.
const (
	phraseReloadFailed = "**The reload failed.** The corpus loaded before stays in use: %s, snapshot %s."
	phraseCheckFailed  = "**A reload would fail.** The corpus in use is not affected: %s, snapshot %s."
	phraseTook         = "took %s"
	phraseMoreEntries  = "and %d more"
	phraseAttached     = "the attached file has the whole list"

	phraseAddedList     = "Added:"
	phraseChangedList   = "Changed:"
	phraseRemovedList   = "Removed:"
	phraseLeftOutList   = "Left out:"
	phraseRemarksList   = "Remarks:"
	phraseNewCopiesList = "New near-copies, counted as one source with their originals:"
	phraseAllCopiesList = "Near-copies, counted as one source with their originals:"
	phraseUndatedList   = "Without a date:"
	phraseUntitledList  = "Without a title:"

	phraseAddedCount   = "%d added"
	phraseChangedCount = "%d changed"
	phraseRemovedCount = "%d removed"
	phraseLeftOutCount = "%d left out"

	phraseFile   = "%s: %s"
	phraseMend   = "%s — %s"
	phraseCopyOf = "%s, of %s"

	phraseText      = "text"
	phraseTitle     = "title"
	phraseAuthor    = "author"
	phrasePublisher = "publisher"
	phraseDate      = "date"
	phraseAddress   = "address"
	phraseLanguage  = "language"
	phraseReading   = "what may be quoted of it"

	phraseLoaded     = "loaded %s"
	phraseNoReload   = "No reload since the bot started."
	phraseLastReload = "Last reload, %s: "
	phraseFailed     = "failed, the corpus stayed as it was"
	phraseUnchanged  = "nothing changed"
	phraseMoved      = "from snapshot %s to %s"
	phraseRunning    = "The corpus is being read by a reload or a check: %s"

	fileReload         = "reload-%s.txt"
	fileFailed         = "reload-after-%s-failed.txt"
	phraseNotAsChecked = "Files have changed since the check, so this is not quite what it said."
	fileCheck          = "check-%s.txt"
)

var (
	phraseRemarkCount    = counted{"%d remark", "%d remarks"}
	phraseFiles          = counted{"%[3]d file: %[1]s: %[2]s", "%[3]d files: %[1]s: %[2]s"}
	phraseEntriesLeftOut = counted{"%d more entry is left out, the list is too long.", "%d more entries are left out, the list is too long."}
)

// outcomePhrases say how a reload ended, or would end. unchanged names one snapshot, changed two, documents a count.
type outcomePhrases struct{ unchanged, changed, documents string }

var (
	reloadPhrases = outcomePhrases{
		unchanged: "**Reloaded, nothing changed** · snapshot %s",
		changed:   "**Reloaded** · snapshot %s → %s",
		documents: "%s",
	}
	checkPhrases = outcomePhrases{
		unchanged: "**A reload would change nothing** · snapshot %s",
		changed:   "**A reload would change the corpus** · snapshot %s → %s",
		documents: "It would have %s",
	}
)
