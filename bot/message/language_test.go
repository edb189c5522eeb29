package message

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pullquote/bot/phrases"
	"pullquote/retrieval"
)

// forEach runs a test in every language.
func forEach(t *testing.T, f func(t *testing.T, in In)) {
	for _, l := range phrases.Languages() {
		t.Run(l.String(), func(t *testing.T) { f(t, In(l)) })
	}
}

// must returns a reply that has been read back.
func must(t *testing.T) func(Reply, error) string {
	return func(reply Reply, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return rendered(t, reply)
	}
}

// founders states names that differ.
func founders(t testing.TB) retrieval.Answer {
	s := snapshotOf(t,
		document{ID: "a", Publisher: "Coast Courier", Published: "2031-05-02", Text: "The lighthouse was founded by Maud Ferrier."},
		document{ID: "b", Publisher: "North Bulletin", Published: "2031-05", Text: "It was Jonas Brandt who founded the lighthouse."})
	a := answerOf(t, s, "Who founded the lighthouse?", retrieval.Answered,
		[]pick{{"a", "Maud Ferrier", "Maud Ferrier", "name"}}, []pick{{"b", "Jonas Brandt", "Jonas Brandt", "name"}})
	return a
}

// growing states figures that differ, the later of which is no lower.
func growing(t testing.TB) retrieval.Answer {
	s := snapshotOf(t,
		document{ID: "a", Publisher: "Coast Courier", Published: "2031-05-02", Text: "The gale sank 12 boats, the harbour master said."},
		document{ID: "b", Publisher: "North Bulletin", Published: "2031-05-04", Text: "By now 19 boats are known to have sunk."})
	a := answerOf(t, s, "How many boats sank?", retrieval.Answered, []pick{{"a", "12 boats", "12", "count"}}, []pick{{"b", "19 boats", "19", "count"}})
	a.Disagreement, a.Updated = true, true
	return a
}

// answers are messages about answers, by what they show.
func answers(t *testing.T, in In) []string {
	port := snapshotOf(t, reports...)
	differing := injured(t)
	differing.History = []string{"Where did the fire begin?"}
	agreeing := answerOf(t, port, "How many dock workers were treated?", retrieval.Answered,
		[]pick{{"b.txt", "treated 19 injured", "19", "count"}, {"c.txt", "Nineteen people", "Nineteen", "count"}})
	unread := injured(t)
	unread.Searched, unread.Read, unread.Unread, unread.Disagreement = 60, 350, true, true
	mentioned := answerOf(t, port, "What caused the conflagration?", retrieval.Mentioned, []pick{{doc: "c.txt", text: "The cause is not known."}})
	mentioned.UnknownWords = []string{"conflagration"}
	missing := answerOf(t, port, "Who won the chess championship?", retrieval.NotFound)
	missing.UnknownWords, missing.Covers = []string{"chess", "won"}, port.Documents()
	var out []string
	for _, a := range []retrieval.Answer{differing, growing(t), founders(t), agreeing, unread, mentioned, missing,
		{Question: "Hello!", Intent: retrieval.IntentChat, Outcome: retrieval.NotFound}, answerOf(t, port, "Where did the fire begin?", retrieval.Answered, []pick{{doc: "a.txt", text: "shed 4"}})} {
		out = append(out, must(t)(in.Render(a)))
	}
	return out
}

// followUps are messages about earlier answers and about messages of others.
func followUps(t *testing.T, in In) []string {
	port := snapshotOf(t, reports...)
	cited, lost := intact(cite(t, port, portPicks...)), intact(cite(t, port, portPicks...))
	lose(lost, Changed, 1)
	lose(lost, Gone, 3, 4)
	read := Reading{Statements: make([]string, 8), Of: 21}
	text := "“AT LEAST 12 people were injured” https://bulletin.example/port-fire\n“Two of them remain in care.” https://bulletin.example/port-fire/\n" +
		"“The fire began … before dawn” and “thirteen people were injured”"
	return []string{
		must(t)(in.RenderMore("What about the port?", cited)),
		must(t)(in.RenderMore("What about the port?", lost)),
		must(t)(in.RenderContext("What about the port?", cited, 2)),
		must(t)(in.RenderCited(cited[:2], 5)),
		must(t)(in.RenderPassages(retrieval.Trace{Answer: hurt(t), Verbatim: 2}, read)),
		must(t)(in.RenderChecks(checksOf(t, port, text), lost, 1)),
		must(t)(in.RenderChecks(nil, nil, 0)),
	}
}

