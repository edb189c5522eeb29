package message

import (
	"testing"

	"pullquote/retrieval"
)

func renderPassages(t *testing.T, a retrieval.Answer, verbatim int, read Reading) Reply {
	t.Helper()
	reply, err := english.RenderPassages(retrieval.Trace{Answer: a, Verbatim: verbatim}, read)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

// hurt is what Trace finds for a statement about the injured: passages one by one, without values.
func hurt(t testing.TB) retrieval.Answer {
	return answerOf(t, snapshotOf(t, reports...), "Many people were injured.", retrieval.Answered,
		[]pick{{doc: "b.txt", text: "treated 19 injured"}}, []pick{{doc: "a.txt", text: "At least 12 people"}},
		[]pick{{doc: "c.txt", text: "Nineteen people"}}, []pick{{doc: "d.txt", text: "more than 30 people"}})
}

func TestRenderPassagesGolden(t *testing.T) {
	s := snapshotOf(t, reports...)
	whole, part := Reading{Statements: []string{"a b c"}, Of: 1}, Reading{Statements: make([]string, 8), Of: 21}
	for _, test := range []struct {
		name     string
		answer   retrieval.Answer
		verbatim int
		read     Reading
	}{
		{"passages", hurt(t), 0, whole},
		{"passages-verbatim", hurt(t), 1, whole},
		{"passages-long", hurt(t), 2, part},
		{"passages-nasty", nastyAnswer(t), 0, whole},
		{"passages-mentioned", answerOf(t, s, "Who caused the conflagration?", retrieval.Mentioned,
			[]pick{{doc: "c.txt", text: "The cause is not known."}}), 0, whole},
		{"passages-none", answerOf(t, s, "@everyone wins the chess_championship", retrieval.NotFound), 0, whole},
		{"passages-none-long", answerOf(t, s, "@everyone wins the chess_championship", retrieval.NotFound), 0, part},
	} {
		golden(t, test.name+".md", renderPassages(t, test.answer, test.verbatim, test.read).Content+"\n")
	}
}

func TestRenderPassagesAccountsForAll(t *testing.T) {
	a := hurt(t)
	reply := renderPassages(t, a, 0, Reading{})
	checkParts(t, a, reply)
	if n := len(reply.Shown) + len(reply.Hidden); n != 4 || len(reply.More) != len(reply.Hidden) {
		t.Errorf("%d shown, %d hidden, %d more of 4 excerpts", len(reply.Shown), len(reply.Hidden), len(reply.More))
	}
}

func TestRenderPassagesRefusesForeignSources(t *testing.T) {
	a := hurt(t)
	a.Groups[0].Excerpts[0].Source = 2
	if r, err := english.RenderPassages(retrieval.Trace{Answer: a}, Reading{}); err == nil {
		t.Errorf("RenderPassages of an excerpt with another's number = %q, want an error", r.Content)
	}
}

func TestRenderCitedGolden(t *testing.T) {
	cited := intact(render(t, injured(t)).Cited())
	lost := append([]Cited{}, cited...)
	lost[1] = Cited{Citation: Citation{Source: 2}, Standing: Changed, Document: cited[1].Document}
	lost[3] = Cited{Citation: Citation{Source: 4}, Standing: Gone}
	for _, test := range []struct {
		name   string
		cited  []Cited
		quotes int
	}{
		{"cited", cited, 4},
		{"cited-first", cited, 6},
		{"cited-lost", lost, 4},
		{"cited-all-lost", []Cited{lost[1], lost[3]}, 2},
	} {
		reply, err := english.RenderCited(test.cited, test.quotes)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, test.name+".md", reply.Content+"\n")
	}
}

func TestRenderCitedRefusesWhatNoAnswerCites(t *testing.T) {
	if r, err := english.RenderCited([]Cited{{Citation: Citation{Source: 1}}}, 1); err == nil {
		t.Errorf("RenderCited of a citation that quotes nothing = %q, want an error", r.Content)
	}
}
