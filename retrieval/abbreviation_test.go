package retrieval

import (
	"fmt"
	"strings"
	"testing"

	"pullquote/retrieval/analysis"
)

func TestLearnAbbreviations(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "map[]"},
		{"The Harbour Pilots' Union (HPU) met.", "map[HPU:map[Harbour Pilots' Union:1]]"},
		{"The HPU (Harbour Pilots' Union) met.", "map[HPU:map[Harbour Pilots' Union:1]]"},
		{"The HPU (Harbour Pilots' Union, of Skarn) met.", "map[HPU:map[Harbour Pilots' Union:1]]"},
		{"the Harbour Pilots' Union (HPU), the Harbour Pilots' Union (HPU)", "map[HPU:map[Harbour Pilots' Union:2]]"},
		{"It is run by the Board for the Care of Piers (BCP).", "map[BCP:map[Board for the Care of Piers:1]]"},
		{"the Treaty of the Tide Union (TTU)", "map[TTU:map[Treaty of the Tide Union:1]]"},
		{"rising sea levels (RSLs) and more", "map[RSL:map[rising sea levels:1]]"},
		{"der Verein Deutscher Lotsen (VDL)", "map[VDL:map[Verein Deutscher Lotsen:1]]"},
		{"Союз портовых лоцманов (СПЛ)", "map[СПЛ:map[Союз портовых лоцманов:1]]"},
		{"The mayor said so. Pilots (HPU) met.", "map[]"},
		{"They met (HPU).", "map[]"},
		{"the harbour (closed in May)", "map[]"},
		{"the harbour (Ab)", "map[]"},
		{"the High Pier (A1)", "map[]"},
		{"the High Pier (ABCDEFGHIJK)", "map[]"},
		{"a short pier (SP", "map[]"},
		{"Harbour\nPilots Union (HPU)", "map[]"},
		{"HPU (HPU)", "map[]"},
		{"(HPU)", "map[]"},
	} {
		all := tallies{}
		all.learnAbbreviations(tt.text, analysis.For("en").IsForm)
		if got := fmt.Sprint(map[string]map[string]int(all)); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func FuzzLearnAbbreviations(f *testing.F) {
	for _, s := range []string{"the Harbour Pilots' Union (HPU)", "HPU (Harbour Pilots' Union)", "((A)B) (AB\n(", "ÄÖ Ü (ÄÖÜs)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all := tallies{}
		all.learnAbbreviations(text, analysis.For("en").IsForm)
		for short, longs := range all {
			for long := range longs {
				if !strings.Contains(text, long) || len(strings.Fields(long)) < 1 || short == "" {
					t.Fatalf("%q: %q stands for %q", text, short, long)
				}
			}
		}
	})
}
