package message

import "testing"

func TestNamedSources(t *testing.T) {
	s := snapshotOf(t,
		document{ID: "1", Publisher: "North Bulletin", Title: "Port fire", Text: "It burns."},
		document{ID: "2", Publisher: "Courier", Title: "A port fire in the north", Text: "It rains."},
		document{ID: "3", Publisher: "news.example", Text: "North of it the sun is out."})
	tests := []struct{ in, want string }{
		{`North Bulletin: "one two three"`, "North Bulletin"},
		{`The North Bulletin says “one two three”, they say`, "North Bulletin"},
		{`"one two three", said the North Bulletin`, "North Bulletin"},
		{`"one two three" (North Bulletin) and "x"`, "North Bulletin"},
		{`"one two three" — North Bulletin. "x"`, "North Bulletin"},
		{`North Bulletin wrote, as news.example did: "one two three"`, "news.example"},
		{`Port fire, "one two three" — North Bulletin`, "North Bulletin"},
		{`A port fire in the north: "one two three"`, "A port fire in the north"},
		{`Courier: "one two three"`, "Courier"},
		{`**Courier**: "one two three"`, "Courier"},
		{`A Courier says "one two three"`, ""},
		{`the port fire: "one two three"`, ""},
		{`Port fires: "one two three"`, ""},
		{`Airport fire: "one two three"`, ""},
		{"North Bulletin\n\"one two three\"", ""},
		{"North Bulletin:\n> one two three", ""},
		{`South Bulletin: "one two three"`, ""},
		{`"North Bulletin one two three"`, ""},
		{`"x" (North Bulletin) and "one two three"`, ""},
		{`"x" and the North Bulletin has "one two three"`, "North Bulletin"},
		{`"one two three" and the North Bulletin has "x"`, ""},
		{`North Bulletin: "one two three" https://a.example`, "https://a.example"},
	}
	for _, test := range tests {
		found, _ := QuotationsNaming(NewDirectory(s), test.in)
		if len(found) != 1 || found[0].Claimed != test.want {
			t.Errorf("QuotationsNaming(%q) = %q, want the source %q", test.in, found, test.want)
		}
	}
}

func TestShortQuotationsAreCounted(t *testing.T) {
	s := snapshotOf(t, reports...)
	for in, want := range map[string]int{
		`no quotation`:                          0,
		`"one two three"`:                       0,
		`"one two three" "one two" "one" "one"`: 2,
		`"one two" "one"`:                       0,
		"> one\n“one two three”\n\n‘two’ and «…»": 2,
	} {
		if found, short := QuotationsNaming(NewDirectory(s), in); short != want {
			t.Errorf("QuotationsNaming(%q) = %q with %d too short, want %d", in, found, short, want)
		}
	}
}

// A quotation that stands in another source than the one whose name stands beside it is said to.
func TestChecksOfNamedSources(t *testing.T) {
	s := snapshotOf(t, reports...)
	for in, want := range map[string]string{
		`North Bulletin: "At least 12 people were injured"`: english.say().Checks.Elsewhere.Exact,
		`Coast Courier: "At least 12 people were injured"`:  english.say().Checks.Here.Exact,
		`Daily Gossip: "At least 12 people were injured"`:   english.say().Checks.Here.Exact,
	} {
		found, _ := QuotationsNaming(NewDirectory(s), in)
		findings, err := s.Find(t.Context(), found[0].Text, 8)
		if err != nil {
			t.Fatal(err)
		}
		if got := judge(Check{found[0], findings, 5}, english.say().Checks).phrase; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func FuzzQuotationsNaming(f *testing.F) {
	for _, text := range nastyTexts {
		f.Add(text, "North Bulletin", `North Bulletin: "`+text+`" (`+text+")")
	}
	f.Fuzz(func(t *testing.T, publisher, title, content string) {
		s := snapshotOf(t, document{ID: "a", Publisher: publisher, Title: title, Text: "It rained."})
		found, short := QuotationsNaming(NewDirectory(s), content)
		if without := Quotations(content); len(found) != len(without) || short < 0 {
			t.Errorf("found %q and %d short ones, without names %q", found, short, without)
		}
	})
}
