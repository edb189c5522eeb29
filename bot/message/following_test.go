package message

import (
	"slices"
	"strings"
	"testing"

	"pullquote/retrieval"
)

func TestHistoryRoundTrip(t *testing.T) {
	s := snapshotOf(t, reports...)
	long, full := strings.Repeat("x", followedLimit), strings.Repeat("y", followedLimit/2-Units(followedBetween))
	for _, test := range []struct {
		name          string
		history, want []string
	}{
		{"none", nil, nil},
		{"one", []string{"How many?"}, []string{"How many?"}},
		{"three", []string{"a | b", `c\`, "| *d* _e_ <@1>"}, []string{"a | b", `c\`, "| *d* _e_ <@1>"}},
		{"four", []string{"a", "b", "c", "d"}, []string{"b", "c", "d"}},
		{"one without characters", []string{"a", " \u202e\n", "…"}, []string{"a"}},
		{"several lines", []string{"a\n b\u202ec"}, []string{"a bc"}},
		{"as long as may be", []string{"a", long}, []string{long}},
		{"longer", []string{"a", long + "x"}, []string{long[1:]}},
		{"two that fit", []string{full, full}, []string{full, full}},
		{"two that do not", []string{full + "yyyyyyyy", full}, []string{full}},
	} {
		for _, outcome := range []retrieval.Outcome{retrieval.Answered, retrieval.NotFound} {
			var groups [][]pick
			if outcome == retrieval.Answered {
				groups = [][]pick{{{doc: "a.txt", text: "shed 4"}}}
			}
			a := answerOf(t, s, "And where?", outcome, groups...)
			a.History = test.history
			content := render(t, a).Content
			if got := HistoryIn(content); !slices.Equal(got, test.want) {
				t.Errorf("%s: HistoryIn(%q) = %q, want %q", test.name, content, got, test.want)
			}
			if got, _ := QuestionIn(content); got != "And where?" {
				t.Errorf("%s: QuestionIn(%q) = %q", test.name, content, got)
			}
		}
	}
}

func TestHistoryIn(t *testing.T) {
	for _, content := range []string{
		"", "**a**", "**a**\nx", "a\n-# following: b", "-# following: b", "**a**\nx\n-# following: b", "**a**\nfollowing: b",
		"**a**\n-# following: ", "**a**\n-# following: b | ", "**a**\n-# following: b_c", "**a**\n-# following: b | c | d | e",
	} {
		if got := HistoryIn(content); got != nil {
			t.Errorf("HistoryIn(%q) = %q, want none", content, got)
		}
	}
}

func TestFollowingGolden(t *testing.T) {
	a := injured(t)
	a.History = []string{"Where did the fire *begin*?", "When was that?"}
	golden(t, "following.md", render(t, a).Content+"\n")
}
