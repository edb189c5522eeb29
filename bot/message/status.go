package message

import (
	"fmt"
	"strings"
	"time"

	"pullquote/corpus"
)

// Status is the state of the corpus, for moderators.
type Status struct {
	Snapshot *corpus.Snapshot
	// Last is the last reload, nil if there was none since the start.
	Last *LastReload
	// Running is how far a running reload has come, "" if none runs.
	Running string
}

// LastReload is what is kept of a reload. It holds no document, so that it keeps none in memory.
type LastReload struct {
	// Before and After are the ids of the snapshots; After is "" when the reload failed.
	Before, After string
	Started       time.Time
	Took          time.Duration
	Failure       string
}

// Last returns what is kept of r.
func (r Reload) Last() LastReload {
	l := LastReload{Before: r.Before.ID(), Started: r.Started, Took: r.Took, Failure: r.Failure}
	if r.After != nil {
		l.After = r.After.ID()
	}
	return l
}

const progressLimit = 200

// RenderStatus says what is served and how the last reload went.
func RenderStatus(s Status) Reply {
	serves := []string{
		boldMark + phraseDocuments.of(len(s.Snapshot.Documents())) + boldMark, fmt.Sprintf(phraseSnapshot, s.Snapshot.ID()),
		fmt.Sprintf(phraseLoaded, timeText(s.Snapshot.Loaded())),
	}
	lines := []string{strings.Join(append(serves, problemCounts(s.Snapshot)...), separator)}
	if s.Last == nil {
		lines = append(lines, phraseNoReload)
	} else {
		lines = append(lines, s.Last.summary()...)
	}
	if running := oneLine(s.Running, progressLimit); running != "" {
		lines = append(lines, fmt.Sprintf(phraseRunning, running))
	}
	return Reply{Content: strings.Join(lines, "\n")}
}

// summary says in a line or two how a reload went.
func (r LastReload) summary() []string {
	when := fmt.Sprintf(phraseLastReload, timeText(r.Started))
	took := separator + fmt.Sprintf(phraseTook, durationText(r.Took))
	switch {
	case r.After == "":
		lines := []string{when + phraseFailed + took}
		if why := oneLine(r.Failure, failureLimit); why != "" {
			lines = append(lines, why)
		}
		return lines
	case r.Before == r.After:
		return []string{when + phraseUnchanged + took}
	}
	return []string{when + fmt.Sprintf(phraseMoved, r.Before, r.After) + took}
}
