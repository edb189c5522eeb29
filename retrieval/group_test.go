package retrieval

import (
	"reflect"
	"strings"
	"testing"
)

// values renders the groups that state a value as "value: id id | value: id", and whether they disagree.
func values(a Answer) (string, bool) {
	var out []string
	for _, g := range a.Groups {
		if g.Value == "" {
			continue
		}
		line := g.Value + ":"
		for _, e := range g.Excerpts {
			line += " " + strings.TrimSuffix(e.Quote.Document().ID(), ".md")
		}
		out = append(out, line)
	}
	return strings.Join(out, " | "), a.Disagreement
}

// report is a document with a date, in English.
func report(published, text string) string {
	return "---\nlang: en\npublished: " + published + "\n---\n\n" + text + "\n"
}

func TestGroupValues(t *testing.T) {
	for _, tt := range []struct {
		name, question string
		files          map[string]string
		want           string
		disagree       bool
	}{
		{"one value in other words, best first", "How many sailors were rescued?", map[string]string{
			"a.md": report("2020-01-02", "Twenty-six sailors were rescued off Skarn."),
			"b.md": report("2020-01-01", "The coast guard rescued 26 sailors on Monday."),
		}, "Twenty-six: a b", false},
		{"a bound that admits the number", "How many sailors were rescued?", map[string]string{
			"a.md": report("2020-01-01", "More than 20 sailors were rescued off Skarn."),
			"b.md": report("2020-01-02", "The coast guard rescued 26 sailors on Monday."),
		}, "More than 20: a | 26: b", false},
		{"numbers that cannot both be right, by date", "How many sailors were rescued?", map[string]string{
			"a.md": report("2020-01-03", "In all 31 sailors were rescued off Skarn."),
			"b.md": report("2020-01-01", "The coast guard rescued 26 sailors on Monday."),
		}, "26: b | 31: a", true},
		{"undated last", "How many sailors were rescued?", map[string]string{
			"a.md": "---\nlang: en\n---\n\nIn all 31 sailors were rescued off Skarn.\n",
			"b.md": report("2020-01-01", "The coast guard rescued 26 sailors on Monday."),
		}, "26: b | 31: a", true},
		{"two figures that are one answer", "How many people were killed off Skarn?", map[string]string{
			"a.md": report("2020-01-01", "Some 26 sailors and 18 guards were killed off Skarn."),
			"b.md": report("2020-01-02", "The people there mend nets."),
			"c.md": report("2020-01-02", "Old people there knit."),
		}, "Some 26 sailors and 18 guards: a", false},
		{"no figure", "How many sailors were rescued?", map[string]string{
			"a.md": report("2020-01-01", "The sailors were rescued off Skarn."),
		}, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, disagree := values(ask(t, open(t, tt.files), tt.question))
			if got != tt.want || disagree != tt.disagree {
				t.Errorf("got %q, disagreement %t\nwant %q, %t", got, disagree, tt.want, tt.disagree)
			}
		})
	}
}

func TestFalseFirst(t *testing.T) {
	got := []int{falseFirst(false, false), falseFirst(true, true), falseFirst(false, true), falseFirst(true, false)}
	if want := []int{0, 0, -1, 1}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
