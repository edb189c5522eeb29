package message

import (
	"strings"

	"pullquote/corpus"
)

// Facts are what there is to say about the bot.
type Facts struct {
	Snapshot *corpus.Snapshot
	Version  string
	// LogsQuestions is true where the operator keeps the text of questions in the log.
	LogsQuestions bool
}

const versionLimit = 80

// RenderAbout says what the bot is, how to ask it, what it answers from, what it keeps, and whom to turn to.
func (in In) RenderAbout(f Facts) Reply {
	s, say := f.Snapshot, in.say()
	kept := say.About.NotLogged
	if f.LogsQuestions {
		kept = say.About.Logged
	}
	lines := []string{
		say.About.Bot, "",
		say.About.Asking, "",
		say.About.Corpus.With(say.Corpus.Documents.Of(len(s.Documents())), s.ID(), say.Dates.Time(s.Loaded())), "",
		say.About.Privacy, kept + " " + say.About.Ratings, say.About.Rights,
	}
	if version := oneLine(f.Version, versionLimit); version != "" {
		lines = append(lines, smallMark+say.About.Version.With(version))
	}
	return Reply{Content: strings.Join(lines, "\n")}
}
