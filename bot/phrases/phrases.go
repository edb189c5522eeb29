// Package phrases holds everything that the bot says in its own words, in five languages.
//
// A [Catalogue] is the closed set of phrases; every [Language] has one. A phrase speaks of the excerpts, the sources, the
// search and the bot, never of the world, and says in every language what it says in English and no more. Phrases with
// gaps have types that say what goes into them, so that a text cannot be put where a number belongs ([Gap], [Gaps],
// [Gaps3]), and phrases about numbers know the plural forms of their language ([Counted], [CountedOf]).
//
// How a translation is written:
//
//   - no sentence is put together from inflected parts: what changes with its surroundings is a phrase of its own;
//   - nobody's gender is assumed, nor that of a name that goes into a gap: names stand after a colon where a language
//     would inflect them;
//   - German addresses nobody where it can, else du; Spanish says tú, French vous and Russian вы;
//   - names of commands stay as they are typed, and names of buttons are those of the same language.
//
// What goes into a gap is escaped by who puts it there; the phrases themselves have no markup but bold, lists and the
// backslash before an at sign.
package phrases

// Catalogue is the closed set of phrases in one language.
type Catalogue struct {
	Dates    Dates
	Source   Source
	Answer   Answer
	FollowUp FollowUp
	Passages Passages
	Checks   Checks
	Corpus   Corpus
	About    About
	Reload   Reload
	RollBack RollBack
	Notices  Notices
	Labels   Labels
	Commands Commands
}

// Source is what the line below a quote says of its source.
type Source struct {
	// Open and Read are links, to the passage and to the page.
	Open, Read string
	NoDate     string
	// Heading, Caption and Table say what kind of text a quote is from, Page on which page of the document it stands.
	Heading, Caption, Table string
	Page                    Gap[int]
	// Copies names the documents that have the same text.
	Copies Gap[string]
}

// Answer is what is said around the quotes of an answer.
type Answer struct {
	Differ Differences
	Agree  Values
	// Stated is of how many sources the above is said; AtLeast is the same where not all were read to the end. Quoted
	// says of how many sources there are quotes where nothing is said of their agreement.
	Stated, AtLeast, Quoted Share

	Mentioned, Closest, NotFound string
	UnknownWords                 Gap[string]
	// Covers stands above the titles of all documents, CoversAmong above those of some.
	Covers, CoversAmong string
	// Unvalued stands above excerpts that state no value, below others that do.
	Unvalued string
	// TooLong stands where a quote would.
	TooLong string

	// Following begins the line that names the earlier questions, and ends in a space.
	Following string
	Searched  Counted
	// Silent names the documents in which nothing was found, SilentCount counts them.
	Silent       Gap[string]
	SilentCount  Gap[int]
	BestRead     Gap[int]
	MoreExcerpts Counted
	Checked      string
	// AndMore is a list of some names and the number of the others.
	AndMore Gaps[string, int]
}

// Differences say that sources give values of some kind that cannot all be the same; Updated that they are figures, of
// any two of which the one published later is not lower. Names never contradict each other: two may be right.
type Differences struct{ Figures, Dates, Updated string }

// Values say that sources give the same value, of some kind.
type Values struct{ Figures, Dates, Names string }

// Share is a number of sources, alone or out of all that were searched.
type Share struct {
	Sources   Counted
	OfSources CountedOf
}

// FollowUp is what is said of the quotes of an earlier answer.
type FollowUp struct {
	More, Context string
	// At is the number of a quote and of all.
	At Gaps[int, int]
	// Changed and Gone name sources by their numbers in brackets.
	Changed, Gone Gap[string]
}

// Passages is what is said of passages that speak of a message.
type Passages struct {
	Found, Close, None string
	// NoneOfRead is None where not all of the message was looked for.
	NoneOfRead string
	// Long is the number of the message's sentences, and of those that were looked for.
	Long     Gaps[int, int]
	Verbatim Counted
	// Cited stands above what a message of the bot's own quotes; CitedFirst is how many of its quotes are known and how
	// many it has.
	Cited      string
	CitedFirst Gaps[int, int]
}

// Checks is what is said of quotations in somebody's message.
type Checks struct {
	NothingQuoted string
	// Quotation puts words between quotation marks.
	Quotation     Gap[string]
	Checked       Counted
	Found, Missed Counted
	TooShort      Counted
	NotShown      Counted

	// Here is how a quotation was found, Elsewhere the same in another source than the message names.
	Here, Elsewhere Finding
	NotFound        string
	NotFoundIn      Counted

	// Also is where else a quotation stands: At other paragraphs, In other documents.
	Also, At, In Gap[string]
	// NotQuoted is said of a place that the bot never quotes.
	NotQuoted string

	CitedChanged, CitedGone string
	CitedIntact, CitedMore  Counted
}

// Finding says how a quotation compares with what stands in a document.
type Finding struct{ Exact, Inexact, Elided string }

// Corpus is what is said of the documents, in lists and elsewhere.
type Corpus struct {
	Documents, Publishers Counted
	Snapshot              Gap[string]
	// Page is the number of a page of the list and of all.
	Page   Gaps[int, int]
	By     Gap[string]
	Folded string
	Empty  string
	// Languages are the names of the languages of documents, by ISO 639-1 code.
	Languages map[string]string
}

// About is what the bot says of itself.
type About struct {
	Bot, Asking string
	// Corpus is the number of documents in words, the id of the snapshot, and when it was loaded.
	Corpus            Gaps3[string, string, string]
	Privacy           string
	NotLogged, Logged string
	Ratings, Rights   string
	Version           Gap[string]
}

// Notices are what the bot says where it has no answer to show, and when it was pressed.
type Notices struct {
	Help string
	// NotAQuestion is said of a message that asks nothing of the documents; Help follows it.
	NotAQuestion string
	// TooLong is the number of characters that a question has, and that it may have.
	TooLong                            Gaps[int, int]
	NoSource                           string
	NothingToRead, NoWords, NoQuotes   string
	Unknown                            string
	Moderators, NotYours               string
	NotDeleted                         string
	TooFast                            Gap[int] // in seconds
	TooManyPresses                     string
	Busy, Stopping                     string
	Failed                             Gap[string] // the number under which the log has it
	Unverified                         string
	Helpful, Unhelpful, VotedAlready   string
	PassedOn, PassedAlready, NotPassed string
	// A member's question, in the moderators' channel: what it is, a link to the answer, what to do.
	OpenQuestion, OpenAnswer, OpenMend string
}

// Labels are the texts of buttons. Discord shows 80 characters.
type Labels struct {
	Context string
	// More is for a number of quotes, MorePart for those with the given numbers, MoreOf for those of so many.
	More                                   Gap[int]
	MorePart                               Gap[string]
	MoreOf                                 Gaps[string, int]
	Helpful, Unhelpful                     string
	Delete                                 string
	First, Previous, Next, Farther10, Last string
	Reload                                 string
	// RollBack names a snapshot.
	RollBack Gap[string]
	PassOn   string
}

// Commands describes the commands, subcommands and options to who types them, in at most 100 characters. FindSources and
// CheckQuotes are the names of commands in a message's menu, of at most 32.
type Commands struct {
	Ask, Question, Source, Private string
	Sources, About                 string
	Corpus, Status, Reload, Check  string
	RollBack                       string
	FindSources, CheckQuotes       string
}
