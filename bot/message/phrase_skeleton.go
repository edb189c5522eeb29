package message

import (
	"time"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// RenderPassages lays out what speaks of a chosen message: an answer to the message's text as a question.
func RenderPassages(a retrieval.Answer) (Reply, error) { panic("not written yet") }

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

// QuestionIn returns the question that a message of ours answers, unescaped, from its first line.
func QuestionIn(content string) (question string, ok bool) { panic("not written yet") }