// corpusMessages are messages about the corpus and the bot, for readers and moderators.
func corpusMessages(t *testing.T, in In) []string {
	before, after := yesterday(t), today(t)
	reload := Reload{Before: before, After: after, Started: started, Took: 1240 * time.Millisecond}
	sources, _ := in.RenderSources(NewDirectory(snapshotOf(t, reports...)), 0)
	about := in.RenderAbout(Facts{Snapshot: before, Version: "v1.2.3"})
	status := in.RenderStatus(Status{Snapshot: after, Last: last(reload), Running: Progress{Stage: ReadingFiles, Done: 40, All: 100}})
	var out []string
	for _, r := range []Reply{sources, about, in.RenderReload(reload),
		in.RenderReload(Reload{Before: before, After: worded(t), Started: started}), in.RenderCheck(Reload{Before: before, After: yesterday(t), Started: started}),
		in.RenderCheck(Reload{Before: before, Started: started, Failure: CorpusGone}), status,
		in.RenderStatus(Status{Snapshot: before, Last: last(Reload{Before: before, Started: started, Failure: NoDocuments})}),
		in.RenderStatus(Status{Snapshot: after, RolledBack: true, Last: last(Reload{Before: before, After: after, Started: started, ByItself: true})}),
		in.RenderReload(Reload{Before: before, Started: started, Failure: DiskFull}), in.RenderReload(Reload{Before: before, Started: started, Failure: FolderForbidden}),
		in.RenderVersions(Versions{Current: after, Filed: true, Kept: keptVersions()}), in.RenderVersions(Versions{Current: after, Filed: true}),
		in.RenderVersions(Versions{Current: after}), in.RenderRollBack(Reload{Before: after, After: before, Started: started}, false),
		in.RenderRollBack(Reload{Before: after, After: before, Started: started}, true),
		in.RenderRollBack(Reload{Before: after, Started: started, Failure: Damaged}, false), in.RenderRollBack(Reload{Before: after, Started: started, Failure: NotKept}, false),
		in.RenderQuestion("Who won?", "https://discord.example/1")} {
		out = append(out, withoutTimes(in, rendered(t, r), before, after))
	}
	return out
}

// The messages in each language, to be read one beside the other.
func TestLanguagesGolden(t *testing.T) {
	forEach(t, func(t *testing.T, in In) {
		all := slices.Concat(answers(t, in), followUps(t, in), corpusMessages(t, in))
		golden(t, "language-"+phrases.Language(in).String()+".md", strings.Join(all, "\n———\n\n"))
		for _, message := range all {
			if strings.Contains(message, "%!") {
				t.Errorf("a gap is not filled in:\n%s", message)
			}
		}
	})
}

// What an answer says of itself is read back from it in any language.
func TestReadBackInAnyLanguage(t *testing.T) {
	forEach(t, func(t *testing.T, in In) {
		a := injured(t)
		a.History = []string{"Where did the fire *begin*?", "When was that?"}
		reply, err := in.Render(a)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := QuestionIn(reply.Content); !ok || got != a.Question {
			t.Errorf("QuestionIn = %q, want %q", got, a.Question)
		}
		if got := HistoryIn(reply.Content); !slices.Equal(got, a.History) {
			t.Errorf("HistoryIn = %q, want %q", got, a.History)
		}
		if got := CountBlockQuotes(reply.Content); got != len(reply.Shown) {
			t.Errorf("%d block quotes, want %d", got, len(reply.Shown))
		}
		for i, q := range Quotations(reply.Content) {
			if want := reply.Shown[i].Quote.Text(); q.Text != want || relate(q.Claimed, reply.Shown[i].Quote.Document()) == isOther {
				t.Errorf("quotation %d is %q of %q, want %q", i, q.Text, q.Claimed, want)
			}
		}
	})
}

