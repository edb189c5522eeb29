package corpus

import "testing"

func TestParseByline(t *testing.T) {
	for _, test := range []struct {
		in, author, date string
		ok               bool
	}{
		{"by Jane DoeMay 7, 2022 9:07 pm", "Jane Doe", "2022-05-07", true},
		{"By Jane Doe", "Jane Doe", "", true},
		{"BY JANE DOE", "JANE DOE", "", true},
		{"By Jane Doe and John van der Berg", "Jane Doe and John van der Berg", "", true},
		{"By Jane Doe, Staff Writer", "Jane Doe", "", true},
		{"By Jane Doe | May 7, 2022 | 5 min read", "Jane Doe", "2022-05-07", true},
		{"May 7, 2022 by Jane Doe", "Jane Doe", "2022-05-07", true},
		{"Posted on May 7, 2022 by Jane Doe in World News", "Jane Doe", "2022-05-07", true},
		{"Posted on May 7, 2022 by admin", "", "2022-05-07", true},
		{"Von Jörg Müller", "Jörg Müller", "", true},
		{"Автор: Ирина Соколова", "Ирина Соколова", "", true},
		{"Author: Jane O'Neill-Smith", "Jane O'Neill-Smith", "", true},
		{"By the time it ended, all had gone", "", "", false},
		{"By Design", "", "", false},
		{"By May", "", "", false},
		{"By Jane Doe was the first to see it.", "", "", false},
		{"Jane Doe", "", "", false},
		{"May 7, 2022", "", "", false},
		{"By 2030 all of them will be gone", "", "", false},
	} {
		m, ok := parseByline(test.in)
		if ok != test.ok || m.Author.Value != test.author || m.Published.String() != test.date {
			t.Errorf("parseByline(%q) = %q, %s, %v; want %q, %s, %v", test.in, m.Author.Value, m.Published, ok, test.author, test.date, test.ok)
		}
	}
}

func TestLabelledDate(t *testing.T) {
	for _, test := range []struct{ in, date, rule, rest string }{
		{"date 2022-01-07 Since then it rained.", "2022-01-07", ruleLabelled, " Since then it rained."},
		{"Published: 7 January 2022", "2022-01-07", ruleLabelled, ""},
		{"Published on January 7, 2022 by Jane Doe", "2022-01-07", ruleLabelled, " by Jane Doe"},
		{"Last updated: Jan. 7, 2022", "2022-01-07", ruleUpdated, ""},
		{"Veröffentlicht am 7. Januar 2022", "2022-01-07", ruleLabelled, ""},
		{"Published January 7, 2022, the book sold well", "", "", ""},
		{"Published in 1922", "", "", ""},
		{"Date January 15, 1851", "", "", ""},
		{"Updated often", "", "", ""},
	} {
		d, n, ok := labelledDate(test.in)
		if ok != (test.date != "") || ok && (d.String() != test.date || d.Rule != test.rule || test.in[n:] != test.rest) {
			t.Errorf("labelledDate(%q) = %s (%s), rest %q, %v", test.in, d, d.Rule, test.in[n:], ok)
		}
	}
}

func TestSiteName(t *testing.T) {
	for _, test := range []struct{ line, title, site string }{
		{"Rain floods the lower town – The Society for Weather", "Rain floods the lower town", "The Society for Weather"},
		{"Rain floods the lower town | Valley Voice", "Rain floods the lower town", "Valley Voice"},
		{"Rain floods the lower town - BBC", "Rain floods the lower town", "BBC"},
		{"Rain floods the lower town - valley.example.com", "Rain floods the lower town", "valley.example.com"},
		{"The War – An Unfinished Story", "The War – An Unfinished Story", ""},
		{"Rain floods the lower town - Analysis", "Rain floods the lower town - Analysis", ""},
		{"Rain floods town – mayor speaks of a miracle", "Rain floods town – mayor speaks of a miracle", ""},
	} {
		m := readText(test.line + "\n\nIt rained for three days, and on the fourth the river came over the wall of the garden.").meta
		if m.Title.Value != test.title || m.Publisher.Value != test.site {
			t.Errorf("%q: got %q, %q, want %q, %q", test.line, m.Title.Value, m.Publisher.Value, test.title, test.site)
		}
	}
}

func TestPaperOf(t *testing.T) {
	for in, want := range map[string]string{
		"Jane Doe is a political reporter at the Valley Voice. She is tall.":             "Valley Voice",
		"Jane Doe is an editor for The Example covering the north.":                      "The Example",
		"Jane Doe is a former reporter at the Valley Voice.":                             "",
		"Jane Doe is a freelance journalist for Valley Voice.":                           "",
		"Jane Doe is a writer. She worked at the Valley Voice.":                          "",
		"Jane Doe is an editor at Example University.":                                   "",
		"Valley is a town with a reporter at the Valley Voice who lives by the old mill": "",
	} {
		if got := paperOf(in, ""); got != want {
			t.Errorf("paperOf(%q) = %q, want %q", in, got, want)
		}
	}
}
