package message

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pullquote/bot/phrases"
	"pullquote/corpus"
	"pullquote/retrieval"
)

var update = flag.Bool("update", false, "write the golden files anew")

// english is the language of most tests.
const english = In(phrases.English)

// reports are five short reports of one invented event whose figures differ.
var reports = []document{
	{ID: "a.txt", Title: "Harbour blaze leaves dozens hurt", Publisher: "Coast Courier", Published: "2031-03-02", URL: "https://courier.example/harbour?id=7&x=(1)",
		Text: "The fire began in shed 4 shortly before dawn.\n\nAt least 12 people were injured, the fire brigade said. Crews from three towns fought the blaze until noon."},
	{ID: "b.txt", Title: "Port fire: what we know", Publisher: "North Bulletin", Published: "2031-03-03", URL: "https://bulletin.example/port-fire",
		Text: "Hospitals in the city treated 19 injured dock workers. Two of them remain in care.\n\nThe port will stay closed until Friday."},
	{ID: "c.txt", Title: "Nineteen hurt in port fire", Published: "2031-03",
		Text: "Nineteen people were injured in the fire at the port. The cause is not known."},
	{ID: "d.txt", Text: "By evening more than 30 people had been injured, according to the mayor's office."},
	{ID: "e.txt", Title: "Ferry timetable for the spring", Publisher: "Harbour Authority",
		Text: "Ferries leave every forty minutes. The last boat leaves at ten."},
}

func injured(t testing.TB) retrieval.Answer {
	a := answerOf(t, snapshotOf(t, reports...), "How many people were injured?", retrieval.Answered,
		[]pick{{"a.txt", "At least 12 people", "At least 12", "count"}},
		[]pick{{"b.txt", "treated 19 injured", "19", "count"}, {"c.txt", "Nineteen people", "Nineteen", "count"}},
		[]pick{{"d.txt", "more than 30 people", "more than 30", "count"}})
	a.Disagreement = true
	return a
}

