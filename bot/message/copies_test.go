package message

import (
	"context"
	"strings"
	"testing"

	"pullquote/retrieval"
)

// background is what two reports took over from one agency.
const background = "The warehouse of the old rope works stood at the corner of Quay Street and had been empty since the spring, when its " +
	"last owner moved the machines to a new hall outside the town and left the keys with the harbour office."

// askFire answers how many the fire killed from near-copies, and renders the answer.
func askFire(t *testing.T, docs ...document) string {
	t.Helper()
	l, err := retrieval.Open(context.Background(), snapshotOf(t, docs...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	a, err := l.Ask(context.Background(), retrieval.Question{Text: "How many people did the fire kill?"})
	if err != nil {
		t.Fatal(err)
	}
	reply, err := english.Render(a)
	if err != nil {
		t.Fatal(err)
	}
	return reply.Content
}

func TestNearCopiesThatDisagree(t *testing.T) {
	got := askFire(t,
		document{ID: "a", Publisher: "Coast Courier", Published: "2031-03-02", Text: "The fire killed 4 people, as the head of the fire brigade of the harbour told us on Monday.\n\n" + background},
		document{ID: "b", Publisher: "North Bulletin", Published: "2031-03-04", Text: "The fire killed 19 people, the ministry said on Tuesday.\n\n" + background},
		document{ID: "c", Publisher: "Evening Tide", Published: "2031-03-05", Text: "The fire killed 4 people, as the head of the fire brigade\nof the harbour told us on Monday.\n\n" + background})
	golden(t, "copies-disagree.md", got+"\n")
}

func TestOnlyCopiesWithTheQuoteAreNamed(t *testing.T) {
	got := askFire(t,
		document{ID: "a", Publisher: "Coast Courier", Published: "2031-03-02", Text: "The fire killed 4 people, as the head of the fire brigade of the harbour told us on Monday.\n\n" + background},
		document{ID: "b", Publisher: "North Bulletin", Published: "2031-03-04", Text: "Rain fell on Tuesday.\n\n" + background})
	if strings.Contains(got, "also carried") {
		t.Errorf("a copy is named that lacks the quote:\n%s", got)
	}
}
