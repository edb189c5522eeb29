package message

import (
	"fmt"
	"strings"
	"time"

	"pullquote/bot/phrases"
	"pullquote/corpus"
)

// Reload is an attempt to read the corpus anew.
type Reload struct {
	// Before is the snapshot that served, After the one that serves now or, for a check, would; nil when it failed.
	Before, After *corpus.Snapshot
	Started       time.Time
	Took          time.Duration
	// Failure is why it failed, NoFailure if it did not; Found is what was wrong with the files then.
	Failure Failure
	Found   []corpus.Problem
	// ByItself is true of a reload that nobody asked for, RolledBack of a return to an earlier snapshot.
	ByItself, RolledBack bool
	// Checked is the id of the snapshot that an earlier check announced, "" where there was none.
	Checked string
}

// The names of attached files.
const (
	fileReload = "reload-%s.txt"
	fileFailed = "reload-after-%s-failed.txt"
	fileCheck  = "check-%s.txt"
)

// RenderReload reports a reload: its outcome, what was added, changed, removed and left out, and which documents are
// near-copies that were none before. A list that does not fit is attached as a file.
func (in In) RenderReload(r Reload) Reply {
	say := in.say()
	if r.After == nil {
		return in.failed(r, say.Reload.Failed)
	}
	rep := in.report(r, outcomePhrases{say.Reload.Unchanged, say.Reload.Changed, say.Corpus.Documents})
	rep.add(copyList(say.Reload.NewCopies, r.After, func(d *corpus.Document) bool { return isNewCopy(r.Before, d) }))
	return rep.reply(fmt.Sprintf(fileReload, r.After.ID()))
}

// RenderCheck says what a reload would change and what is wrong with the files, without reloading: also which documents
// have no date or title, and all near-copies.
func (in In) RenderCheck(r Reload) Reply {
	say := in.say().Reload
	if r.After == nil {
		return in.failed(r, say.CheckFailed)
	}
	rep := in.report(r, outcomePhrases{say.WouldNot, say.Would, say.WouldHave})
	rep.add(documentList(say.Undated, r.without(func(m corpus.Metadata) bool { return m.Published.IsZero() })))
	rep.add(documentList(say.Untitled, r.without(func(m corpus.Metadata) bool { return strings.TrimSpace(m.Title.Value) == "" })))
	rep.add(copyList(say.AllCopies, r.After, func(*corpus.Document) bool { return true }))
	return rep.reply(fmt.Sprintf(fileCheck, r.After.ID()))
}

// outcomePhrases say how a reload ended, or would end. unchanged names one snapshot, changed two, documents a count.
type outcomePhrases struct {
	unchanged phrases.Gap[string]
	changed   phrases.Gaps[string, string]
	documents phrases.Counted
}

// of says how r ended.
func (p outcomePhrases) of(r Reload) string {
	if r.Before.ID() == r.After.ID() {
		return p.unchanged.With(r.After.ID())
	}
	return p.changed.With(r.Before.ID(), r.After.ID())
}

// report begins a report with the outcome and the counts, and lists what changed and what is wrong.
func (in In) report(r Reload, p outcomePhrases) *report {
	say := in.say()
	var c corpus.Change
	if r.Before.ID() != r.After.ID() {
		c = corpus.Compare(r.Before, r.After)
	}
	counts := []string{p.documents.Of(len(r.After.Documents()))}
	counts = append(append(counts, changeCounts(c, say.Reload)...), r.synonyms(say.Reload)...)
	counts = append(counts, problemCounts(r.After, say.Reload)...)
	rep := &report{say: say, lines: []string{p.of(r) + separator + in.took(r.Took), strings.Join(counts, separator)}}
	if r.Checked != "" && r.Checked != r.After.ID() {
		rep.lines = append(rep.lines, say.Reload.NotAsChecked)
	}
	rep.addChange(r.Before, c)
	rep.addProblems(r.After.Problems())
	return rep
}

func (in In) took(d time.Duration) string {
	return in.say().Reload.Took.With(in.say().Dates.Duration(d))
}

// failed says what serves on, and why the attempt failed.
func (in In) failed(r Reload, outcome phrases.Gaps[string, string]) Reply {
	lines := []string{outcome.With(in.say().Corpus.Documents.Of(len(r.Before.Documents())), r.Before.ID())}
	if why := r.Failure.in(in.say()); why != "" {
		lines = append(lines, why)
	}
	rep := &report{say: in.say(), lines: append(lines, smallMark+in.took(r.Took))}
	rep.addProblems(r.Found)
	return rep.reply(fmt.Sprintf(fileFailed, r.Before.ID()))
}

// without returns the documents whose metadata lack something.
func (r Reload) without(lacks func(corpus.Metadata) bool) []*corpus.Document {
	var docs []*corpus.Document
	for d, c := range r.After.Cards() {
		if lacks(c.Metadata) {
			docs = append(docs, d)
		}
	}
	return docs
}
