package message

import (
	"fmt"
	"strings"
	"time"

	"pullquote/corpus"
)

// Reload is an attempt to read the corpus anew.
type Reload struct {
	// Before is the snapshot that served, After the one that serves now or, for a check, would; nil when it failed.
	Before, After *corpus.Snapshot
	Started       time.Time
	Took          time.Duration
	// Failure says why it failed and how to mend it, "" if it did not; Found is what was wrong with the files then.
	Failure string
	Found   []corpus.Problem
	// Checked is the id of the snapshot that an earlier check announced, "" where there was none.
	Checked string
}

const failureLimit = 800

// RenderReload reports a reload: its outcome, what was added, changed, removed and left out, and which documents are
// near-copies that were none before. A list that does not fit is attached as a file.
func RenderReload(r Reload) Reply {
	if r.After == nil {
		return r.failed(phraseReloadFailed)
	}
	rep := r.report(reloadPhrases)
	rep.add(copyList(phraseNewCopiesList, r.After, func(d *corpus.Document) bool { return isNewCopy(r.Before, d) }))
	return rep.reply(fmt.Sprintf(fileReload, r.After.ID()))
}

// RenderCheck says what a reload would change and what is wrong with the files, without reloading: also which documents
// have no date or title, and all near-copies.
func RenderCheck(r Reload) Reply {
	if r.After == nil {
		return r.failed(phraseCheckFailed)
	}
	rep := r.report(checkPhrases)
	rep.add(documentList(phraseUndatedList, r.without(func(m corpus.Metadata) bool { return m.Published.IsZero() })))
	rep.add(documentList(phraseUntitledList, r.without(func(m corpus.Metadata) bool { return strings.TrimSpace(m.Title.Value) == "" })))
	rep.add(copyList(phraseAllCopiesList, r.After, func(*corpus.Document) bool { return true }))
	return rep.reply(fmt.Sprintf(fileCheck, r.After.ID()))
}

// report begins a report with the outcome and the counts, and lists what changed and what is wrong.
func (r Reload) report(p outcomePhrases) *report {
	var c corpus.Change
	outcome := fmt.Sprintf(p.unchanged, r.After.ID())
	if r.Before.ID() != r.After.ID() {
		c = corpus.Compare(r.Before, r.After)
		outcome = fmt.Sprintf(p.changed, r.Before.ID(), r.After.ID())
	}
	counts := []string{fmt.Sprintf(p.documents, phraseDocuments.of(len(r.After.Documents())))}
	counts = append(append(counts, changeCounts(c)...), problemCounts(r.After)...)
	rep := &report{lines: []string{
		outcome + separator + fmt.Sprintf(phraseTook, durationText(r.Took)), strings.Join(counts, separator),
	}}
	if r.Checked != "" && r.Checked != r.After.ID() {
		rep.lines = append(rep.lines, phraseNotAsChecked)
	}
	rep.addChange(r.Before, c)
	rep.addProblems(r.After.Problems())
	return rep
}

// failed says what serves on, and why the attempt failed.
func (r Reload) failed(outcome string) Reply {
	lines := []string{fmt.Sprintf(outcome, phraseDocuments.of(len(r.Before.Documents())), r.Before.ID())}
	if why := oneLine(r.Failure, failureLimit); why != "" {
		lines = append(lines, why)
	}
	rep := &report{lines: append(lines, smallMark+fmt.Sprintf(phraseTook, durationText(r.Took)))}
	rep.addProblems(r.Found)
	return rep.reply(fmt.Sprintf(fileFailed, r.Before.ID()))
}

// without returns the documents whose metadata lack something.
func (r Reload) without(lacks func(corpus.Metadata) bool) []*corpus.Document {
	var docs []*corpus.Document
	for _, d := range r.After.Documents() {
		if lacks(d.Metadata()) {
			docs = append(docs, d)
		}
	}
	return docs
}