func TestRenderGolden(t *testing.T) {
	port := snapshotOf(t, reports...)
	tests := []struct {
		name   string
		answer func(t *testing.T) retrieval.Answer
	}{
		{"disagreeing", func(t *testing.T) retrieval.Answer { return injured(t) }},
		{"updated", func(t *testing.T) retrieval.Answer { return growing(t) }},
		{"agreeing", func(t *testing.T) retrieval.Answer {
			return answerOf(t, port, "How many dock workers were treated?", retrieval.Answered,
				[]pick{{"b.txt", "treated 19 injured", "19", "count"}, {"c.txt", "Nineteen people", "Nineteen", "count"}})
		}},
		{"plain", func(t *testing.T) retrieval.Answer {
			return answerOf(t, port, "Where did the fire begin?", retrieval.Answered, []pick{{doc: "a.txt", text: "shed 4"}})
		}},
		{"mentioned", func(t *testing.T) retrieval.Answer {
			a := answerOf(t, port, "What caused the conflagration?", retrieval.Mentioned, []pick{{doc: "c.txt", text: "The cause is not known."}})
			a.UnknownWords = []string{"conflagration"}
			return a
		}},
		{"not-found", func(t *testing.T) retrieval.Answer {
			a := answerOf(t, port, "Who won the chess_championship?", retrieval.NotFound)
			a.UnknownWords, a.Covers = []string{"chess_championship", "won"}, port.Documents()
			return a
		}},
		{"names", func(t *testing.T) retrieval.Answer {
			a := founders(t)
			a.Groups = append(a.Groups, retrieval.Group{Excerpts: a.Groups[1].Excerpts})
			return a
		}},
		{"not-a-question", func(t *testing.T) retrieval.Answer {
			return retrieval.Answer{Question: "thanks!", Intent: retrieval.IntentChat, Outcome: retrieval.NotFound, Searched: 5}
		}},
		{"copies", func(t *testing.T) retrieval.Answer {
			carried := snapshotOf(t, append(slices.Clone(reports),
				document{ID: "f.txt", Publisher: "Evening Tide", Text: "It is known to all that ferries sail along the coast on Sundays. The port will\nstay closed until Friday."},
				document{ID: "g.txt", Publisher: "Low Water", Text: "The port will stay closed until Friday."})...)
			a := answerOf(t, carried, "When does the port reopen?", retrieval.Answered, []pick{{"b.txt", "until Friday", "Friday", "date"}})
			a.Sources[0].Copies = []*corpus.Document{doc(carried, "a.txt"), doc(carried, "f.txt"), doc(carried, "g.txt")}
			a.Silent = nil
			return a
		}},
		{"unread", func(t *testing.T) retrieval.Answer {
			a := injured(t)
			a.Searched, a.Read, a.Unread = 60, 350, true
			return a
		}},
		{"nasty", nastyAnswer},
		{"many-groups", manyGroups},
		{"too-long-for-all", tooLongForAll},
		{"long-passage", longPassage},
		{"long-sentence", longSentence},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			reply, err := english.Render(test.answer(t))
			if err != nil {
				t.Fatal(err)
			}
			if n := Units(reply.Content); n > Limit {
				t.Errorf("message has %d units, limit %d", n, Limit)
			}
			golden(t, test.name+".md", reply.Content+"\n")
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs, run with -update and look at the difference\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// nastyTexts are texts that would be read as markup, links, mentions or commands.
var nastyTexts = []string{
	"@everyone and @here, ask <@1>, <@!2>, <@&3> in <#4> via </ask:5> or <id:customize>.",
	"# not a heading\n## nor this\n-# nor small\n- no list\n* no list\n+ no list\n1. no list\n2) no list\n> no quote\n>>> no quote",
	"**not bold** *not italic* __not underlined__ _no_ ~~not struck~~ ||not hidden||",
	"`no code` ``nor ` this``\n```go\nno block\n```",
	"[no link](https://evil.example) <https://evil.example> https://evil.example/a_b_c?x=1&y=2 www.evil.example",
	"<t:1618953630:R> :smile: <:name:123> <a:name:123> discord.gg/abc mailto:a@b.example",
	`C:\new\*folder* \_ \\ ¯\_(ツ)_/¯ end\`,
	"a*b*c snake_case_name 2*3*4=24 x**y**z x|y||z a~b~~c {brace} & amp; &lt; ^up^ $math$ %d / =",
	"tab\tand  two spaces\n    indented\r\ncarriage\r\n\n\nempty lines\u00a0nbsp\u2003em space",
	"מספר 42 и «кавычки» 中文。日本語 😀👨‍👩‍👧 é é ½ ™",
}

func nastyAnswer(t *testing.T) retrieval.Answer {
	s := snapshotOf(t, document{ID: "n_1.txt", Title: "*Nasty* [title](https://evil.example) @everyone\n# x", Published: "2030-01-01",
		URL: "javascript:alert(1)", Text: nastyTexts[0] + "\n\n" + nastyTexts[1] + "\n\n" + nastyTexts[6]})
	return answerOf(t, s, "Is `this` *it*, @everyone?\n# Heading <@&1>", retrieval.Answered,
		[]pick{{doc: "n_1.txt", text: "@here, ask"}}, []pick{{doc: "n_1.txt", text: "## nor this\n-# nor small\n- no list\n* no list\n+ no list\n1. no list"}}, []pick{{doc: "n_1.txt", text: `\_ \\`}})
}

func manyGroups(t *testing.T) retrieval.Answer {
	s := snapshotOf(t, reports...)
	return answerOf(t, s, "What about the port?", retrieval.Answered,
		[]pick{{doc: "a.txt", text: "shed 4"}}, []pick{{doc: "a.txt", text: "three towns"}}, []pick{{doc: "b.txt", text: "Two of them"}},
		[]pick{{doc: "c.txt", text: "The cause"}}, []pick{{doc: "d.txt", text: "By evening"}})
}

// tooLongForAll has more values than a message can hold.
func tooLongForAll(t *testing.T) retrieval.Answer {
	var docs []document
	var groups [][]pick
	for i := range 9 {
		id, figure := string(rune('a'+i))+".txt", strings.Repeat(string(rune('1'+i)), 3)
		docs = append(docs, document{ID: id, Publisher: "Paper " + id, Published: "2031-01-0" + string(rune('1'+i)),
			Text: "The council counted " + figure + " trees" + strings.Repeat(" along the river and its banks", 8) + "."})
		groups = append(groups, []pick{{id, "counted " + figure, figure, "count"}})
	}
	a := answerOf(t, snapshotOf(t, docs...), "How many trees are there?", retrieval.Answered, groups...)
	a.Disagreement = true
	return a
}

// longPassage is a quote of twenty sentences, of which only some hold words of the question.
func longPassage(t *testing.T) retrieval.Answer {
	var text strings.Builder
	for i := range 20 {
		text.WriteString("Sentence number " + string(rune('a'+i)) + " speaks" + strings.Repeat(" uninterestingly", 7) + ". ")
	}
	s := snapshotOf(t, document{ID: "long.txt", Title: "A long text", URL: "https://long.example/", Text: strings.TrimSpace(text.String())})
	d := doc(s, "long.txt")
	a := answerOf(t, s, "What about h and i?", retrieval.Answered, []pick{{doc: "long.txt", text: d.Text()}})
	for _, m := range []string{"number c", "number h", "h speaks", "number i"} {
		at := strings.Index(d.Text(), m)
		a.Groups[0].Excerpts[0].Matches = append(a.Groups[0].Excerpts[0].Matches, corpus.Span{Start: at, End: at + len(m)})
	}
	return a
}

// longSentence is one sentence of 5,000 characters.
func longSentence(t *testing.T) retrieval.Answer {
	s := snapshotOf(t, document{ID: "long.txt", Title: "An endless sentence", URL: "https://long.example/", Text: strings.Repeat("on and on ", 500) + "it goes."},
		document{ID: "short.txt", Text: "It ends here."})
	return answerOf(t, s, "Does it go on?", retrieval.Answered, []pick{{doc: "long.txt", text: "it goes"}}, []pick{{doc: "short.txt", text: "It ends"}})
}

func TestRenderPlaces(t *testing.T) {
	reply, err := english.Render(tooLongForAll(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(reply.Shown) < 3 || len(reply.Shown)+len(reply.More) != 9 {
		t.Errorf("shown %d, more %d, want 9 together", len(reply.Shown), len(reply.More))
	}
	last := Place{-1, 0}
	for _, s := range reply.Shown {
		if comparePlaces(last, s.Place) >= 0 {
			t.Errorf("%v is shown after %v", s.Place, last)
		}
		last = s.Place
	}
}

func TestRenderRefusesForeignSources(t *testing.T) {
	a := injured(t)
	a.Groups[0].Excerpts[0].Source = 2
	if r, err := english.Render(a); err == nil {
		t.Errorf("Render of an excerpt with another's number = %q, want an error", r.Content)
	}
	a = injured(t)
	a.Groups[0].Excerpts[0].Quote = corpus.Quote{}
	if r, err := english.Render(a); err == nil {
		t.Errorf("Render of an empty quote = %q, want an error", r.Content)
	}
}
