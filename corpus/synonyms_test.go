package corpus

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestParseSynonyms(t *testing.T) {
	all := func(words ...string) Synonym { return Synonym{words, words} }
	for _, tt := range []struct {
		text string
		want []Synonym
	}{
		{"", nil},
		{"# ferry, boat\n\n  \n", nil},
		{"ferry, boat", []Synonym{all("ferry", "boat")}},
		{byteOrderMark + "ferry,boat\r\npier ,  landing   stage\r\n", []Synonym{all("ferry", "boat"), all("pier", "landing stage")}},
		{"guv, boss => harbour master", []Synonym{{[]string{"guv", "boss"}, []string{"harbour master"}}}},
		{"guv=>harbour master,skipper", []Synonym{{[]string{"guv"}, []string{"harbour master", "skipper"}}}},
		{`tea\, coffee, refreshments`, []Synonym{all("tea, coffee", "refreshments")}},
		{`a\=>b, c\\d, \#e`, []Synonym{all("a=>b", `c\d`, "#e")}},
		{`C#, C sharp`, []Synonym{all("C#", "C sharp")}},
		{`a, b\`, []Synonym{all("a", `b\`)}},
		{"Fähre, Überfahrt\n船, 舟", []Synonym{all("Fähre", "Überfahrt"), all("船", "舟")}},
	} {
		got, problems := parseSynonyms(tt.text)
		if !reflect.DeepEqual(got, tt.want) || len(problems) > 0 {
			t.Errorf("%q: %q with problems %v, want %q", tt.text, got, problems, tt.want)
		}
	}
}

func TestParseSynonymsNamesLines(t *testing.T) {
	for _, tt := range []struct{ text, where, reason string }{
		{"\n# only\nferry", "synonyms.txt line 3", `it names only "ferry"`},
		{"ferry,, boat", "synonyms.txt line 1", "a word is missing before or behind a comma or =>"},
		{"ferry, boat,", "synonyms.txt line 1", "a word is missing before or behind a comma or =>"},
		{"ferry =>", "synonyms.txt line 1", "a word is missing before or behind a comma or =>"},
		{"=> ferry", "synonyms.txt line 1", "a word is missing before or behind a comma or =>"},
		{"a => b => c", "synonyms.txt line 1", "it has more than one =>"},
		{strings.Repeat("a, ", mostSynonyms) + "b", "synonyms.txt line 1", "it has more than 100 words"},
	} {
		got, problems := parseSynonyms(tt.text + "\nboat, ship")
		if len(got) != 1 || len(problems) != 1 || problems[0].Path != tt.where || problems[0].Reason != tt.reason || problems[0].Mend == "" || problems[0].LeftOut {
			t.Errorf("%.40q: %q with problems %+v, want the other line and, for %s: %s", tt.text, got, problems, tt.where, tt.reason)
		}
	}
	if got, _ := parseSynonyms(strings.TrimSuffix(strings.Repeat("a, ", mostSynonyms), ", ")); len(got) != 1 {
		t.Errorf("a line of %d words is not read", mostSynonyms)
	}
	if _, problems := parseSynonyms(strings.Repeat("alone\n", mostProblems+5)); len(problems) != mostProblems+1 || problems[mostProblems].Count != 5 {
		t.Errorf("%d problems are listed, want %d and a count of 5", len(problems), mostProblems)
	}
}

func TestSynonymsAreOfTheSnapshot(t *testing.T) {
	load := func(synonyms string) *Snapshot {
		files := map[string]string{"a.md": "The ferry leaves at nine."}
		if synonyms != "" {
			files[synonymsName] = synonyms
		}
		return mustLoad(t, files, Options{})
	}
	none, one, other := load(""), load("ferry, boat"), load("ferry => boat")
	for _, s := range []*Snapshot{none, one, other} {
		if ids(s) != "a.md" || len(s.Problems()) > 0 {
			t.Errorf("documents %q, problems %v, want a.md alone", ids(s), s.Problems())
		}
	}
	if got := fmt.Sprint(none.Synonyms(), one.Synonyms(), other.Synonyms()); got != "[] [{[ferry boat] [ferry boat]}] [{[ferry] [boat]}]" {
		t.Errorf("synonyms %s", got)
	}
	if none.ID() == one.ID() || one.ID() == other.ID() {
		t.Error("other synonyms do not make another snapshot")
	}
	if same := load("# the same\nferry,  boat"); same.ID() != one.ID() {
		t.Error("the same synonyms make another snapshot")
	}
}

func TestSynonymsThatCannotBeRead(t *testing.T) {
	for _, raw := range []string{"", "\x00\x01\x02", strings.Repeat("a, b\n", 400)} {
		s := mustLoad(t, map[string]string{"a.md": "The ferry leaves at nine.", synonymsName: raw}, Options{Limits: Limits{FileBytes: 1000}})
		if p := s.Problems(); len(p) != 1 || p[0].Path != synonymsName || p[0].LeftOut || p[0].Mend == "" || s.Synonyms() != nil || ids(s) != "a.md" {
			t.Errorf("%.10q: problems %+v, want one with the file, and the document", raw, p)
		}
	}
}

func FuzzParseSynonyms(f *testing.F) {
	for _, s := range []string{"# a\nferry, boat\n", `a\,b => c d, \\e`, "=>\n,\n\\", "\ufeffä, ö"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		synonyms, problems := parseSynonyms(text)
		for _, s := range synonyms {
			for _, w := range append(s.Asked, s.Said...) {
				if w == "" || w != strings.Join(strings.Fields(w), " ") {
					t.Fatalf("%q: word %q", text, w)
				}
			}
			if len(s.Asked) == 0 || len(s.Said) == 0 || max(len(s.Asked), len(s.Said)) > mostSynonyms {
				t.Fatalf("%q: %q", text, s)
			}
		}
		for _, p := range problems {
			if !strings.HasPrefix(p.Path, synonymsName) || p.Reason == "" || p.Mend == "" || p.LeftOut {
				t.Fatalf("%q: problem %+v", text, p)
			}
		}
	})
}
