package message

import (
	"strings"
	"time"

	"pullquote/corpus"
)

// Status is the state of the corpus, for moderators.
type Status struct {
	Snapshot *corpus.Snapshot
	// RolledBack is true where it is an earlier one than the last that was read.
	RolledBack bool
	// Last is the last reload, nil if there was none since the start.
	Last *LastReload
	// Running is how far a running reload has come.
	Running Progress
}

// LastReload is what is kept of a reload. It holds no document, so that it keeps none in memory.
type LastReload struct {
	// Before and After are the ids of the snapshots; After is "" when the reload failed.
	Before, After string
	Started       time.Time
	Took          time.Duration
	Failure       Failure
	ByItself      bool
}

// Last returns what is kept of r.
func (r Reload) Last() LastReload {
	l := LastReload{Before: r.Before.ID(), Started: r.Started, Took: r.Took, Failure: r.Failure, ByItself: r.ByItself}
	if r.After != nil {
		l.After = r.After.ID()
	}
	return l
}

// RenderStatus says what is served and how the last reload went.
func (in In) RenderStatus(s Status) Reply {
	say := in.say()
	serves := []string{
		boldMark + say.Corpus.Documents.Of(len(s.Snapshot.Documents())) + boldMark, say.Corpus.Snapshot.With(s.Snapshot.ID()),
		say.Reload.Loaded.With(say.Dates.Time(s.Snapshot.Loaded())),
	}
	lines := []string{strings.Join(append(serves, problemCounts(s.Snapshot, say.Reload)...), separator)}
	if s.RolledBack {
		lines = append(lines, say.RollBack.Serves)
	}
	if s.Last == nil {
		lines = append(lines, say.Reload.NoneYet)
	} else {
		lines = append(lines, in.summary(*s.Last)...)
	}
	if running := s.Running.in(say); running != "" {
		lines = append(lines, say.Reload.Running.With(running))
	}
	return Reply{Content: strings.Join(lines, "\n")}
}

// summary says in a line or two how a reload went.
func (in In) summary(r LastReload) []string {
	say := in.say()
	when, took := say.Reload.Last.With(say.Dates.Time(r.Started)), separator+in.took(r.Took)
	if r.ByItself {
		took += separator + say.Reload.ByItself
	}
	switch {
	case r.After == "":
		lines := []string{when + say.Reload.FailedKept + took}
		if why := r.Failure.in(say); why != "" {
			lines = append(lines, why)
		}
		return lines
	case r.Before == r.After:
		return []string{when + say.Reload.NothingChanged + took}
	}
	return []string{when + say.Reload.Moved.With(r.Before, r.After) + took}
}
