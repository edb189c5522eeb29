package message

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/corpus"
)

func renderContext(t *testing.T, question string, cited []Cited, at int) Reply {
	t.Helper()
	reply, err := english.RenderContext(question, cited, at)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

// mill is a text file with a headline, furniture between two paragraphs and a quote over two lines.
const mill = "Who owns the *mill*?\n\nThe council met on Monday to talk about the old mill at the end of the village street.\n\n" +
	"Subscribe to our newsletter\n\n" +
	"Nobody spoke against it.\nThe vote was 12 to 0. The mill will be restored by the end of the coming summer.\n\n" +
	"The first flour is to be sold at the market in autumn, as it was a hundred years ago."

const millSources = "mill.txt:\n  title: Who owns the *mill*?\n  publisher: Mill_News\n  published: 2031-04-05\n  url: https://mill.example/news\n"

// millFile returns the mill, read from a file.
func millFile(t testing.TB) *corpus.Document {
	t.Helper()
	s, err := corpus.Load(context.Background(), fstest.MapFS{"mill.txt": {Data: []byte(mill)}, "sources.yaml": {Data: []byte(millSources)}}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s.Document("mill.txt")
}

// quoteIn cuts the sentences that hold text out of d.
func quoteIn(t testing.TB, d *corpus.Document, text string) corpus.Quote {
	t.Helper()
	start := strings.Index(d.Text(), text)
	if start < 0 {
		t.Fatalf("document %s does not hold %q", d.ID(), text)
	}
	return quoteOf(t, d, corpus.Span{Start: start, End: start + len(text)})
}

func TestRenderContextGolden(t *testing.T) {
	port := snapshotOf(t, reports...)
	ported := intact(cite(t, port, portPicks...))
	file := millFile(t)
	milled := intact([]Citation{{1, quoteIn(t, file, "Nobody spoke against it.\nThe vote was 12 to 0.")}, {1, quoteIn(t, file, "The council")}})
	lost := intact(cite(t, port, portPicks...))
	lose(lost, Changed, 1)
	lose(lost, Gone, 3)
	nasty := nastyAnswer(t)
	long := intact(cite(t, longSnapshot(t), pick{doc: "long", text: "Sentence number e"}, pick{doc: "endless", text: "it goes"}, pick{doc: "long", text: longText}))
	for name, test := range map[string]struct {
		question string
		cited    []Cited
		at       int
	}{
		"context":            {"What about the port?", ported, 2},
		"context-one":        {"", ported[:1], 0},
		"context-alone":      {"When?", ported, 4},
		"context-gap":        {"How was the vote?", milled, 0},
		"context-first":      {"How was the vote?", milled, 1},
		"context-nasty":      {"Is `this` *it*?", intact([]Citation{{Source: 1, Quote: nasty.Groups[1].Excerpts[0].Quote}}), 0},
		"context-changed":    {"What about the port?", lost, 1},
		"context-gone":       {"What about the port?", lost, 3},
		"context-long":       {"What of e?", long, 0},
		"context-unshowable": {"What of e?", long, 1},
		"context-opening":    {"What of e?", long, 2},
	} {
		golden(t, name+".md", renderContext(t, test.question, test.cited, test.at).Content+"\n")
	}
}

func TestRenderContextOfNoCitation(t *testing.T) {
	cited := intact(cite(t, snapshotOf(t, reports...), portPicks...))
	for _, at := range []int{-1, len(cited)} {
		if r, err := english.RenderContext("", cited, at); err == nil {
			t.Errorf("RenderContext at %d of %d = %q, want an error", at, len(cited), r.Content)
		}
	}
}

// What does not fit is left out: first the paragraph after, then the one before, then sentences.
func TestRenderContextLeavesOut(t *testing.T) {
	own := "The quote is here. It has a neighbour."
	fill := func(word string, n int) string { return word + strings.Repeat("x", n) + " ends." }
	for _, test := range []struct {
		name          string
		before, after int
		want          []string // how the paragraphs shown begin
	}{
		{"all fit", 10, 10, []string{"Before", "The quote", "After"}},
		{"after is too long", 10, Limit, []string{"Before", "The quote"}},
		{"before is too long", Limit, 10, []string{"The quote", "After"}},
		{"both are too long", Limit, Limit, []string{"The quote"}},
		{"either fits, not both", Limit/2 + 50, Limit/2 + 50, []string{"Before", "The quote"}},
	} {
		s := snapshotOf(t, document{ID: "a", Text: fill("Before", test.before) + "\n\n" + own + "\n\n" + fill("After", test.after)})
		reply := renderContext(t, "", intact(cite(t, s, pick{doc: "a", text: "The quote"})), 0)
		if len(reply.Shown) != len(test.want) {
			t.Errorf("%s: %d paragraphs are shown, want %v:\n%s", test.name, len(reply.Shown), test.want, reply.Content)
			continue
		}
		for i, want := range test.want {
			if got := reply.Shown[i].Quote.Text(); !strings.HasPrefix(got, want) {
				t.Errorf("%s: paragraph %d is %q, want one that begins with %q", test.name, i, got, want)
			}
		}
	}
}

// The paragraph before fits to the character.
func TestRenderContextAtTheLimit(t *testing.T) {
	length := func(filler int) (Reply, int) {
		s := snapshotOf(t, document{ID: "a", Text: "Before" + strings.Repeat("e", filler) + " it.\n\nThe quote is here."})
		reply := renderContext(t, "", intact(cite(t, s, pick{doc: "a", text: "The quote"})), 0)
		return reply, Units(reply.Content)
	}
	_, base := length(1000)
	base -= 1000
	for filler, want := range map[int]int{Limit - base - 1: 2, Limit - base: 2, Limit - base + 1: 1} {
		if reply, n := length(filler); len(reply.Shown) != want || n > Limit {
			t.Errorf("filler %d: %d paragraphs in %d units, want %d", filler, len(reply.Shown), n, want)
		}
	}
}

func TestParagraphsAround(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("It rained on the old town all day long. ", 60)) // 540 words are two passages
	file, s := millFile(t), snapshotOf(t, document{ID: "long", Text: long}, document{ID: "one", Text: "It rained."})
	for _, test := range []struct {
		name               string
		quote              corpus.Quote
		before, own, after string
	}{
		{"all there is", quoteIn(t, doc(s, "one"), "It rained"), "", "It rained", ""},
		{"below the headline", quoteIn(t, file, "The council"), "Who owns", "The council", "Nobody spoke"},
		{"furniture before", quoteIn(t, file, "Nobody spoke"), "The council", "Nobody spoke", "The vote"},
		{"the last of all", quoteIn(t, file, "The first flour"), "The vote", "The first flour", ""},
		{"two paragraphs", quoteIn(t, file, "Nobody spoke against it.\nThe vote was"), "The council", "Nobody spoke", "The first flour"},
		{"the second sentence of the last two", quoteIn(t, file, "The mill will be restored by the end of the coming summer.\n\nThe first flour"), "Nobody spoke", "The vote", ""},
		{"a paragraph in two passages", sentences(doc(s, "long").Passages()[1], 0, 1), "It rained", "It rained", ""},
	} {
		got := paragraphsAround(test.quote)
		for part, q := range map[string][2]string{"before": {got.before.Text(), test.before}, "own": {got.own.Text(), test.own}, "after": {got.after.Text(), test.after}} {
			if !strings.HasPrefix(q[0], q[1]) || (q[0] == "") != (q[1] == "") {
				t.Errorf("%s: %s is %q, want it to begin with %q", test.name, part, q[0], q[1])
			}
		}
		if !got.own.Span().Contains(test.quote.Span()) {
			t.Errorf("%s: the quote is not in its paragraph", test.name)
		}
	}
}
