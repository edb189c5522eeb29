package message

import (
	"strings"
	"testing"

	"pullquote/retrieval"
)

func TestRenderPassagesGolden(t *testing.T) {
	s := snapshotOf(t, reports...)
	for name, a := range map[string]retrieval.Answer{
		"passages":       injured(t),
		"passages-nasty": nastyAnswer(t),
		"passages-mentioned": answerOf(t, s, "Who caused the conflagration?", retrieval.Mentioned,
			[]pick{{doc: "c.txt", text: "The cause is not known."}}),
		"passages-none": answerOf(t, s, "@everyone wins the chess_championship", retrieval.NotFound),
	} {
		reply, err := RenderPassages(a)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".md", reply.Content+"\n")
	}
}

func TestRenderPassagesKeepsTheAnswer(t *testing.T) {
	a := injured(t)
	reply, err := RenderPassages(a)
	if err != nil {
		t.Fatal(err)
	}
	if !a.Disagreement || a.Groups[0].Value == "" || a.Groups[0].Excerpts[0].Value == nil {
		t.Error("the caller's answer has lost its values")
	}
	checkParts(t, a, reply)
	if n := len(reply.Shown) + len(reply.Hidden); n != 4 || len(reply.More) != len(reply.Hidden) {
		t.Errorf("%d shown, %d hidden, %d more of 4 excerpts", len(reply.Shown), len(reply.Hidden), len(reply.More))
	}
	if strings.Contains(reply.Content, phraseFiguresDiffer) {
		t.Errorf("figures are compared though none was asked for:\n%s", reply.Content)
	}
}

func TestRenderPassagesRefusesForeignSources(t *testing.T) {
	a := injured(t)
	a.Groups[0].Excerpts[0].Source = 2
	if r, err := RenderPassages(a); err == nil {
		t.Errorf("RenderPassages of an excerpt with another's number = %q, want an error", r.Content)
	}
}
