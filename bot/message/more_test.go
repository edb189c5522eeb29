package message

import (
	"fmt"
	"strings"
	"testing"

	"pullquote/corpus"
)

func renderMore(t *testing.T, question string, cited []Cited) Reply {
	t.Helper()
	reply, err := english.RenderMore(question, cited)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

func TestRenderMoreGolden(t *testing.T) {
	port := intact(cite(t, snapshotOf(t, reports...), portPicks...))
	lost := intact(cite(t, snapshotOf(t, reports...), portPicks...))
	lose(lost, Changed, 0, 2)
	lose(lost, Gone, 3, 4)
	gone := intact(cite(t, snapshotOf(t, reports...), portPicks[:2]...))
	lose(gone, Gone, 0)
	lose(gone, Changed, 1)
	var nasty []Citation
	for _, e := range excerpts(nastyAnswer(t)) {
		nasty = append(nasty, Citation{Source: 12, Quote: e.Quote})
	}
	for name, test := range map[string]struct {
		question string
		cited    []Cited
	}{
		"more":            {"What about the port?", port},
		"more-unasked":    {"", port[1:2]},
		"more-lost":       {"What about the port?", lost},
		"more-all-lost":   {"What about the port?", gone},
		"more-nasty":      {"Is `this` *it*, @everyone?\n# Heading <@&1>", intact(nasty)},
		"more-long":       {"What of h?", intact(cite(t, longSnapshot(t), pick{doc: "long", text: longText}))},
		"more-unshowable": {"Does it go on?", intact(cite(t, longSnapshot(t), pick{doc: "endless", text: "it goes"}, pick{doc: "long", text: "Sentence number a"}))},
	} {
		golden(t, name+".md", renderMore(t, test.question, test.cited).Content+"\n")
	}
}

// lose makes the citations ones of documents that have the standing.
func lose(cited []Cited, is Standing, which ...int) {
	for _, i := range which {
		c := &cited[i]
		c.Quote, c.Standing = corpus.Quote{}, is
		if is == Gone {
			c.Document = nil
		}
	}
}

// longText is a paragraph of more characters than a message has.
var longText = func() string {
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, "Sentence number %c speaks%s. ", 'a'+i, strings.Repeat(" uninterestingly", 7))
	}
	return strings.TrimSpace(b.String())
}()

func longSnapshot(t testing.TB) *corpus.Snapshot {
	return snapshotOf(t,
		document{ID: "long", Title: "A long text", URL: "https://long.example/", Text: "It begins here.\n\n" + longText + "\n\nIt ends here."},
		document{ID: "endless", Title: "An endless sentence", URL: "https://long.example/2", Text: strings.Repeat("on and on ", 500) + "it goes."})
}

// Every citation is shown in the end, in order, however many messages that takes.
func TestRenderMoreShowsAllInTheEnd(t *testing.T) {
	var docs []document
	var picks []pick
	for i := range 12 {
		id := fmt.Sprint("d", i)
		docs = append(docs, document{ID: id, Publisher: "Paper " + id, URL: "https://paper.example/" + id,
			Text: fmt.Sprintf("The council counted %d trees%s.", i, strings.Repeat(" along the river and its banks", 3*i))})
		picks = append(picks, pick{doc: id, text: "The council"})
	}
	all := cite(t, snapshotOf(t, docs...), picks...)
	var shown []Citation
	messages := 0
	for rest := all; len(rest) > 0; messages++ {
		reply := renderMore(t, "How many trees are there?", intact(rest))
		if len(reply.Shown) == 0 || len(reply.Hidden) >= len(rest) {
			t.Fatalf("nothing is shown of %d citations:\n%s", len(rest), reply.Content)
		}
		shown, rest = append(shown, reply.Cited()...), reply.Hidden
	}
	if fmt.Sprint(shown) != fmt.Sprint(all) {
		t.Errorf("shown %v, want %v", shown, all)
	}
	if messages < 3 {
		t.Errorf("%d messages, want some", messages)
	}
}

// The second excerpt makes the message exactly as long as may be, or one character more.
func TestRenderMoreAtTheLimit(t *testing.T) {
	length := func(filler int) (Reply, int) {
		s := snapshotOf(t, document{ID: "a", Title: "A", Text: "One thing is said here."}, document{ID: "b", Title: "B", Text: "Two" + strings.Repeat("o", filler) + " things."})
		reply := renderMore(t, "What?", intact(cite(t, s, pick{doc: "a", text: "One"}, pick{doc: "b", text: "Two"})))
		return reply, Units(reply.Content)
	}
	_, base := length(0)
	for filler, want := range map[int]int{Limit - base - 1: 2, Limit - base: 2, Limit - base + 1: 1} {
		reply, n := length(filler)
		if len(reply.Shown) != want || len(reply.Hidden) != 2-want || n > Limit {
			t.Errorf("filler %d: %d shown, %d hidden, %d units, want %d shown", filler, len(reply.Shown), len(reply.Hidden), n, want)
		}
	}
}

func TestRenderMoreOfNothing(t *testing.T) {
	if r := renderMore(t, "What?", nil); r.Content != "**What?**" || len(r.Shown)+len(r.Hidden)+len(r.Sources) != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestNumbersOf(t *testing.T) {
	w := Wording{say: english.say()}
	var cited []Cited
	for i := range 22 {
		cited = append(cited, Cited{Citation: Citation{Source: i + 1}, Standing: Gone})
	}
	for n, want := range map[int]string{0: "", 1: "[1]", 2: "[1], [2]"} {
		if got := w.numbersOf(cited[:n], Gone); got != want {
			t.Errorf("numbers of %d: %q, want %q", n, got, want)
		}
	}
	if got := w.numbersOf(append(cited[:1:1], cited[0]), Gone); got != "[1]" {
		t.Errorf("a number twice: %q", got)
	}
	if got := w.numbersOf(cited, Gone); !strings.HasSuffix(got, "[20] and 2 more") {
		t.Errorf("numbers of many: %q", got)
	}
}
