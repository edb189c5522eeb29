package retrieval

import (
	"fmt"
	"testing"

	"pullquote/retrieval/analysis"
)

func TestHyphened(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "map[]"},
		{"a cease-fire, the Cease-fire and cease-fires; a cease-fire", "map[ceasefir:map[Cease-fire:1 cease-fire:2 cease-fires:1]]"},
		{"the harbour -pilot- and pilot -boat", "map[]"},
		{"e-mail, mid-7, post-1990, 20-year, pre-war", "map[post1990:map[post-1990:1] prewar:map[pre-war:1]]"},
		{"up-to-date", "map[]"},
		{"state-of-the-art", "map[stateof:map[state-of:1] theart:map[the-art:1]]"},
		{"sea–wall, sea-\nwall", "map[]"},
		{"Überland-Bus", "map[überlandbus:map[Überland-Bus:1]]"},
		{"co-op-", "map[]"},
	} {
		var h hyphened
		h.learn(tt.text)
		if got := fmt.Sprint(h.compounds(analysis.For("en"))); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}
