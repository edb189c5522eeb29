package message

import (
	"fmt"
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
func RenderAbout(f Facts) Reply {
	s := f.Snapshot
	kept := phraseAboutNoLog
	if f.LogsQuestions {
		kept = phraseAboutLog
	}
	lines := []string{
		phraseAboutBot, "",
		phraseAboutAsking, "",
		fmt.Sprintf(phraseAboutCorpus, phraseDocuments.of(len(s.Documents())), s.ID(), timeText(s.Loaded())), "",
		phraseAboutPrivacy, kept + " " + phraseAboutRatings, phraseAboutRights,
	}
	if version := oneLine(f.Version, versionLimit); version != "" {
		lines = append(lines, smallMark+fmt.Sprintf(phraseAboutVersion, version))
	}
	return Reply{Content: strings.Join(lines, "\n")}
}
