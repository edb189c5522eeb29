package retrieval

import (
	"slices"
	"strings"
	"testing"
)

// background is what reports of one event share.
const background = "The warehouse of the old rope works stood at the corner of Quay Street and had been empty since the spring, when its " +
	"last owner moved the machines to a new hall outside the town and left the keys with the harbour office."

const askKilled = "How many people did the fire kill?"

func TestNearCopiesSayWhatIsTheirOwn(t *testing.T) {
	for _, tt := range []struct {
		name            string
		first, second   string // beside the background
		values          string
		disagree        bool
		sources, silent string
		witnesses       int
	}{
		{"another figure", "The fire killed 4 people.", "The fire killed 19 people, the ministry said.", "4: a | 19: b", true, "a b", "", 2},
		{"the same sentence", "The fire killed 4 people.", "The fire killed 4 people.", "4: a", false, "a", "", 1},
		{"other line ends", "The fire killed 4 people.", "The fire\nkilled 4 people.", "4: a", false, "a", "", 1},
		{"the same figure in other words", "The fire killed 4 people.", "Four people were killed by the fire.", "4: a", false, "a", "", 1},
		{"both figures in the copy", "The fire killed 4 people.", "The fire killed 4 people.\n\nThe fire killed 19 people, the ministry said.", "4: a | 19: b", true, "a b", "", 2},
		{"nothing in the copy", "The fire killed 4 people.", "Rain is expected.", "4: a", false, "a", "b", 1},
		{"nothing in the first", "Rain is expected.", "The fire killed 19 people.", "19: b", false, "b", "a", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := open(t, map[string]string{
				"a.md": report("2031-03-02", tt.first+"\n\n"+background),
				"b.md": report("2031-03-04", background+"\n\n"+tt.second),
			})
			s := l.Snapshot()
			if s.Witness(s.Document("b.md")) != s.Document("a.md") {
				t.Fatal("the reports are no near-copies")
			}
			a := ask(t, l, askKilled)
			checkAnswer(t, s, a)
			if got, disagree := values(a); got != tt.values || disagree != tt.disagree {
				t.Errorf("values %q, disagreement %t, want %q, %t", got, disagree, tt.values, tt.disagree)
			}
			if got := sourcesOf(a); got != tt.sources || a.Witnesses != tt.witnesses {
				t.Errorf("sources %q of %d, want %q of %d", got, a.Witnesses, tt.sources, tt.witnesses)
			}
			if got := strings.ReplaceAll(strings.Join(idsOf(a.Silent), " "), ".md", ""); got != tt.silent {
				t.Errorf("silent %q, want %q", got, tt.silent)
			}
		})
	}
}

// sourcesOf lists the ids of the sources in alphabetical order, without ".md".
func sourcesOf(a Answer) string {
	var out []string
	for _, s := range a.Sources {
		out = append(out, strings.TrimSuffix(s.Document.ID(), ".md"))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// A heading is shared, what it heads is not.
func TestNearCopiesAreComparedByExcerpt(t *testing.T) {
	l := open(t, map[string]string{
		"a.md": report("2031-03-02", background+"\n\n## Visiting hours of the ropery\n\nFrom nine to five."),
		"b.md": report("2031-03-04", background+"\n\n## Visiting hours of the ropery\n\nFrom nine to six."),
	})
	if got := sourcesOf(ask(t, l, "What are the visiting hours of the ropery?")); got != "a b" {
		t.Errorf("sources %q, want both", got)
	}
}

// Of the copies that differ from the first alike, one is a source.
func TestCopiesOfACopyAreOneSource(t *testing.T) {
	files := map[string]string{"a.md": report("2031-03-02", background+"\n\nThe fire killed 4 people.")}
	for _, name := range []string{"b.md", "c.md", "d.md"} {
		files[name] = report("2031-03-04", background+"\n\nThe fire killed 19 people, the ministry said.")
	}
	a := ask(t, open(t, files), askKilled)
	if got, _ := values(a); got != "4: a | 19: b" || a.Witnesses != 2 || len(a.Silent) != 0 {
		t.Errorf("values %q of %d witnesses, silent %q, want 4 and 19 of two", got, a.Witnesses, idsOf(a.Silent))
	}
}

// A copy whose own figure is far down is read to it, though another of the near-copies has stated one.
func TestNearCopiesAreSurveyed(t *testing.T) {
	files := boats(60)
	quietly := quiet(3, "All in all seven boats were lost.")
	files["quiet.md"] = strings.Replace(quietly, "---\n", "---\npublished: 2031-03-04\n", 1)
	files["loud.md"] = report("2031-03-02", "Nine boats were lost.\n\n## Quay\n\n"+strings.SplitAfter(quietly, "\n\n")[1])
	a := ask(t, open(t, files), askBoats)
	got, _ := values(a)
	if !strings.Contains(got, "Nine: loud") || !strings.Contains(got, "seven: quiet") || a.Unread {
		t.Errorf("unread: %t, values %q, want those of both copies", a.Unread, got)
	}
}

func TestNoExcerptHoldsAnother(t *testing.T) {
	for _, tt := range []struct{ name, text, question string }{
		{"a sentence and the one that points back to it", "The mayor, Ada Lund, opened the mill in May. She opened the bridge in May too.", "What did mayor Ada Lund open in May?"},
		{"a heading and its paragraph", "# Mill opening\n\nThe mill opening was attended by the mayor and by all who had built the mill.", "Who attended the mill opening?"},
		{"a figure and the one that points back to it", "The fire killed 4 people. They were people who slept when the fire broke out.", askKilled},
	} {
		l := open(t, map[string]string{"a.md": "---\nlang: en\n---\n\n" + tt.text + "\n"})
		all := quotesOf(ask(t, l, tt.question).Groups)
		for i, q := range all {
			for j, other := range all {
				if i != j && q.Span().Contains(other.Span()) {
					t.Errorf("%s: %q holds %q", tt.name, q.Text(), other.Text())
				}
			}
		}
		if len(all) == 0 {
			t.Errorf("%s: nothing is quoted", tt.name)
		}
	}
}
