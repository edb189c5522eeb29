package message

import (
	"time"

	"pullquote/corpus"
)

// Quotation is what somebody quotes in a message.
type Quotation struct {
	Text string
	// Claimed is the address or name of the source that the message itself gives for it, "" without one.
	Claimed string
}

// Quotations finds the quotations in a message: text between quotation marks of any language, and block quotes.
func Quotations(content string) []Quotation { panic("not written yet") }

// Check is what a corpus has to say about a quotation.
type Check struct {
	Quotation Quotation
	// Findings are the places where it stands, the best first. Empty: it was not found.
	Findings []corpus.Finding
}

// RenderChecks says of every quotation of a message where it stands: found, found elsewhere than claimed, found with
// small differences, or not found. cited are the quotes of one of our own messages, read from its buttons; of those it
// says also whether the document has changed or gone.
func RenderChecks(checks []Check, cited []Cited) (Reply, error) { panic("not written yet") }

// RenderSources lists the documents of the corpus, page by page from 0. pages is the number of pages.
func RenderSources(s *corpus.Snapshot, page int) (r Reply, pages int) { panic("not written yet") }

// Facts are what there is to say about the bot.
type Facts struct {
	Snapshot *corpus.Snapshot
	Version  string
	// LogsQuestions is true where the operator keeps the text of questions in the log.
	LogsQuestions bool
}

// RenderAbout says what the bot is.
func RenderAbout(f Facts) Reply { panic("not written yet") }

// Reload is an attempt to read the corpus anew.
type Reload struct {
	// Before is the snapshot that served, After the one that serves now or, for a check, would; nil when it failed.
	Before, After *corpus.Snapshot
	Started       time.Time
	Took          time.Duration
	// Failure says why it failed and how to mend it, "" if it did not.
	Failure string
}

// RenderReload reports a reload; a list that does not fit is attached as a file.
func RenderReload(r Reload) Reply { panic("not written yet") }

// RenderCheck says what a reload would change and what is wrong with the files, without reloading.
func RenderCheck(r Reload) Reply { panic("not written yet") }

// Status is the state of the corpus, for moderators.
type Status struct {
	Snapshot *corpus.Snapshot
	// Last is the last reload, nil if there was none since the start.
	Last *Reload
	// Running is how far a running reload has come, "" if none runs.
	Running string
}

// RenderStatus says what is served and how the last reload went.
func RenderStatus(s Status) Reply { panic("not written yet") }
