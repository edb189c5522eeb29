package message

import (
	"fmt"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// Versions are the snapshots that the corpus can return to.
type Versions struct {
	// Current is the one that serves.
	Current *corpus.Snapshot
	// Filed is false where no snapshots are kept.
	Filed bool
	// Kept are the others, newest first.
	Kept []retrieval.Version
}

// RenderVersions lists what serves and the earlier snapshots with when they were filed.
func (in In) RenderVersions(v Versions) Reply {
	say := in.say()
	lines := []string{strings.Join([]string{
		boldMark + say.Corpus.Documents.Of(len(v.Current.Documents())) + boldMark, say.Corpus.Snapshot.With(v.Current.ID()),
		say.Reload.Loaded.With(say.Dates.Time(v.Current.Loaded())),
	}, separator)}
	switch {
	case !v.Filed:
		return Reply{Content: lines[0] + "\n" + say.RollBack.InMemory}
	case len(v.Kept) == 0:
		return Reply{Content: lines[0] + "\n" + say.RollBack.None}
	}
	lines = append(lines, "", say.RollBack.Kept)
	for _, kept := range v.Kept {
		lines = append(lines, bullet+strings.Join([]string{
			say.Corpus.Snapshot.With(kept.Snapshot), say.Corpus.Documents.Of(kept.Documents),
			say.RollBack.Filed.With(say.Dates.Time(kept.Filed)),
		}, separator))
	}
	return Reply{Content: strings.Join(lines, "\n")}
}

const fileRollBack = "rollback-%s.txt"

// RenderRollBack reports a return to an earlier snapshot: what differs from the one before, and how long it serves, which
// depends on whether the bot watches the files.
func (in In) RenderRollBack(r Reload, watched bool) Reply {
	say := in.say()
	if r.After == nil {
		return in.failed(r, say.RollBack.Failed)
	}
	rep := in.report(r, outcomePhrases{say.Reload.Unchanged, say.RollBack.Done, say.Corpus.Documents})
	until := say.RollBack.Until
	if watched {
		until = say.RollBack.UntilChange
	}
	rep.lines = append(rep.lines, until)
	return rep.reply(fmt.Sprintf(fileRollBack, r.After.ID()))
}
