package retrieval

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pullquote/corpus"
)

func trace(t testing.TB, l *Library, statements ...string) Trace {
	t.Helper()
	found, err := l.Trace(context.Background(), statements)
	if err != nil {
		t.Fatal(err)
	}
	checkTrace(t, l.Snapshot(), found)
	return found
}

// checkTrace checks what every trace promises on top of an answer.
func checkTrace(t testing.TB, s *corpus.Snapshot, found Trace) {
	t.Helper()
	checkAnswer(t, s, found.Answer)
	quoted := map[corpus.Quote]bool{}
	for _, g := range found.Groups {
		e := g.Excerpts[0]
		if len(g.Excerpts) != 1 || g.Value != "" || e.Value != nil || quoted[e.Quote] {
			t.Errorf("group %+v has other than one new excerpt without a value", g)
		}
		if found.Sources[e.Source-1].Document != e.Quote.Document() {
			t.Errorf("source %d does not speak for itself", e.Source)
		}
		quoted[e.Quote] = true
	}
}

const (
	rescued = "More than 300 people were rescued from their roofs by boat."
	warm    = "The flood was caused by a week of warm rain on deep snow."
	lunch   = "Lunch was excellent and my bicycle has a puncture."
)

func TestTrace(t *testing.T) {
	l := open(t, flood)
	for _, test := range []struct {
		name       string
		statements []string
		outcome    Outcome
		verbatim   int
		first      []string // what the first excerpts contain
	}{
		{"nothing", nil, NotFound, 0, nil},
		{"chatter", []string{lunch}, NotFound, 0, nil},
		{"word for word", []string{rescued}, Answered, 1, []string{rescued}},
		{"among chatter", []string{lunch, rescued, "Who wants to see a film?"}, Answered, 1, []string{rescued}},
		{"white space", []string{strings.ReplaceAll(rescued, " ", "  ")}, Answered, 1, []string{rescued}},
		{"other case", []string{strings.ToUpper(rescued)}, Answered, 0, []string{rescued}},
		{"a part", []string{"rescued from their roofs by boat"}, Answered, 1, []string{rescued}},
		{"two documents", []string{rescued, warm}, Answered, 2, []string{rescued, warm}},
		{"one document twice", []string{"The dam had held, said Greta Holm.", warm, "Rescue workers brought 412 people to safety in the Arle valley."}, Answered, 2, []string{warm}},
		{"in other words", []string{"Rain and snow caused the flood."}, Answered, 0, []string{"warm rain"}},
		{"short and everywhere", []string{"The flood"}, Answered, 0, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := trace(t, l, test.statements...)
			if found.Outcome != test.outcome || found.Verbatim != test.verbatim {
				t.Errorf("outcome %s, %d word for word, want %s, %d", found.Outcome, found.Verbatim, test.outcome, test.verbatim)
			}
			got := quotes(found.Answer)
			for i, want := range test.first {
				if i >= len(got) || !strings.Contains(got[i], want) {
					t.Errorf("excerpt %d of %q does not hold %q", i, got, want)
				}
			}
		})
	}
}

func TestTraceHearsEverySourceBeforeOneAgain(t *testing.T) {
	l := open(t, flood)
	found := trace(t, l, "Rescue workers brought 412 people to safety in the Arle valley.", warm, rescued)
	var got []int
	for _, g := range found.Groups[:3] {
		got = append(got, g.Excerpts[0].Source)
	}
	if want := []int{1, 2, 1}; !reflect.DeepEqual(got, want) {
		t.Errorf("sources in the order %v, want %v: %q", got, want, quotes(found.Answer))
	}
}

