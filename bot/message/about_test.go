package message

import (
	"strings"
	"testing"

	"pullquote/corpus"
)

func TestRenderAbout(t *testing.T) {
	s := snapshotOf(t, reports...)
	for name, facts := range map[string]Facts{
		"about":        {Snapshot: s, Version: "v1.2.3-0.20261122-abc*def"},
		"about-logged": {Snapshot: snapshotOf(t, reports[0]), LogsQuestions: true},
	} {
		reply := english.RenderAbout(facts)
		if err := Verify(reply.Content, reply.Shown); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		golden(t, name+".md", withoutTimes(english, reply.Content, facts.Snapshot)+"\n")
	}
}

// withoutTimes replaces the time at which a snapshot was made, which is never the same.
func withoutTimes(in In, content string, snapshots ...*corpus.Snapshot) string {
	for _, s := range snapshots {
		content = strings.ReplaceAll(content, in.say().Dates.Time(s.Loaded()), "LOADED")
	}
	return content
}
