package message

import (
	"strings"
	"testing"

	"pullquote/retrieval"
)

func TestSourceLinks(t *testing.T) {
	reply := render(t, injured(t))
	want := []SourceLink{
		{1, "[1] Coast Courier", "https://courier.example/harbour?id=7&x=%281%29#:~:text=At%20least%2012%20people,fire%20brigade%20said%2E"},
		{2, "[2] North Bulletin", "https://bulletin.example/port-fire#:~:text=Hospitals%20in%20the%20city,injured%20dock%20workers%2E"},
		{3, "[3] Nineteen hurt in port fire", ""},
		{4, "[4] docs.jsonl#d.txt", ""},
	}
	if len(reply.Sources) != len(want) {
		t.Fatalf("%d sources, want %d", len(reply.Sources), len(want))
	}
	for i, got := range reply.Sources {
		if got != want[i] {
			t.Errorf("source %d is %+v, want %+v", i, got, want[i])
		}
	}
}

func TestSourceLinksAreInNumberOrder(t *testing.T) {
	cited := intact(cite(t, snapshotOf(t, reports...), portPicks...))
	cited[0], cited[4] = cited[4], cited[0]
	last := 0
	for _, l := range renderMore(t, "", cited).Sources {
		if l.Number <= last {
			t.Errorf("source %d after %d", l.Number, last)
		}
		last = l.Number
	}
	if last != 5 {
		t.Errorf("the last source is %d, want 5", last)
	}
}

func TestSourceLinksAtTheirLimits(t *testing.T) {
	// Its address is as long as may be: "é" takes six bytes.
	longURL := "https://a.example/" + strings.Repeat("é", (linkLimit-18)/6) + "bb"
	const room = labelLimit - len("[1] ") - 2
	for _, test := range []struct{ title, want string }{
		{strings.Repeat("x", room), strings.Repeat("x", room)},
		{strings.Repeat("x", room+1), strings.Repeat("x", room-1) + "…"},
		{strings.Repeat("ד", room+1), "\u2068" + strings.Repeat("ד", room-1) + "…\u2069"},
		{strings.Repeat("😀", room), strings.Repeat("😀", (room-1)/2) + "…"},
		{"*Not* [a](https://link.example)", "*Not* [a](https://link.example)"},
	} {
		s := snapshotOf(t, document{ID: "a", Title: test.title, URL: longURL, Text: "It rained."})
		reply := render(t, answerOf(t, s, "What?", retrieval.Answered, []pick{{doc: "a", text: "It rained"}}))
		got := reply.Sources[0]
		if got.Name != "[1] "+test.want || Units(got.Name) > labelLimit {
			t.Errorf("title of %d bytes: name %q has %d units, want %q", len(test.title), got.Name, Units(got.Name), test.want)
		}
		if len(got.URL) != linkLimit {
			t.Errorf("the address has %d bytes, want %d", len(got.URL), linkLimit)
		}
		if tooLong := (passage{pageAddress(longURL + "b"), false}); tooLong.address != "" || tooLong.link(english.say().Source) != "" {
			t.Errorf("an address of %d bytes is linked", len(tooLong.address))
		}
	}
}

// The citations of what is shown and of what is hidden are those of the answer, in its order.
func TestRenderCites(t *testing.T) {
	for _, a := range []retrieval.Answer{injured(t), tooLongForAll(t), longPassage(t), longSentence(t), nastyAnswer(t)} {
		reply := render(t, a)
		if len(reply.Cited()) != len(reply.Shown) || len(reply.Hidden) != len(reply.More) {
			t.Errorf("%d citations of %d shown, %d of %d more", len(reply.Cited()), len(reply.Shown), len(reply.Hidden), len(reply.More))
		}
		for i, c := range reply.Hidden {
			e := a.Groups[reply.More[i].Group].Excerpts[reply.More[i].Excerpt]
			if c.Source != e.Source || !e.Quote.Span().Contains(c.Quote.Span()) {
				t.Errorf("citation %d is %+v, want one of source %d in %v", i, c, e.Source, e.Quote.Span())
			}
		}
	}
}

// Which sentences of a long excerpt are best is known only where the answer is.
func TestHiddenCitationsAreShort(t *testing.T) {
	a, other := longPassage(t), longPassage(t)
	e := other.Groups[0].Excerpts[0]
	e.Source = 2
	a.Sources = append(a.Sources, retrieval.Source{Number: 2, Document: e.Quote.Document()})
	a.Groups = append(a.Groups, retrieval.Group{Aside: true, Excerpts: []retrieval.Excerpt{e}})
	reply := render(t, a)
	if len(reply.Hidden) != 1 || !strings.HasPrefix(reply.Hidden[0].Quote.Text(), "Sentence number h") {
		t.Errorf("hidden are %+v, want the best sentences of the long excerpt", reply.Hidden)
	}
}
