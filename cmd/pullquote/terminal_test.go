package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"pullquote/bot/message"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// harbour is a corpus of two documents that differ, one that is silent, and one with characters that would drive a
// terminal.
var harbour = fstest.MapFS{
	"post.txt":   {Data: []byte("About 40 boats sank in the storm. The harbour is closed.\n")},
	"herald.txt": {Data: []byte("Twelve boats sank in the storm, according to the harbour master of the town, who counted them.\n")},
	"garden.txt": {Data: []byte("Roses want sun.\n\nAbout 40 boats sank in the storm.\n")},
	"sources.yaml": {Data: []byte("post.txt: {title: Storm at sea, publisher: The Post, published: 2020-05-01}\n" +
		"herald.txt: {title: \"Boats\\e[2J lost\", author: A. Writer, url: \"https://example.org/boats\"}\n" +
		"garden.txt: {title: Garden}\n")},
}

func load(t *testing.T, files fstest.MapFS) *corpus.Snapshot {
	t.Helper()
	s, err := corpus.Load(context.Background(), files, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// excerpt quotes the first sentence of a document, with the place of the words that are its value.
func excerpt(t *testing.T, d *corpus.Document, source int, value, match string) retrieval.Excerpt {
	t.Helper()
	q, err := d.Passages()[0].Quote(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) corpus.Span {
		i := strings.Index(d.Text(), words)
		return corpus.Span{Start: i, End: i + len(words)}
	}
	return retrieval.Excerpt{Source: source, Quote: q, Matches: []corpus.Span{at(match)},
		Value: &retrieval.Value{Span: at(value), Kind: "count"}, Score: .5,
		Features: []retrieval.Feature{{Name: "short", Value: 1, Weight: -.1}, {Name: "coverage", Value: .5, Weight: .25}, {Name: "passage", Value: .6, Weight: 1}}}
}

// disagreement is an answer with two values, the second of which is not on the first screen.
func disagreement(t *testing.T) reply {
	s := load(t, harbour)
	post, herald, garden := s.Document("post.txt"), s.Document("herald.txt"), s.Document("garden.txt")
	return reply{
		Answer: retrieval.Answer{
			Question: "How many boats sank?", Outcome: retrieval.Answered, Searched: 3, Disagreement: true, Confidence: .75,
			Groups: []retrieval.Group{
				{Value: "About 40", Excerpts: []retrieval.Excerpt{excerpt(t, post, 1, "About 40", "boats sank")}},
				{Value: "Twelve", Excerpts: []retrieval.Excerpt{excerpt(t, herald, 2, "Twelve", "boats sank")}},
			},
			Sources:   []retrieval.Source{{Number: 1, Document: post, Copies: []*corpus.Document{garden}}, {Number: 2, Document: herald}},
			Silent:    []*corpus.Document{garden},
			Retrieved: []retrieval.Retrieved{{Passage: post.Passages()[0], Score: 3}},
			Explanation: retrieval.Explanation{Asks: "number", Threshold: .3, Features: map[string]float64{"b": 2, "a": 1}, Terms: []retrieval.TermWeight{{Word: "boats", Term: "boat", Weight: 1.5, Passages: 2,
				Bridges: []retrieval.Bridge{{Word: "vessel", Weight: .8, Passages: 1}, {Word: "fishing boat", Weight: .4, Passages: 3}}}}},
		},
		message: message.Reply{Content: "message", Shown: []message.Shown{{Excerpt: retrieval.Excerpt{Source: 1}}}, More: []message.Place{{Group: 1}}},
		took:    1500 * time.Microsecond,
	}
}

// golden compares got with a file below testdata; -update rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites it):\n%s", file, diff)
	}
}

func TestReplyOnTerminal(t *testing.T) {
	r := disagreement(t)
	golden(t, "answered.golden", page{60, false}.reply(r, rest{show: true})+page{60, false}.explanation(r.Answer))
	golden(t, "folded.golden", page{60, false}.reply(r, rest{hint: "add --more"}))
	styled := page{60, true}.reply(r, rest{show: true})
	for _, want := range []string{"\x1b[1;36mAbout 40\x1b[0m \x1b[4mboats sank\x1b[0m in the", "\x1b[2m│ \x1b[0m", "\x1b[1mHow many boats sank?\x1b[0m"} {
		if !strings.Contains(styled, want) {
			t.Errorf("styled reply does not contain %q:\n%q", want, styled)
		}
	}
	if strings.Contains(styled, "\x1b[2J") {
		t.Errorf("a title drives the terminal: %q", styled)
	}
}

func TestMissOnTerminal(t *testing.T) {
	r := disagreement(t)
	r.Outcome, r.Disagreement, r.UnknownWords = retrieval.Mentioned, false, []string{"zeppelins"}
	golden(t, "mentioned.golden", page{60, false}.reply(r, rest{hint: "add --more"}))
	r.Outcome, r.Groups, r.Sources, r.Covers, r.message = retrieval.NotFound, nil, nil, r.Silent, message.Reply{}
	golden(t, "notfound.golden", page{60, false}.reply(r, rest{hint: "add --more"}))
}

func TestNotAQuestionOnTerminal(t *testing.T) {
	r := reply{Answer: retrieval.Answer{Question: "hello", Intent: retrieval.IntentChat, Outcome: retrieval.NotFound, Searched: 3}}
	golden(t, "notaquestion.golden", page{60, false}.reply(r, rest{hint: "add --more"})+page{60, false}.explanation(r.Answer))
	line, err := r.json(nil, false)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "notaquestion.json", string(line))
}

// Of several names none is set apart.
func TestNamesOnTerminal(t *testing.T) {
	r := disagreement(t)
	r.Disagreement = false
	for _, g := range r.Groups {
		g.Excerpts[0].Value.Kind = "name"
	}
	got := page{60, true}.reply(r, rest{show: true})
	if strings.Contains(got, "\x1b[1;36m") || strings.Contains(got, "\nAbout 40\n") || strings.Contains(got, "different") {
		t.Errorf("a name is set apart:\n%s", got)
	}
}

func TestJSON(t *testing.T) {
	r := disagreement(t)
	r.Updated = true
	line, err := r.json([]byte(`"q1"`), true)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "answered.json", string(line))
}

func TestJSONPutsTheFirstScreenFirst(t *testing.T) {
	r := disagreement(t)
	r.message.More = []message.Place{{Group: 0}}
	groups := r.groupsJSON(false)
	if len(groups) != 2 || *groups[0].Value != "Twelve" || groups[0].Excerpts[0].More || !groups[1].Excerpts[0].More {
		t.Errorf("got %+v, want the group on the first screen before the other", groups)
	}
}
