package message

import (
	"slices"
	"strings"
	"testing"

	"pullquote/retrieval"
)

func render(t *testing.T, a retrieval.Answer) Reply {
	t.Helper()
	reply, err := english.Render(a)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

func TestAsideStaysOffTheFirstScreen(t *testing.T) {
	a := injured(t)
	a.Groups[2].Aside = true
	reply := render(t, a)
	if strings.Contains(reply.Content, "more than 30") || !slices.Contains(reply.More, Place{2, 0}) {
		t.Errorf("an excerpt that is aside is on the first screen, more %v:\n%s", reply.More, reply.Content)
	}
	if !strings.Contains(reply.Content, "Sources give different figures · 3 of 5 sources\n") {
		t.Errorf("a source that is aside is counted:\n%s", reply.Content)
	}
	for i := range a.Groups {
		a.Groups[i].Aside = true
	}
	if reply := render(t, a); len(reply.Shown) != 4 || len(reply.More) != 0 || !strings.Contains(reply.Content, "Quoted from 4 of 5 sources\n") {
		t.Errorf("where all is aside, %d are shown and %v wait, want 4 and none", len(reply.Shown), reply.More)
	}
}

func TestAgreementNeedsAllValues(t *testing.T) {
	a := injured(t)
	a.Disagreement = false
	a.Groups = a.Groups[1:2]
	if got := render(t, a).Content; !strings.Contains(got, "Sources give the same figure · 2 of 5 sources\n") {
		t.Errorf("one value from two sources:\n%s", got)
	}
	a = injured(t)
	a.Disagreement = false
	a.Groups = a.Groups[1:]
	a.Groups[1].Aside = true
	if got := render(t, a).Content; !strings.Contains(got, "Quoted from 2 of 5 sources\n") {
		t.Errorf("another value is aside:\n%s", got)
	}
}

// What was not read is never said to hold nothing, and a count of sources that may be too small says so.
func TestUnreadDocumentsAreNotCalledSilent(t *testing.T) {
	const only = "read the best 50 passages"
	for _, tt := range []struct {
		name           string
		searched       int
		unread         bool
		silent         int
		values         bool
		status, footer string
	}{
		{"all read", 60, false, 0, true, "Sources give different figures · 4 of 60 sources", "searched 60 documents"},
		{"all read, some silent", 60, false, 7, true, "Sources give different figures · 4 of 60 sources", "searched 60 documents · nothing found in 7 of them"},
		{"some unread", 60, true, 7, true, "Sources give different figures · at least 4 of 60 sources", "searched 60 documents · nothing found in 7 of them · " + only},
		{"all others unread", 60, true, 0, true, "Sources give different figures · at least 4 of 60 sources", "searched 60 documents · " + only},
		{"many documents", 300, true, 0, true, "Sources give different figures · at least 4 sources", "searched 300 documents · " + only},
		{"no value", 300, true, 0, false, "Quoted from 4 sources", "searched 300 documents"},
	} {
		a := injured(t)
		a.Searched, a.Read, a.Unread, a.Silent = tt.searched, 50, tt.unread, nil
		for range tt.silent {
			a.Silent = append(a.Silent, a.Sources[0].Document)
		}
		if !tt.values {
			for g := range a.Groups {
				a.Groups[g].Value = ""
			}
		}
		w := english.PlainWording(a)
		if got := strings.Join(w.Status(excerpts(a)), "\n"); got != tt.status {
			t.Errorf("%s: status %q, want %q", tt.name, got, tt.status)
		}
		if got := w.Footer(0, 0); got != tt.footer {
			t.Errorf("%s: footer %q, want %q", tt.name, got, tt.footer)
		}
	}
}

func TestUnvaluedExcerptsHaveAHeading(t *testing.T) {
	s := snapshotOf(t, reports...)
	a := answerOf(t, s, "How many people were injured?", retrieval.Answered,
		[]pick{{"a.txt", "At least 12 people", "At least 12", "count"}}, []pick{{doc: "b.txt", text: "Two of them"}}, []pick{{doc: "c.txt", text: "The cause"}})
	if got := render(t, a).Content; strings.Count(got, "\n\n"+english.say().Answer.Unvalued+"\n> Two of them") != 1 || strings.Count(got, english.say().Answer.Unvalued) != 1 {
		t.Errorf("want one heading above what states no value:\n%s", got)
	}
}

// The plain wording is what a reader of the message sees around the quotes, but for ids, which stand for links.
func TestPlainWordingIsTheMessages(t *testing.T) {
	for _, a := range []retrieval.Answer{injured(t), manyGroups(t), nastyAnswer(t)} {
		reply := render(t, a)
		w := english.PlainWording(a)
		w.plain = false
		lines := append(w.Status(reply.Shown), w.Question(), w.Footer(len(reply.Shown), len(reply.More)))
		named := map[int]bool{}
		for _, s := range reply.Shown {
			value, sources := w.Heading([]Shown{s})
			lines = append(lines, value, sources, w.Source(s.Excerpt, named))
		}
		for _, line := range lines {
			if seen := Unescape(reply.Content); !strings.Contains(seen, line) {
				t.Errorf("the message does not say %q:\n%s", line, seen)
			}
		}
	}
}

func TestNamesTellDocumentsApart(t *testing.T) {
	s := snapshotOf(t,
		document{ID: "1", Title: "Opening hours", Text: "The shop opens at nine."},
		document{ID: "2", Title: "Opening hours", Text: "The pool opens at ten in the morning."},
		document{ID: "3", Publisher: "Town", Title: "Bins", Text: "Bins are emptied on Mondays."},
		document{ID: "4", Publisher: "Town", Title: "Taxes", Text: "Taxes are due at the end of March."})
	a := answerOf(t, s, "When?", retrieval.Answered, []pick{{doc: "1", text: "nine"}}, []pick{{doc: "2", text: "ten"}}, []pick{{doc: "3", text: "Mondays"}})
	a.Silent = nil
	a.Retrieved = []retrieval.Retrieved{{Passage: doc(s, "4").Passages()[0]}}
	w := english.PlainWording(a)
	w.plain = false
	for i, want := range []string{"[1] Opening hours · no date · ¶1 · docs.jsonl#1", "[2] Opening hours · no date · ¶1 · docs.jsonl#2", "[3] Town: Bins · no date · ¶1"} {
		if got := w.Source(a.Groups[i].Excerpts[0], map[int]bool{}); got != want {
			t.Errorf("source %d is %q, want %q", i+1, got, want)
		}
	}
}

// Documents with one name are told apart by their ids, with an address too, and their page has one button.
func TestDocumentsOfOneNameHaveTheirID(t *testing.T) {
	const page = "https://town.example/hours"
	s := snapshotOf(t,
		document{ID: "1", Title: "Opening hours", URL: page, Text: "The shop opens at nine."},
		document{ID: "2", Title: "Opening  hours", URL: page, Text: "The pool opens at ten in the morning."},
		document{ID: "3", Title: "Bins", URL: "https://town.example/bins", Text: "Bins are emptied on Mondays."},
		document{ID: "4", Title: "Opening hours", Text: "Nothing of the kind stands here."})
	a := answerOf(t, s, "When?", retrieval.Answered, []pick{{doc: "1", text: "nine", value: "nine"}}, []pick{{doc: "2", text: "ten", value: "ten"}}, []pick{{doc: "3", text: "Mondays", value: "Mondays"}})
	reply := render(t, a)
	for _, want := range []string{`\n[1] Opening hours · no date · ¶1 · docs\.jsonl\#1 · [open`, `\n[2] Opening hours · no date · ¶1 · docs\.jsonl\#2 · [open`, `\n[3] Bins · no date · ¶1 · [open`, `nothing found in docs\.jsonl\#4`} {
		if want = strings.ReplaceAll(want, `\n`, "\n"); !strings.Contains(reply.Content, want) {
			t.Errorf("the message does not have %q:\n%s", want, reply.Content)
		}
	}
	if len(reply.Sources) != 2 || reply.Sources[0].Number != 1 || reply.Sources[1].Number != 3 {
		t.Errorf("the sources are %+v, want the first and the third", reply.Sources)
	}
}

func TestCoversSaysWhetherItIsAll(t *testing.T) {
	s := snapshotOf(t, reports...)
	for _, test := range []struct {
		covers, searched, witnesses int
		want                        string
	}{{5, 5, 5, english.say().Answer.Covers}, {5, 6, 5, english.say().Answer.Covers}, {5, 6, 6, english.say().Answer.CoversAmong}, {5, 5, 0, english.say().Answer.Covers}, {5, 6, 0, english.say().Answer.CoversAmong}} {
		a := answerOf(t, s, "Who won?", retrieval.NotFound)
		a.Covers, a.Searched, a.Witnesses = s.Documents()[:test.covers], test.searched, test.witnesses
		if got := render(t, a).Content; !strings.Contains(got, "\n"+test.want+"\n") {
			t.Errorf("%+v: the message does not have the line:\n%s", test, got)
		}
	}
}

func TestSourceIsNamedOnce(t *testing.T) {
	s := snapshotOf(t, reports...)
	a := answerOf(t, s, "What of the fire?", retrieval.Answered, []pick{{doc: "c.txt", text: "Nineteen"}}, []pick{{doc: "d.txt", text: "By evening"}}, []pick{{doc: "c.txt", text: "The cause"}})
	got := render(t, a).Content
	for _, want := range []string{"\n[1] Nineteen hurt in port fire · Mar 2031 · ¶1\n", "no date", "> The cause is not known\\.\n[1] ¶1\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("the message does not have %q:\n%s", want, got)
		}
	}
}

func TestRightToLeftNamesAreIsolated(t *testing.T) {
	s := snapshotOf(t, document{ID: "a", Title: "דוח שנתי", Text: "It rained on 12 days."})
	a := answerOf(t, s, "How often?", retrieval.Answered, []pick{{doc: "a", text: "It rained"}})
	if got, want := render(t, a).Content, "[1] \u2068דוח שנתי\u2069 · no date · ¶1"; !strings.Contains(got, want) {
		t.Errorf("the message does not have %q:\n%s", want, got)
	}
	if got, want := english.PlainWording(a).Source(a.Groups[0].Excerpts[0], map[int]bool{}), "[1] דוח שנתי · no date · ¶1 · docs.jsonl#a"; got != want {
		t.Errorf("plain: %q, want %q", got, want)
	}
}
