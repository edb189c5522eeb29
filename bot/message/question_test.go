package message

import (
	"strings"
	"testing"

	"pullquote/retrieval"
)

func TestQuestionIn(t *testing.T) {
	for _, test := range []struct {
		name, content, want string
	}{
		{"a question", "**Who *did* it?**\nx", ""},
		{"an escaped question", `**Who \*did\* it?**` + "\nx", "Who *did* it?"},
		{"a shortened question", "**Who did …**\nx", "Who did"},
		{"stars at its ends", `**\*\*a\*\***` + "\nx", "**a**"},
		{"a backslash at its end", `**a\\**` + "\nx", `a\`},
		{"an escaped star before a single one", `**a\**` + "\nx", ""},
		{"bold and more", "**3 quotations checked** · 2 found\nx", ""},
		{"bold twice", "**a** b **c**\nx", ""},
		{"live markup", "**a_b**\nx", ""},
		{"nothing below", "**a**", ""},
		{"nothing in it", "****\nx", ""},
		{"three stars", "***\nx", ""},
		{"only an ellipsis", "**…**\nx", ""},
		{"no bold", "a\nx", ""},
		{"a quote", "> **a**\nx", ""},
		{"nothing", "", ""},
	} {
		got, ok := QuestionIn(test.content)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%s: QuestionIn(%q) = %q, %v, want %q", test.name, test.content, got, ok, test.want)
		}
	}
}

func TestQuestionRoundTrip(t *testing.T) {
	s := snapshotOf(t, reports...)
	questions := append([]string{"Where did the fire begin?", "a", `\`, "**", " two  \n lines ", "Wo\u202ebegan es?", strings.Repeat("x", 300), strings.Repeat("é", questionLimit)}, nastyTexts...)
	for _, q := range questions {
		for _, outcome := range []retrieval.Outcome{retrieval.Answered, retrieval.NotFound} {
			var groups [][]pick
			if outcome == retrieval.Answered {
				groups = [][]pick{{{doc: "a.txt", text: "shed 4"}}}
			}
			content := render(t, answerOf(t, s, q, outcome, groups...)).Content
			if got, ok := QuestionIn(content); !ok || got != plainLine(q, 1000) {
				t.Errorf("QuestionIn(%q) = %q, %v, want %q", content, got, ok, q)
			}
		}
	}
}

func TestQuestionAtItsLimit(t *testing.T) {
	s := snapshotOf(t, reports...)
	for _, test := range []struct {
		question, want string
	}{
		{strings.Repeat("a", questionLimit-1), strings.Repeat("a", questionLimit-1)},
		{strings.Repeat("a", questionLimit), strings.Repeat("a", questionLimit)},
		{strings.Repeat("a", questionLimit+1), strings.Repeat("a", questionLimit-1)},
		{strings.Repeat("*", questionLimit/2), strings.Repeat("*", questionLimit/2)},
		{strings.Repeat("*", questionLimit/2+1), strings.Repeat("*", questionLimit/2-1)},
		{strings.Repeat("word ", questionLimit), strings.TrimSpace(strings.Repeat("word ", questionLimit/5))},
	} {
		content := render(t, answerOf(t, s, test.question, retrieval.NotFound)).Content
		if got, ok := QuestionIn(content); !ok || got != test.want {
			t.Errorf("a question of %d characters comes back as %q (%d), want %d", len(test.question), got, len(got), len(test.want))
		}
	}
}

func TestQuestionOnlyInAnswers(t *testing.T) {
	s := snapshotOf(t, reports...)
	cited := intact(cite(t, s, portPicks...))
	passages := renderPassages(t, answerOf(t, s, "fire", retrieval.Answered, []pick{{doc: "a.txt", text: "shed 4"}}), 0, Reading{})
	cites, err := english.RenderCited(cited, len(cited))
	if err != nil {
		t.Fatal(err)
	}
	more, context := renderMore(t, "", cited), renderContext(t, "", cited, 0)
	for _, r := range []Reply{passages, cites, more, context} {
		if q, ok := QuestionIn(r.Content); ok {
			t.Errorf("QuestionIn(%q) = %q", r.Content, q)
		}
	}
	more, context = renderMore(t, "Who *was* it?", cited), renderContext(t, "Who *was* it?", cited, 0)
	for _, r := range []Reply{more, context} {
		if q, _ := QuestionIn(r.Content); q != "Who *was* it?" {
			t.Errorf("QuestionIn(%q) = %q", r.Content, q)
		}
	}
}
