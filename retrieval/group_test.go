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
		{"a date beside nothing but the name", "When was Ada Lund elected?", map[string]string{
			"a.md": report("2020-01-05", "Ada Lund was elected on 3 January."),
			"b.md": report("2020-01-05", "The engineer in charge, Ada Lund, said that the quay and its crane had passed a test in October 2018."),
			"c.md": report("2020-01-05", "The quay is painted every spring."),
		}, "3 January: a", false},
		{"counts of other people", "What is the population of Skarn?", map[string]string{
			"a.md": report("2020-01-05", "The population of Skarn, a town on the coast, is 8,200 people."),
			"b.md": report("2020-01-05", "On Monday, in the rain, some 300 people from the valley and their children marched to the harbour office of Skarn."),
		}, "8,200: a", false},
		{"the figure beside the word asked about", "When was the quay built?", map[string]string{
			"a.md": report("2020-01-01", "Quay Skarn\n\nThe quay at Skarn was surveyed by order of the port in 1911. It was built in 1923."),
		}, "1923: a", false},
		{"another year stands aside", "How many sailors were killed?", map[string]string{
			"a.md": report("2020-01-02", "In 2003, the ferry burned off Skarn. More than 30 sailors were killed in the fire."),
			"b.md": report("2020-01-03", "On Monday 4 sailors were killed off Skarn."),
		}, "4: b | More than 30: a", false},
		{"another year is an answer where there is no other", "How many sailors were killed?", map[string]string{
			"a.md": report("2020-01-02", "In 2003, the ferry burned off Skarn. More than 30 sailors were killed in the fire."),
			"b.md": report("2020-01-03", "On Monday no ship left Skarn."),
		}, "More than 30: a", false},
		{"an event of which a sentence only goes on to tell", "How many sailors were killed?", map[string]string{
			"a.md": report("2020-01-02", "The fire off Skarn is the worst since the storm of 1904, in which 112 sailors were killed.\n\nOff Skarn 7 sailors lost their lives."),
			"b.md": report("2020-01-01", "At least 5 sailors were killed off Skarn."),
		}, "At least 5: b | 7: a", false},
		{"the year asked about comes first", "How many sailors were killed in 2003?", map[string]string{
			"a.md": report("2020-01-02", "In 2003, the ferry burned off Skarn. More than 30 sailors were killed in the fire."),
			"b.md": report("2020-01-03", "In 2019, 4 sailors were killed off Skarn."),
		}, "More than 30: a", false},
		{"a report of today stands aside of a year long past", "How many sailors were killed in 2003?", map[string]string{
			"a.md": report("2020-01-02", "In 2003, the ferry burned off Skarn. More than 30 sailors were killed in the fire."),
			"b.md": report("2020-06-03", "Another 4 sailors were killed off Skarn on the ferry."),
		}, "More than 30: a", false},
		{"a starting point is no scene", "How many sailors were killed?", map[string]string{
			"a.md": report("2020-01-02", "It was the worst fire since 2003. In all 7 sailors were killed."),
			"b.md": report("2020-01-03", "On Monday 4 sailors were killed off Skarn."),
		}, "7: a | 4: b", true},
		{"a weekday that is the same day", "When did the strike begin?", map[string]string{
			"a.md": report("2020-01-03", "The strike began on Thursday."),
			"b.md": report("2020-01-05", "The strike began on January 2 in Skarn."),
		}, "Thursday: a b", false},
		{"names that agree, best first", "Who founded the yard at Skarn?", map[string]string{
			"a.md": report("2020-01-02", "The yard at Skarn was founded by Greta Holm in 1901."),
			"b.md": report("2020-01-01", "It was Holm, they say, who founded the yard at Skarn."),
			"c.md": report("2020-01-03", "The yard at Skarn was founded by Per Lund."),
		}, "Holm: b a | Per Lund: c", false},
		{"places", "Where did the strike begin?", map[string]string{
			"a.md": report("2020-01-02", "The strike began in Varn, Ostland, after Per Lund spoke."),
			"b.md": report("2020-01-03", "In Skarn, the strike began at dawn."),
		}, "Varn, Ostland: a | Skarn: b", false},
		{"a verb that the question holds is no name", "Where can I anchor?", map[string]string{
			"a.md": report("2020-01-02", "Anchoring is only possible in Skarn."),
		}, "Skarn: a", false},
		{"members of a category", "What sport does Greta Holm play?", map[string]string{
			"a.md": report("2020-01-02", "The sport that Greta Holm plays is ice hockey."),
			"b.md": report("2020-01-03", "Of all sports Greta Holm plays golf."),
		}, "golf: b | ice hockey: a", false},
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

func TestUpdated(t *testing.T) {
	const question = "How many sailors were rescued?"
	for _, tt := range []struct {
		name     string
		first    string
		second   string
		disagree bool
		updated  bool
	}{
		{"later and higher", report("2020-01-01", "In all 26 sailors were rescued."), report("2020-01-03", "In all 31 sailors were rescued."), true, true},
		{"later and lower", report("2020-01-01", "In all 31 sailors were rescued."), report("2020-01-03", "In all 26 sailors were rescued."), true, false},
		{"on one day", report("2020-01-01", "In all 26 sailors were rescued."), report("2020-01-01", "In all 31 sailors were rescued."), true, false},
		{"a day unknown", report("2020-01", "In all 26 sailors were rescued."), report("2020-02-03", "In all 31 sailors were rescued."), true, false},
		{"compatible", report("2020-01-01", "More than 20 sailors were rescued."), report("2020-01-03", "In all 31 sailors were rescued."), false, false},
	} {
		a := ask(t, open(t, map[string]string{"a.md": tt.first, "b.md": tt.second}), question)
		if a.Disagreement != tt.disagree || a.Updated != tt.updated {
			t.Errorf("%s: disagreement %t, updated %t, want %t, %t", tt.name, a.Disagreement, a.Updated, tt.disagree, tt.updated)
		}
	}
}

// Every value lies inside its quote, and a group of another time is aside and last.
func TestValuesLieInTheirQuotes(t *testing.T) {
	l := open(t, map[string]string{
		"a.md": report("2020-01-02", "In 2003, the ferry of Greta Holm burned off Skarn. More than 30 sailors were killed in the fire."),
		"b.md": report("2020-01-03", "On Monday 4 sailors of Per Lund's were killed off Skarn."),
	})
	for _, question := range []string{"How many sailors were killed?", "Whose sailors were killed?", "Where were sailors killed?"} {
		a, aside := ask(t, l, question), false
		for _, g := range a.Groups {
			if aside && !g.Aside {
				t.Errorf("%s: %q follows what is aside", question, g.Value)
			}
			aside = g.Aside
			for _, e := range g.Excerpts {
				if e.Value != nil && !e.Quote.Span().Contains(e.Value.Span) {
					t.Errorf("%s: value at %v of a quote at %v", question, e.Value.Span, e.Quote.Span())
				}
				if (e.Value == nil) != (g.Value == "") {
					t.Errorf("%s: value %v in group %q", question, e.Value, g.Value)
				}
			}
		}
	}
}

func TestFalseFirst(t *testing.T) {
	got := []int{falseFirst(false, false), falseFirst(true, true), falseFirst(false, true), falseFirst(true, false)}
	if want := []int{0, 0, -1, 1}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