func TestTraceOfMentionsStaysBehindAnswers(t *testing.T) {
	l := open(t, flood)
	const mention = "How old is Greta Holm?"
	if alone := trace(t, l, mention); alone.Outcome != Mentioned || len(quotes(alone.Answer)) == 0 {
		t.Fatalf("outcome %s with %q", alone.Outcome, quotes(alone.Answer))
	}
	for _, q := range quotes(trace(t, l, mention, rescued).Answer) {
		if strings.Contains(q, "Greta Holm") {
			t.Errorf("what is only mentioned is on the first screen: %q", q)
		}
	}
}

// Near-copies are one source in what they share, whichever statement brought it up, and two where one says more.
func TestTraceOfNearCopies(t *testing.T) {
	text := "The lighthouse of Skarn was built in 1871 by the engineer Ole Brandt. It stands on a rock off the northern shore and its light is seen for thirty miles in clear weather by every ship that passes."
	l := open(t, map[string]string{"one.txt": text, "two.txt": "From our archive, first printed here. " + text})
	found := trace(t, l, "The lighthouse of Skarn was built in 1871 by the engineer Ole Brandt.", "first printed here, from our archive",
		"It stands on a rock off the northern shore and its light is seen for thirty miles in clear weather by every ship that passes.")
	if len(found.Sources) != 2 || found.Witnesses != 2 || found.Verbatim != 2 || len(found.Groups) < 2 {
		t.Errorf("%d sources, %d word for word in %q", len(found.Sources), found.Verbatim, quotes(found.Answer))
	}
}

func TestTraceQuotesNoFurniture(t *testing.T) {
	l := open(t, map[string]string{"a.html": "<html><body><nav><a href='/x'>Subscribe to our newsletter for the harbour news</a></nav><article><p>" +
		"The ferry to Skarn leaves every forty minutes from the northern quay.</p><p>It takes one hour.</p></article></body></html>"})
	if found := trace(t, l, "Subscribe to our newsletter for the harbour news"); found.Verbatim != 0 {
		t.Errorf("furniture is found word for word: %q", quotes(found.Answer))
	}
}

func TestTraceIsTheSameEveryTime(t *testing.T) {
	statements := []string{rescued, "The mayor spoke of the dam.", lunch, warm}
	want := trace(t, open(t, flood), statements...)
	for range 3 {
		if got := trace(t, open(t, flood), statements...); !reflect.DeepEqual(quotes(got.Answer), quotes(want.Answer)) || got.Confidence != want.Confidence {
			t.Fatalf("%q, before %q", quotes(got.Answer), quotes(want.Answer))
		}
	}
}

func TestTraceStops(t *testing.T) {
	l := open(t, flood)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Trace(ctx, []string{rescued}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want that of the context", err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Trace(context.Background(), []string{rescued}); !errors.Is(err, ErrClosed) {
		t.Errorf("err = %v, want ErrClosed", err)
	}
}

func TestTraceOfManyStatements(t *testing.T) {
	var statements []string
	for i := range 12 {
		statements = append(statements, fmt.Sprintf("Pier %d is the place where ferry number %d leaves from.", i, i))
	}
	found := trace(t, open(t, map[string]string{"a.txt": strings.Join(statements, " ")}), statements...)
	if len(found.Groups) != mostExcerpts || found.Verbatim != len(statements) {
		t.Errorf("%d groups, %d word for word, want %d and %d", len(found.Groups), found.Verbatim, mostExcerpts, len(statements))
	}
}

func FuzzTrace(f *testing.F) {
	f.Add("How many people crossed the bridge?", "Wie viele Menschen gingen über die Brücke?")
	f.Add("新桥于2019年开放。", "A table of 5 % and 6 % · 7")
	f.Add("zq zq zq. Zq! zq zq zq. Zq! zq", "\xff bridge … bridge")
	l := open(f, babel)
	f.Fuzz(func(t *testing.T, one, other string) {
		if found := trace(t, l, one, other); found.Verbatim > 2 || found.Outcome == NotFound && found.Verbatim > 0 {
			t.Errorf("%s with %d word for word", found.Outcome, found.Verbatim)
		}
	})
}