// The lines of ours around quotes that somebody has copied are not looked for, whatever language they are in.
func TestReadPassesOverOurLines(t *testing.T) {
	forEach(t, func(t *testing.T, in In) {
		say := in.say()
		for _, line := range []string{
			say.Answer.Searched.Of(1), say.Answer.Searched.Of(21) + separator + say.Answer.SilentCount.With(3),
			say.Passages.Long.With(21, 8), say.Answer.Following + "What is it?", say.Answer.MoreExcerpts.Of(2) + separator + say.Answer.Checked,
		} {
			if got := Read("The tower leans.\n" + smallMark + line); len(got.Statements) != 1 {
				t.Errorf("after %q the statements are %q", line, got.Statements)
			}
		}
		if got := Read("The tower leans.\n" + smallMark + "Searched for a word in it"); len(got.Statements) != 2 {
			t.Errorf("a small line of somebody else is passed over: %q", got.Statements)
		}
	})
}

// A quotation in the marks of a language is read as one.
func TestQuotationMarksOfEachLanguage(t *testing.T) {
	forEach(t, func(t *testing.T, in In) {
		const words = "the dyke held all night"
		got := Quotations("x " + in.say().Checks.Quotation.With(words) + " y")
		if len(got) != 1 || strings.TrimSpace(got[0].Text) != words {
			t.Errorf("the quotations are %q", got)
		}
	})
}

// The longest page of sources fits in every language.
func TestSourcesFitInEveryLanguage(t *testing.T) {
	var docs []document
	for i := range 101 {
		docs = append(docs, document{ID: fmt.Sprintf("%03d.txt", i), Title: strings.Repeat("Title ", 20), Publisher: strings.Repeat("Publisher ", 9),
			Published: "2031-09-30", URL: "https://paper.example/" + strings.Repeat("x", 60), Text: fmt.Sprintf("Report number %d.", i)})
	}
	s := snapshotOf(t, docs...)
	forEach(t, func(t *testing.T, in In) {
		for page := range 11 {
			reply, _ := in.RenderSources(NewDirectory(s), page)
			rendered(t, reply)
		}
	})
}

// What does not fit a report is in its file, in every language, and the message says so.
func TestReportsFitInEveryLanguage(t *testing.T) {
	none, after := filesOf(t, nil), crowd(t, 50)
	forEach(t, func(t *testing.T, in In) {
		for _, reply := range []Reply{in.RenderReload(Reload{Before: none, After: after, Started: started}), in.RenderCheck(Reload{Before: none, After: after, Started: started}),
			in.RenderReload(Reload{Before: after, Started: started, Failure: NoDocuments, Found: after.Problems()})} {
			rendered(t, reply)
			if reply.Attachment == nil || !strings.Contains(reply.Content, in.say().Reload.Attached) {
				t.Errorf("no file goes with\n%s", reply.Content)
			}
		}
	})
}

func TestValuesAreCalledWhatTheyAre(t *testing.T) {
	a := founders(t)
	a.Disagreement = true
	differ := map[string]string{"date": "Sources give different dates · 2 of 2 sources", "count": "Sources give different figures · 2 of 2 sources"}
	for kind, want := range differ {
		for g := range a.Groups {
			a.Groups[g].Excerpts[0].Value.Kind = kind
		}
		if got := render(t, a).Content; !strings.Contains(got, "\n"+want) {
			t.Errorf("%s: the message lacks %q:\n%s", kind, want, got)
		}
	}
	a.Groups[0].Excerpts[0].Value.Kind = "name"
	if got := render(t, a).Content; !strings.Contains(got, "Sources give different figures") {
		t.Errorf("a name and a count:\n%s", got)
	}
	a = founders(t)
	a.Groups = []retrieval.Group{{Value: "Maud Ferrier", Excerpts: []retrieval.Excerpt{a.Groups[0].Excerpts[0], a.Groups[1].Excerpts[0]}}}
	if got := render(t, a).Content; !strings.Contains(got, "Sources give the same name · 2 of 2 sources") {
		t.Errorf("one name:\n%s", got)
	}
}

// Two names may both be right, and neither is set apart as the one that was asked for.
func TestSeveralNamesAreNoDisagreement(t *testing.T) {
	for _, disagreement := range []bool{false, true} {
		a := founders(t)
		a.Disagreement = disagreement
		got := render(t, a).Content
		if !strings.Contains(got, "\nQuoted from 2 of 2 sources\n> The lighthouse was founded by Maud Ferrier\\.\n") || strings.Count(got, boldMark) != 2 {
			t.Errorf("two names:\n%s", got)
		}
	}
}
